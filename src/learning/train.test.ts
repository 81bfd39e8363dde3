import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { describe, test } from "node:test";
import { encodeModel, floatsOf, PlainSession } from "../neural/index.ts";
import { LinearEnvironment } from "./environments/linear-environment.ts";
import { exportPolicy } from "./export-policy.ts";
import { createLocalTask } from "./local-task.ts";
import { type PpoMetrics, ppoDefaults } from "./ppo.ts";
import { type TrainingPlan, train, type Validation } from "./train.ts";

const market = {
  ...{ quantity: 1e6, duration: 5, steps: 5, volatility: 0.95, permanentImpact: 2.5e-7 },
  ...{ temporaryImpact: 2.5e-6, fixedCost: 0.0625 },
};
const environment = (): LinearEnvironment =>
  new LinearEnvironment({ market, price: 50, riskAversion: 1e-6, hasControlVariate: true });
const plan: TrainingPlan = {
  options: { ...ppoDefaults, decisions: 10_000, episodes: 200, hidden: [16] },
  seed: 2,
  run: "a test",
  validation: { every: 3, episodes: 50, firstSeed: 200_001 },
};
const task = createLocalTask(environment, plan.options);

describe("a training", () => {
  test("looks at the validation seeds, keeps the best, and goes on where it stopped", async () => {
    const validations: Validation[] = [];
    const updates: PpoMetrics[] = [];
    const checkpoints: Uint8Array[] = [];
    const whole = await train(task, plan, {
      onUpdate: (metrics) => updates.push(metrics),
      onValidation: (validation) => validations.push(validation),
      onCheckpoint: (bytes) => checkpoints.push(bytes),
    });
    ok(whole.isFinished);
    equal(updates.length, 10);
    deepEqual(
      validations.map(({ update }) => update),
      [0, 3, 6, 9, 10],
    );
    const best = Math.max(...validations.map(({ score }) => score));
    equal(whole.best.validation.score, best);
    ok(best > (validations[0]?.score ?? 0), "it has learnt");
    ok(Object.keys(validations[1]?.figures ?? {}).includes("costBps"));

    let asked = 0;
    const first = await train(task, plan, { isStopped: () => asked++ === 3 });
    ok(!first.isFinished);
    const resumed = await train(task, plan, {}, checkpoints[0]);
    deepEqual(resumed.best, whole.best);
    deepEqual(resumed.run.state.trainer.parameters, whole.run.state.trainer.parameters);
    const other = { ...plan, run: "another" };
    await rejects(train(task, other, {}, checkpoints[0]), /found another configuration/);
    for (const { run } of [whole, first, resumed]) await run.close();
  });

  test("ends with a policy that says as a file what it said in play", async () => {
    const { best, run } = await train(task, plan, {});
    const seeds = [200_001];
    const { observations, choices } = await task.play(best.version, seeds);
    const session = PlainSession.open(encodeModel(exportPolicy(run, best.version)));
    for (let step = 0; step < market.steps; step++) {
      const observation = observations.slice(3 * step, 3 * step + 3);
      const shares = floatsOf(session.runSync({ observation }), "shares");
      const expected = 1 / (1 + Math.exp(-choices[step]));
      ok(Math.abs(shares[0] - expected) < 1e-5, `${shares[0]}, ${expected}`);
    }
    await run.close();
  });

  test("ends with what a checkpoint that cannot be written says", async () => {
    const full = train(task, plan, {
      onCheckpoint: () => {
        throw new Error("no space left on device");
      },
    });
    await rejects(full, /no space left/);
  });
});
