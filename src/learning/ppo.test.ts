import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { drawNormal } from "../core/random/distributions.ts";
import { createRandomStream, type RandomStream, streamId } from "../core/random/random-stream.ts";
import { computeTrajectory, costVariance, expectedCost } from "../execution/index.ts";
import { encodeModel, floatsOf, PlainSession } from "../neural/index.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint.ts";
import type { ActionSpace, Environment } from "./environment.ts";
import { CartPole } from "./environments/cart-pole.ts";
import { LinearEnvironment, type LinearTask } from "./environments/linear-environment.ts";
import { exportPolicy } from "./export-policy.ts";
import { createLocalTask } from "./local-task.ts";
import { type PpoOptions, type PpoRun, ppoDefaults, startPpo, type Task } from "./ppo.ts";
import { RolloutPool } from "./rollout-pool.ts";

async function finish(run: PpoRun): Promise<void> {
  while ((await run.update()) !== undefined);
}

/** Table 1 of Almgren & Chriss. */
const market = {
  ...{ quantity: 1e6, duration: 5, steps: 5, volatility: 0.95, permanentImpact: 2.5e-7 },
  ...{ temporaryImpact: 2.5e-6, fixedCost: 0.0625 },
};
const linearOptions: PpoOptions = {
  ...ppoDefaults,
  ...{ decisions: 120_000, episodes: 512, epochs: 6, klMax: 0.05, trace: 0.95 },
  learningRate: { from: 2e-3, to: 1e-4 },
  deviation: { from: 0.7, to: 0.1 },
};

function linearTask(riskAversion: number): LinearTask {
  return { market, price: 50, riskAversion, hasControlVariate: true };
}

/** What a schedule costs and risks, in basis points. */
function objective(held: readonly number[], riskAversion: number): number {
  const parameters = { ...market, riskAversion };
  const dollars = expectedCost(parameters, held) + riskAversion * costVariance(parameters, held);
  return dollars / ((market.quantity * 50) / 1e4);
}

