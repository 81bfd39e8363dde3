/** A worker thread of the scaling bench: plays evaluated episodes and tells their hash. */
import { createHasher } from "../../core/hash.ts";
import { servePool } from "../../evaluation/index.ts";
import { createTwapEvaluator, type ScalingSetup } from "./simulation-bench.ts";

servePool<ScalingSetup, string>(({ order, episodes }) => {
  const evaluator = createTwapEvaluator("cw/noise", order);
  const play = (task: number): string => {
    const hasher = createHasher();
    for (let seed = task * episodes; seed < (task + 1) * episodes; seed++) {
      for (const value of evaluator.evaluateSeed(seed)) hasher.addNumber(value);
    }
    return hasher.hex();
  };
  // Warm-up: a task or a few, before the first that is timed.
  for (let task = 0; task * episodes < 100; task++) play(task);
  return (task) => ({ result: play(task) });
});
