/**
 * Volume curves as people keep them: CSV lines `start,end,share`, for example `09:30,10:00,0.13`.
 *
 * Bins follow each other without gaps; shares are scaled to add up to 1. Empty lines, lines that
 * begin with `#` and a header line `start,end,share` are passed over.
 */
import { readFileSync } from "node:fs";
import { formatTimeOfDay, parseTimeOfDay } from "../core/time.ts";
import { InputError, OutsideError } from "../core/trouble.ts";
import { createVolumeCurve, type VolumeCurve } from "../market/volume-curve.ts";

const header = "start,end,share";

interface Bin {
  readonly start: number;
  readonly end: number;
  readonly share: number;
}

/** @throws InputError naming the line; OutsideError when the file cannot be read */
export function readVolumeCurve(path: string): VolumeCurve {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const message = `cannot read the volume curve ${path}`;
    throw new OutsideError("FILE_NOT_FOUND", message, { canRetry: false, cause });
  }
  return parseVolumeCurve(text, path);
}

/** @throws InputError naming the line */
export function parseVolumeCurve(text: string, path: string): VolumeCurve {
  const bins: Bin[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || line === header) continue;
    const bin = parseBin(line, bins.at(-1));
    if (typeof bin === "string") {
      throw new InputError({ path, line: index + 1 }, { found: `"${line}"`, expected: bin });
    }
    bins.push(bin);
  }
  const [first] = bins;
  if (first === undefined || bins.every(({ share }) => share === 0)) {
    throw new InputError({ path }, { found: "no volume", expected: "at least one positive share" });
  }
  const edges = [first.start, ...bins.map(({ end }) => end)];
  return createVolumeCurve(
    edges,
    bins.map(({ share }) => share),
  );
}

/**
 * The text that `parseVolumeCurve` reads back as the same curve.
 *
 * @param comments lines to stand above it, without their `#`
 */
export function formatVolumeCurve(
  { edgesNs, shares }: VolumeCurve,
  comments: readonly string[] = [],
): string {
  const lines = shares.map((share, bin) => {
    const [start, end] = [edgesNs[bin]!, edgesNs[bin + 1]!].map((edge) =>
      formatTimeOfDay(edge, edge % 1e9 === 0 ? 0 : 9),
    );
    return `${start},${end},${share}`;
  });
  return `${[...comments.map((text) => `# ${text}`), header, ...lines].join("\n")}\n`;
}

/** @returns the bin of a line, or what was expected of it */
function parseBin(line: string, last: Bin | undefined): Bin | string {
  const [startText = "", endText = "", shareText = "", ...more] = line.split(",");
  const start = parseTimeOfDay(startText.trim());
  const end = parseTimeOfDay(endText.trim());
  const share = shareText.trim() === "" ? Number.NaN : Number(shareText);
  if (start === undefined || end === undefined || more.length > 0) {
    return `${header} such as 09:30,10:00,0.13`;
  }
  if (!(share >= 0 && share < Number.POSITIVE_INFINITY)) return "a share from 0";
  if (end <= start) return "an end after the start";
  if (last !== undefined && last.end !== start) return "a start at the last end";
  return { start, end, share };
}
