/** What a paired comparison allows to be said. One rule for the headline, the table and the chart. */
import type { PairedComparison } from "./evaluation-report.ts";

/** `open`: no difference can be told, which is not to say that there is none. */
export type PairedVerdict = "cheaper" | "dearer" | "open";

/**
 * A difference is told only where the p-value adjusted for all comparisons is below 5 % and both
 * intervals, Student's and the bootstrap's, lie on one side of zero.
 */
export function judgePaired({
  ci95,
  bootstrap95,
  holmPValue,
}: Pick<PairedComparison, "ci95" | "bootstrap95" | "holmPValue">): PairedVerdict {
  if (!(holmPValue < 0.05)) return "open";
  if (Math.max(ci95[1], bootstrap95[1]) < 0) return "cheaper";
  if (Math.min(ci95[0], bootstrap95[0]) > 0) return "dearer";
  return "open";
}
