/**
 * Where lots leave a queue of which only the total is known: some ahead of our order, the rest behind.
 *
 * Every model says which part of a cancel comes from behind, given what stands ahead and behind. The
 * probability f(behind) / (f(behind) + f(ahead)) with f a power or a logarithm is Rigtorp's (2013),
 * as backtesters of level-2 data use it; `risk-averse` takes everything from behind that is there.
 */
import { assert } from "../core/assert.ts";

export interface QueueModel {
  /** As it is asked for: `power:n=3`. */
  readonly name: string;
  /** Part, from 0 to 1, of the lots that are cancelled which stood behind us. */
  shareBehind(aheadLots: number, behindLots: number): number;
}

/** We move up by trades alone, as long as anybody stands behind us to cancel. */
export const riskAverseQueue: QueueModel = { name: "risk-averse", shareBehind: () => 1 };

/** @param exponent above 0; 1 spreads cancels evenly, more takes them from the longer part */
export function powerQueue(exponent: number): QueueModel {
  assert(exponent > 0 && Number.isFinite(exponent), "a queue model's exponent is above 0");
  return {
    name: `power:n=${exponent}`,
    shareBehind: (ahead, behind) => shareOf(behind ** exponent, ahead ** exponent),
  };
}

export const logQueue: QueueModel = {
  name: "log",
  shareBehind: (ahead, behind) => shareOf(Math.log1p(behind), Math.log1p(ahead)),
};

const shareOf = (behind: number, ahead: number): number =>
  behind + ahead === 0 ? 1 : behind / (behind + ahead);

export const queueModelNames = ["risk-averse", "power:n=NUMBER", "log"] as const;

/** @returns undefined for what is no model */
export function parseQueueModel(text: string): QueueModel | undefined {
  if (text === "risk-averse") return riskAverseQueue;
  if (text === "log") return logQueue;
  const exponent = Number(/^power(?::n=(\d+(?:\.\d+)?))?$/.exec(text)?.[1] ?? Number.NaN);
  if (text === "power") return powerQueue(3);
  return exponent > 0 ? powerQueue(exponent) : undefined;
}
