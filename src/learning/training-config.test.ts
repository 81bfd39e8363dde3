import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { nsPerSecond } from "../core/time.ts";
import { ppoDefaults } from "./ppo.ts";
import { parseTrainingConfig } from "./training-config.ts";

const plain = { title: "A test", world: "linear" };

function problems(source: unknown): string[] {
  const outcome = parseTrainingConfig(source);
  ok(outcome.kind === "refused");
  return outcome.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a training's configuration", () => {
  test("says little and means the rest", () => {
    const outcome = parseTrainingConfig({ ...plain, ppo: { epochs: 2, hidden: [8] } });
    ok(outcome.kind === "parsed");
    const { ppo, task, validation, order } = outcome.config;
    deepEqual(ppo, { ...ppoDefaults, epochs: 2, hidden: [8] });
    equal(task.every, 15 * nsPerSecond);
    ok(validation.firstSeed > 200_000 && validation.episodes > 1);
    deepEqual(order, {});
  });

  test("is refused with path, found and expected", () => {
    deepEqual(problems({ ...plain, ppo: { epochs: 0 } }), [
      "ppo.epochs: found 0, expected number to be >=1",
    ]);
    deepEqual(problems({ ...plain, task: { every: "soon" } }), [
      'task.every: found "soon", expected a duration such as 15s',
    ]);
    deepEqual(problems({ ...plain, learner: "dqn" }), [
      "learner: found a key that is not known here",
    ]);
    equal(problems({}).length, 2);
    equal(problems({ ...plain, ppo: { learningRate: 0.1 }, task: { pace: 0.5 } }).length, 2);
  });
});
