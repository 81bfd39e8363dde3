/** A replay of one order with the usual settings, for tests that care about one thing only. */

import { durationNs, quantityLots, timeNs } from "../../src/core/units.ts";
import { type ReplayRequest, replayOrder, type WorkedOutcome } from "../../src/evaluation/index.ts";
import { createPolicy, type ParentOrder } from "../../src/execution/index.ts";
import type { MarketEventSource } from "../../src/market/event-block.ts";
import { sell } from "../../src/market/side.ts";
import { usEquityVolumeCurve } from "../../src/market/volume-curve.ts";
import { parseLatency } from "../../src/simulation/parse-latency.ts";

export const hourNs = 3600e9;

export function createParent(changes: Partial<ParentOrder> = {}): ParentOrder {
  return {
    parentId: "test",
    side: sell,
    quantityLots: quantityLots(20_000),
    startNs: timeNs(10 * hourNs),
    endNs: timeNs(10.5 * hourNs),
    urgency: "normal",
    minimumChildLots: quantityLots(1),
    ...changes,
  };
}

export interface ReplayChanges extends Partial<Omit<ReplayRequest, "policies" | "latency">> {
  readonly policies?: readonly string[];
  readonly latency?: string;
}

export async function replayForTest(
  source: MarketEventSource,
  changes: ReplayChanges = {},
): Promise<WorkedOutcome> {
  const { policies = ["twap"], latency = "0s", ...rest } = changes;
  const latencySpec = parseLatency(latency);
  if (latencySpec.kind === "refused") throw new Error(latencySpec.reason);
  return replayOrder({
    source,
    parent: createParent(),
    session: { curve: usEquityVolumeCurve, expectedDayLots: 2_000_000 },
    seed: 1,
    form: "perold",
    fees: { removeTicks: 0, addTicks: 0 },
    ...rest,
    latency: latencySpec,
    policies: policies.map((text) => {
      const outcome = createPolicy(text, {
        sliceNs: durationNs(60e9),
        placement: undefined,
        participationRate: 0.1,
        riskAversion: 1e-6,
        tickValue: 0.01,
      });
      if (outcome.kind === "refused") throw new Error(outcome.reason);
      return outcome.policy;
    }),
  });
}
