/** Findings as people read them: how often, where first, and what is done about each. */
import colors from "picocolors";
import { type Finding, type FindingPlace, findingRules } from "../data/recording.ts";
import { formatMoment } from "./data-source.ts";
import { createTable } from "./table.ts";

export function findingsTable(findings: readonly Finding[]): string {
  const table = createTable(["finding", "first", "count"], 2);
  for (const { rule, count, first } of findings) {
    table.push([rule, placeOf(first), count.toLocaleString("en-US")]);
  }
  const notes = findings.map(({ rule }) => colors.dim(`${rule}: ${findingRules[rule]}`));
  return [table.toString(), ...notes].join("\n");
}

function placeOf({ path, line, byte, venueTimeNs }: FindingPlace): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const place =
    line !== undefined ? `${name}:${line}` : byte !== undefined ? `${name} at byte ${byte}` : "";
  const time = venueTimeNs === undefined ? "" : formatMoment(venueTimeNs);
  return [time, place].filter((part) => part !== "").join("  ");
}
