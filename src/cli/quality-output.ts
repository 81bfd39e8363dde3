/** Markouts, spreads and what rested: as tables and as JSON. */
import colors from "picocolors";
import {
  type DistanceRow,
  type Estimate,
  type ExecutionQuality,
  horizonName,
  markoutHorizonsNs,
} from "../analytics/index.ts";
import { createTable } from "./table.ts";

/** An execution's quality under the name of its policy. */
export interface NamedQuality {
  readonly policy: string;
  readonly quality: ExecutionQuality;
}

/** Two tables and what must be known to read them; nothing where no policy traded. */
export function qualityText(named: readonly NamedQuality[]): string {
  const traded = named.filter(({ quality }) => quality.filledLots > 0);
  if (traded.length === 0) return "";
  const notes = [
    "markout: how far the mid went our way after a fill, bps of its price; positive is good for us. " +
      "after the end: the same from the last fill's mid; negative came back.",
    "spread: paid, twice the distance from the mid; negative is earned. realised: the same against the mid " +
      "10 s later. capture: 1 is half the spread earned, -1 half of it paid. saved: bps against the far touch.",
    "at touch: lots that came to rest at the displayed near touch, what of them was filled, and how soon.",
  ];
  const dimmed = notes.map((note) => colors.dim(note));
  return `${markoutTable(traded)}\n${spreadTable(traded)}\n${dimmed.join("\n")}\n`;
}

function markoutTable(named: readonly NamedQuality[]): string {
  const table = createTable(["markout", "fills", "lots", ...markoutHorizonsNs.map(horizonName)]);
  for (const { policy, quality } of named) {
    const groups = [
      ["rested", quality.passiveMarkouts],
      ["took", quality.aggressiveMarkouts],
    ] as const;
    for (const [group, points] of groups) {
      const lots = points[0]?.markoutBps?.lots;
      if (lots === undefined) continue;
      const cells = points.map(({ markoutBps }) => fixed(markoutBps?.mean));
      table.push([policy, group, lots.toLocaleString("en-US"), ...cells]);
    }
    const cells = quality.reversion.map(({ reversionBps }) => fixed(reversionBps?.mean));
    table.push([policy, "after the end", "", "", ...cells]);
  }
  return table.toString();
}

function spreadTable(named: readonly NamedQuality[]): string {
  const table = createTable([
    ...["quality", "spread", "realised", "capture", "saved", "passive", "auction"],
    ...["at touch", "filled", "s to fill", "elsewhere", "filled"],
  ]);
  for (const { policy, quality } of named) {
    const { spreads, markouts, resting } = quality;
    const realised = markouts.find(({ horizonNs }) => horizonNs === 10e9)?.realisedSpreadBps;
    const atTouch = resting.find(({ distance }) => distance === "touch");
    const others = resting.filter((row) => row !== atTouch);
    table.push([
      policy,
      fixed(spreads.effectiveSpreadBps?.mean),
      fixed(realised?.mean),
      fixed(spreads.spreadCapture?.mean),
      fixed(spreads.improvementBps?.mean),
      percent(spreads.mix.added),
      percent(spreads.mix.auction),
      ...restingCells(atTouch === undefined ? [] : [atTouch]),
      atTouch?.secondsToFill?.toFixed(1) ?? "–",
      ...restingCells(others),
    ]);
  }
  return table.toString();
}

/** Lots that rested, and the share of them that was filled. */
function restingCells(rows: readonly DistanceRow[]): string[] {
  let [lots, filledLots] = [0, 0];
  for (const row of rows) {
    lots += row.lots;
    filledLots += row.filledLots;
  }
  return [lots.toLocaleString("en-US"), lots === 0 ? "–" : percent(filledLots / lots)];
}

/** The part of the `--json` document; markouts and spreads in bps, positive as the table says. */
export function qualityJson(quality: ExecutionQuality): unknown {
  const { spreads, reversion, resting } = quality;
  return {
    horizons: markoutHorizonsNs.map(horizonName),
    markoutsBps: {
      all: quality.markouts.map(({ markoutBps }) => estimateJson(markoutBps)),
      passive: quality.passiveMarkouts.map(({ markoutBps }) => estimateJson(markoutBps)),
      aggressive: quality.aggressiveMarkouts.map(({ markoutBps }) => estimateJson(markoutBps)),
    },
    realisedSpreadsBps: quality.markouts.map(({ realisedSpreadBps }) =>
      estimateJson(realisedSpreadBps),
    ),
    reversionBps: [null, ...reversion.map(({ reversionBps }) => estimateJson(reversionBps))],
    effectiveSpreadBps: estimateJson(spreads.effectiveSpreadBps),
    spreadCapture: estimateJson(spreads.spreadCapture),
    improvementBps: estimateJson(spreads.improvementBps),
    mix: spreads.mix,
    resting: resting.map(({ secondsToFill, ...row }) => ({
      ...row,
      secondsToFill: secondsToFill ?? null,
    })),
  };
}

function estimateJson(estimate: Estimate | undefined): Estimate | null {
  return estimate ?? null;
}

function fixed(value: number | undefined): string {
  if (value === undefined) return "–";
  const text = value.toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
