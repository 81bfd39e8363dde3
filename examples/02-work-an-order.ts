/** A parent order worked by two policies on one generated hour, and what each cost. */
import { durationNs, quantityLots, timeNs } from "../src/core/units.ts";
import { replayOrder } from "../src/evaluation/index.ts";
import { createPolicy, type ExecutionPolicy } from "../src/execution/index.ts";
import { sell } from "../src/market/side.ts";
import { usEquityVolumeCurve } from "../src/market/volume-curve.ts";
import { parseLatency } from "../src/simulation/parse-latency.ts";
import { createSyntheticDay } from "../src/simulation/synthetic-day.ts";

const hourNs = 3600e9;

function policy(text: string): ExecutionPolicy {
  const outcome = createPolicy(text, {
    sliceNs: durationNs(60e9),
    placement: undefined,
    participationRate: 0.1,
    riskAversion: 1e-6,
    tickValue: 0.01,
  });
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return outcome.policy;
}

const latency = parseLatency("1ms");
if (latency.kind === "refused") throw new Error(latency.reason);

const outcome = await replayOrder({
  source: createSyntheticDay({ endNs: timeNs(10.75 * hourNs) }, 1),
  parent: {
    parentId: "example",
    side: sell,
    quantityLots: quantityLots(10_000),
    startNs: timeNs(10 * hourNs),
    endNs: timeNs(10.5 * hourNs),
    urgency: "normal",
    minimumChildLots: quantityLots(1),
  },
  policies: [policy("twap:placement=cross"), policy("vwap:placement=peg")],
  session: { curve: usEquityVolumeCurve, expectedDayLots: 2_000_000 },
  latency,
  seed: 1,
  form: "perold",
  fees: { removeTicks: 0, addTicks: 0 },
});

for (const { run, shortfall, benchmarks } of outcome.policies) {
  const { spread, impact, timing } = shortfall.partsBps;
  console.log(
    `${run.policy.name}: ${shortfall.totalBps.toFixed(2)} bps ` +
      `(spread ${spread.toFixed(2)}, impact ${impact?.toFixed(2)}, timing ${timing?.toFixed(2)}), ` +
      `${benchmarks.filledLots} filled`,
  );
}