describe("proximal policy optimisation", () => {
  test("balances a pole within 120,000 steps", async () => {
    const options: PpoOptions = {
      ...ppoDefaults,
      ...{ decisions: 120_000, episodes: 32, epochs: 6, minibatch: 256, discount: 0.99 },
      ...{ trace: 0.95, learningRate: { from: 1e-3, to: 1e-4 } },
      ...{ deviation: { from: 1, to: 1 }, entropyWeight: { from: 0.01, to: 0 } },
    };
    const task = createLocalTask(() => new CartPole(), options);
    const run = await startPpo(task, options, 1);
    const seeds = Array.from({ length: 50 }, (_, at) => 200_001 + at);
    const before = await task.play(run.version(), seeds);
    await finish(run);
    const after = await task.play(run.version(), seeds);
    const mean = (scores: Float64Array): number => scores.reduce((a, b) => a + b) / seeds.length;
    ok(mean(before.scores) < 100 && mean(after.scores) > 450, `${mean(after.scores)}`);
    await run.close();
  });

  for (const lambda of [1e-7, 1e-6, 1e-5]) {
    test(`finds the optimum of Almgren and Chriss at λ = ${lambda} within 2 %`, async () => {
      const task = createLocalTask(() => new LinearEnvironment(linearTask(lambda)), linearOptions);
      const run = await startPpo(task, linearOptions, 1);
      await finish(run);
      const { observations } = await task.play(run.version(), [200_001]);
      const held = [market.quantity];
      for (let step = 1; step < market.steps; step++) {
        held.push(observations[3 * step + 1] * market.quantity);
      }
      held.push(0);
      const best = [...computeTrajectory({ ...market, riskAversion: lambda })];
      const ratio = objective(held, lambda) / objective(best, lambda);
      ok(ratio >= 1 - 1e-9 && ratio < 1.02, `${ratio}`);
      await run.close();
    });
  }

  test("uses a signal that is there, exploits the future, and finds nothing in noise", async () => {
    const results = new Map<Shown, number>();
    for (const shown of ["future", "signal", "other"] as const) {
      const options = {
        ...{ ...linearOptions, decisions: 80_000, episodes: 128, minibatch: 256 },
        deviation: { from: 1, to: 0.3 },
      };
      const task = createLocalTask(() => new Foresight(shown), options);
      const run = await startPpo(task, options, 1);
      await finish(run);
      const seeds = Array.from({ length: 2000 }, (_, at) => 200_001 + at);
      const { scores } = await task.play(run.version(), seeds);
      results.set(shown, scores.reduce((a, b) => a + b) / seeds.length);
      await run.close();
    }
    const [future, signal, other] = ["future", "signal", "other"].map(
      (shown) => results.get(shown as Shown) ?? Number.NaN,
    );
    // Each step's sign is known: 0.8 of a share a step, less what is not moved in time.
    ok(future > 3, `${future}`);
    ok(signal > 0.4 * future && signal < future, `${signal}`);
    ok(Math.abs(other) < 0.15, `${other}`);
  });

  test("learns the same twice, in any number of threads, and after an interruption", async () => {
    const options = { ...linearOptions, decisions: 6000, episodes: 200, minibatch: 256 };
    const setup = { setup: linearTask(1e-6), shape: options, slots: 7 };
    const file = new URL("./rollout-pool-fixture.ts", import.meta.url);
    const local = createLocalTask(() => new LinearEnvironment(linearTask(1e-6)), options);
    const parametersOf = async (task: Task): Promise<Float32Array> => {
      const run = await startPpo(task, options, 3);
      await finish(run);
      await run.close();
      return run.state.trainer.parameters;
    };
    const expected = await parametersOf(local);
    for (const threads of [1, 2]) {
      const pool = await RolloutPool.open(file, setup, threads);
      deepEqual(await parametersOf(pool), expected);
      await pool.close();
    }
    const head = { run: JSON.stringify(options), seed: 3 };
    let run = await startPpo(local, options, 3);
    for (let update = 0; update < 3; update++) await run.update();
    const bytes = encodeCheckpoint({ head, state: run.state, extra: { best: 1 } });
    await run.close();
    const { state, extra } = decodeCheckpoint<{ best: number }>(bytes, head);
    equal(extra.best, 1);
    run = await startPpo(local, options, 3, state);
    await finish(run);
    await run.close();
    deepEqual(run.state.trainer.parameters, expected);
    throws(() => decodeCheckpoint(bytes.slice(0, -8), head), /do not match their sum/);
    throws(() => decodeCheckpoint(bytes, { ...head, seed: 4 }), /found seed 3, expected 4/);
    throws(() => decodeCheckpoint(bytes, { ...head, run: "" }), /found another configuration/);
  });

  test("with a memory uses what it was shown once, and as a file remembers the same", async () => {
    const scores = new Map<number, number>();
    for (const memory of [0, 16]) {
      const options: PpoOptions = {
        ...{ ...linearOptions, decisions: 40_000, episodes: 128, minibatch: 256 },
        ...{ hidden: [16], memory, deviation: { from: 1, to: 0.3 }, discount: 0.9 },
      };
      const task = createLocalTask(() => new Foresight("once"), options, 8);
      const run = await startPpo(task, options, 1);
      await finish(run);
      const seeds = Array.from({ length: 500 }, (_, at) => 200_001 + at);
      const { scores: found } = await task.play(run.version(), seeds);
      scores.set(memory, found.reduce((a, b) => a + b) / seeds.length);
      const { observations, choices } = await task.play(run.version(), [200_001]);
      const session = PlainSession.open(encodeModel(exportPolicy(run, run.version())));
      let carried = new Float32Array(memory);
      for (let step = 0; step < task.horizon; step++) {
        const observation = observations.slice(2 * step, 2 * step + 2);
        const given = memory === 0 ? { observation } : { observation, memory: carried };
        const results = session.runSync(given);
        const expected = 1 / (1 + Math.exp(-choices[step]));
        ok(Math.abs(floatsOf(results, "shares")[0] - expected) < 1e-5);
        if (memory > 0) carried = floatsOf(results, "remembered").slice();
      }
      await run.close();
    }
    // The sign that is shown at the first step is that of every move: half a share each.
    const [without, remembering] = [scores.get(0) ?? Number.NaN, scores.get(16) ?? Number.NaN];
    ok(without < 1 && remembering > 3, `${without}, ${remembering}`);
  });

  test("learns with shares that are Dirichlet too", async () => {
    const options: PpoOptions = { ...linearOptions, shares: "dirichlet" };
    const task = createLocalTask(() => new LinearEnvironment(linearTask(1e-6)), options);
    const run = await startPpo(task, options, 1);
    await finish(run);
    const { scores } = await task.play(run.version(), [200_001]);
    const best = [...computeTrajectory({ ...market, riskAversion: 1e-6 })];
    const ratio = -scores[0] / objective(best, 1e-6);
    ok(ratio < 1.03, `${ratio}`);
    await run.close();
  });

  test("stops with a reason at numbers that are none", async () => {
    const small = { ...linearOptions, hidden: [8] };
    const task = createLocalTask(() => new Foresight("nothing"), small);
    const run = await startPpo(task, small, 1);
    await rejects(run.update(), /found NaN in hint at decision 0, expected a number/);
    await run.close();
    const wild = { ...small, learningRate: { from: 1e30, to: 1e30 } };
    const other = await startPpo(
      createLocalTask(() => new CartPole(50), wild),
      wild,
      1,
    );
    await rejects(finish(other), /expected a number/);
    await other.close();
    const file = new URL("./rollout-pool-fixture.ts", import.meta.url);
    const broken = { setup: { broken: "no such world" }, shape: small, slots: 1 };
    await rejects(RolloutPool.open(file, broken, 2), /no such world/);
  });
});

