/**
 * Volume curves as people keep them: CSV lines `start,end,share`, for example `09:30,10:00,0.13`.
 *
 * Bins follow each other without gaps; shares are scaled to add up to 1. Empty lines, lines that
 * begin with `#` and a header line `start,end,share` are passed over.
 */
import { readFileSync } from "node:fs";
import { parseTimeOfDay } from "../core/time.ts";
import { InputError, OutsideError } from "../core/trouble.ts";
import { createVolumeCurve, type VolumeCurve } from "../market/volume-curve.ts";

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
  const edges: number[] = [];
  const shares: number[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const found = raw.trim();
    if (found === "" || found.startsWith("#") || found === "start,end,share") continue;
    const refuse = (expected: string): InputError =>
      new InputError({ path, line: index + 1 }, { found: `"${found}"`, expected });
    const [startText = "", endText = "", shareText = "", ...more] = found.split(",");
    const start = parseTimeOfDay(startText.trim());
    const end = parseTimeOfDay(endText.trim());
    const share = shareText.trim() === "" ? Number.NaN : Number(shareText);
    if (start === undefined || end === undefined || more.length > 0) {
      throw refuse("start,end,share such as 09:30,10:00,0.13");
    }
    if (!(share >= 0 && share < Number.POSITIVE_INFINITY)) throw refuse("a share from 0");
    if (end <= start) throw refuse("an end after the start");
    if (edges.length > 0 && edges.at(-1) !== start) throw refuse("a start at the last end");
    if (edges.length === 0) edges.push(start);
    edges.push(end);
    shares.push(share);
  }
  if (shares.length === 0 || shares.every((share) => share === 0)) {
    throw new InputError({ path }, { found: "no volume", expected: "at least one positive share" });
  }
  return createVolumeCurve(edges, shares);
}
