/**
 * A policy of one's own: rests the whole remainder at the near touch, and pays as soon as the other
 * side's queue is four times as long as ours. It runs wherever TWAP does.
 */
import { priceTicks, quantityLots, timeNs } from "../src/core/units.ts";
import { replayOrder } from "../src/evaluation/index.ts";
import type { ExecutionPolicy } from "../src/execution/index.ts";
import { buy } from "../src/market/side.ts";
import { usEquityVolumeCurve } from "../src/market/volume-curve.ts";
import { parseLatency } from "../src/simulation/parse-latency.ts";
import { createSyntheticDay } from "../src/simulation/synthetic-day.ts";

const everyNs = 5e9;
const clipLots = 200;

/** The state is the number of times it paid: a value that can be written to bytes. */
const impatient: ExecutionPolicy = {
  name: "impatient",
  description: "rests at the touch and pays when the other side is four times as long",
  initialState: () => 0,
  decide: (state, { nowNs, nearTouchTicks, touchImbalance, remainingLots, filledLots }) => {
    const pays = touchImbalance < -0.6;
    const restLots = Math.min(clipLots, remainingLots);
    return {
      state: pays ? Number(state) + 1 : state,
      decision: {
        resting:
          nearTouchTicks === undefined || pays
            ? []
            : [{ priceTicks: priceTicks(nearTouchTicks), lots: restLots }],
        crossLots: pays ? Math.min(clipLots, remainingLots) : 0,
        nextDecisionNs: timeNs(nowNs + everyNs),
        plannedLots: filledLots,
      },
    };
  },
  encodeState: (state) => new TextEncoder().encode(JSON.stringify(state)),
  decodeState: (bytes) => JSON.parse(new TextDecoder().decode(bytes)),
};

const latency = parseLatency("1ms");
if (latency.kind === "refused") throw new Error(latency.reason);
const hourNs = 3600e9;
const outcome = await replayOrder({
  source: createSyntheticDay({ endNs: timeNs(10.75 * hourNs) }, 2),
  parent: {
    parentId: "example",
    side: buy,
    quantityLots: quantityLots(8_000),
    startNs: timeNs(10 * hourNs),
    endNs: timeNs(10.5 * hourNs),
    urgency: "normal",
    minimumChildLots: quantityLots(1),
  },
  policies: [impatient],
  session: { curve: usEquityVolumeCurve },
  latency,
  seed: 1,
  form: "kissell",
  fees: { removeTicks: 0.3, addTicks: -0.2 },
});
for (const { run, shortfall, benchmarks } of outcome.policies) {
  const cost = shortfall.totalBps.toFixed(2);
  const passive = ((benchmarks.passiveShare ?? 0) * 100).toFixed(0);
  console.log(
    `${run.policy.name}: ${cost} bps, ${benchmarks.filledLots} filled, ${passive} % passive`,
  );
}