type Shown = "future" | "signal" | "other" | "once" | "nothing";

/**
 * A share is held or not, step by step, and the price moves: somebody who is shown the next move
 * (`future`), or it with noise (`signal`), can gain; who is shown another episode's moves cannot.
 * Where it is shown `once`, before the first step, all moves of an episode have one sign.
 */
class Foresight implements Environment {
  readonly features = ["hint", "constant"];
  readonly actions: ActionSpace = { kind: "simplex", parts: ["held", "not"] };
  readonly horizon = 10;
  reward = 0;
  score = 0;
  readonly figures = {};
  readonly #shown: Shown;
  #moves: RandomStream = createRandomStream(0, 0);
  #hints: RandomStream = createRandomStream(0, 0);
  #step = 0;
  #move = 0;

  constructor(shown: Shown) {
    this.#shown = shown;
  }

  reset(seed: number, observation: Float32Array): void {
    this.#moves = createRandomStream(seed, streamId("moves"));
    this.#hints = createRandomStream(seed, streamId("hints"));
    this.#step = 0;
    this.score = 0;
    this.#show(observation);
  }

  step(action: Float32Array, observation: Float32Array): boolean {
    this.reward = (action[0] - 0.5) * this.#move;
    this.score += this.reward;
    this.#step++;
    if (this.#step === this.horizon) {
      observation.fill(0);
      return true;
    }
    this.#show(observation);
    return false;
  }

  #show(observation: Float32Array): void {
    const before = this.#move;
    this.#move = drawNormal(this.#moves);
    const isOnce = this.#shown === "once";
    if (isOnce) this.#move = Math.sign(this.#step === 0 ? this.#move : before);
    const noise = drawNormal(this.#hints);
    const once = this.#step === 0 ? this.#move : 0;
    const hints = { future: this.#move, signal: this.#move + noise, other: noise, once };
    observation[0] = this.#shown === "nothing" ? Number.NaN : hints[this.#shown];
    observation[1] = 1;
  }
}
