/** Whether a market was one: what has to hold before any result counts. */
import { OutsideError } from "../core/trouble.ts";
import {
  type ClosedForm,
  columnOf,
  type EpisodeRows,
  type PolicyResult,
} from "../evaluation/index.ts";
import type { ParentOrder } from "../execution/index.ts";
import type { OrderBookWorld } from "../simulation/worlds/world.ts";
import type { ValidityRule } from "./evaluation-output.ts";

/** The worst of every rule over all runs; runs that break a market's own rule never come here. */
export function judgeMarket(
  rows: readonly EpisodeRows[],
  { validity }: OrderBookWorld,
  path: string,
  { limitPriceTicks, participationCap }: ParentOrder,
): ValidityRule[] {
  const worst = (field: Parameters<typeof columnOf>[1]): number =>
    Math.min(...rows.map((policy) => columnOf(policy, field).reduce((a, b) => Math.min(a, b))));
  const { twoSidedShareMin, othersTradesPerMinuteMin } = validity;
  const rules: ValidityRule[] = [
    {
      rule: `both sides quoted at least ${(100 * twoSidedShareMin).toFixed(0)} % of the time`,
      found: `least ${(100 * worst("twoSidedShare")).toFixed(1)} %`,
      isMet: worst("twoSidedShare") >= twoSidedShareMin,
    },
    {
      rule: `others trade at least ${othersTradesPerMinuteMin} times a minute`,
      found: `least ${worst("othersTradesPerMinute").toFixed(1)}`,
      isMet: worst("othersTradesPerMinute") >= othersTradesPerMinuteMin,
    },
    { rule: "no lot lost or made", found: "checked in every run", isMet: true },
  ];
  // A client's limit or cap may rightly leave lots undone.
  if (limitPriceTicks !== undefined || participationCap !== undefined) return rules;
  const least = worst("completion");
  if (least < 1 && rows.some(({ policy }) => policy === "twap")) {
    const twap = rows.find(({ policy }) => policy === "twap");
    const twapLeast = twap === undefined ? 1 : Math.min(...columnOf(twap, "completion"));
    if (twapLeast < 1) {
      const message = `${path}: found a run in which twap executed ${(100 * twapLeast).toFixed(2)} % of the order, expected all of it`;
      throw new OutsideError("INVALID_MARKET", message, { canRetry: false });
    }
  }
  const found = `least ${(100 * least).toFixed(1)} %`;
  return [...rules, { rule: "every order executed exactly", found, isMet: least === 1 }];
}

/** A linear market is held against theory; five standard errors are room for many schedules. */
export function judgeTheory(
  results: readonly PolicyResult[],
  closedForms: Readonly<Record<string, ClosedForm>>,
): ValidityRule[] {
  const distances = results.map(({ policy, shortfallBps: { mean, standardError } }) => {
    const away = Math.abs(mean - (closedForms[policy]?.meanBps ?? Number.NaN));
    // Without risk every trajectory costs the same but for rounding.
    return away < 1e-6 ? 0 : away / standardError;
  });
  const largest = Math.max(...distances);
  const found = `largest distance ${largest.toFixed(1)}`;
  return [{ rule: "mean costs within 5 standard errors of theory", found, isMet: largest < 5 }];
}
