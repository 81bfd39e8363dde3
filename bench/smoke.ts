/** Every bench, tiny: so that none rots, and its hash says that the work is still the same. */
import { equal, ok } from "node:assert/strict";
import { runCatalogueBench } from "../src/cli/bench/catalogue-bench.ts";
import { runFixBench } from "../src/cli/bench/fix-bench.ts";
import { runLearningBench } from "../src/cli/bench/learning-bench.ts";
import { generatedWorkload, runMatchingBench } from "../src/cli/bench/matching-bench.ts";
import { runNeuralBench } from "../src/cli/bench/neural-bench.ts";
import { runReplayBench } from "../src/cli/bench/replay-bench.ts";
import { runSimulationBench } from "../src/cli/bench/simulation-bench.ts";
import { benchOrderOptions, plainOrderOptions } from "../src/cli/commands/bench.ts";
import { parseOrderOptions } from "../src/cli/order-options.ts";
import { loadTrainingConfig } from "../src/cli/train-policy.ts";
import { timeNs } from "../src/core/units.ts";
import { createSyntheticDay } from "../src/simulation/synthetic-day.ts";

const matching = await runMatchingBench([generatedWorkload(5000)], { passes: 1 });
equal(matching.workloads[0]?.match, true, "the matching bench gives the known hash");
console.log(`matching: ${matching.workloads[0]?.sha256.slice(0, 16)}`);

const shortDay = { endNs: timeNs(10.25 * 3600e9) };
const day = createSyntheticDay(shortDay, 1);
const options = { ...benchOrderOptions, quantity: "2000", end: "10:10" };
const request = parseOrderOptions(options, day.instrument);
const replay = await runReplayBench(async () => day, "generated", request, 1);
equal(replay.hash.length, 16, "every pass of the replay bench gives the same hash");
console.log(`replay: ${replay.hash}, ${replay.events} events`);

const order = plainOrderOptions;
const simulation = await runSimulationBench({ episodes: 5, passes: 1, order });
const works = [
  ...simulation.worlds.map(({ world, hash }) => [world, hash] as const),
  ...simulation.worlds.map(({ world, evaluated }) => [`${world}, twap`, evaluated.hash] as const),
  ["linear", simulation.linear.hash] as const,
  [`${simulation.scaling.workers} workers and one`, simulation.scaling.hash] as const,
];
for (const [work, hash] of works) {
  equal(hash.length, 16, "every pass of the simulation bench gives the same hash");
  console.log(`${work}: ${hash}`);
}

const sizes = { policyBatch: 16, lstmSteps: 4, lstmBatch: 3, convolutionBatch: 1 };
const tiny = { passes: 1, steps: 2, calls: 20, sizes, hasPeer: false };
const [neural, again] = [await runNeuralBench(tiny), await runNeuralBench(tiny)];
ok(neural.engineError < 1e-5, "both engines of the neural bench agree");
for (const [at, { name, hash }] of neural.training.entries()) {
  equal(hash, again.training[at]?.hash, "the neural bench learns the same twice");
  console.log(`${name}: ${hash}`);
}

const small = ["ppo.episodes=20", "ppo.minibatch=64"];
const config = loadTrainingConfig("configs/cw-tactical-20.yaml", small);
const learning = await runLearningBench({ config, updates: 1, threads: 1 });
const threaded = await runLearningBench({ config, updates: 1, threads: 2 });
equal(learning.hash, threaded.hash, "the learning bench learns the same in one thread and in two");
console.log(`learning: ${learning.hash}`);

const catalogue = await runCatalogueBench({ events: 20_000, passes: 1 });
ok(catalogue.events >= 20_000 && catalogue.parts >= 1, "what is imported is replayed");
console.log(`catalogue: ${catalogue.events} events there and back`);

const fix = await runFixBench({ passes: 1, messages: 2000, hasPeer: false });
equal(fix.codec.messageFields, 22, "the FIX bench reads the whole order");
for (const { name, p50Us, p999Us, ordersPerSecond } of fix.loopback.results) {
  ok(p50Us > 0 && p999Us >= p50Us && ordersPerSecond > 0, `orders and reports go over ${name}`);
  console.log(`fix, ${name}: ${fix.loopback.messages} orders there and back`);
}
