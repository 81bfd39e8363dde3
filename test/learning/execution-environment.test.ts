import { deepEqual, equal, notDeepEqual, notEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { fieldAt } from "../../src/evaluation/index.ts";
import {
  ExecutionEnvironment,
  type ExecutionEnvironmentSetup,
} from "../../src/learning/environments/execution-environment.ts";
import {
  createDense,
  encodeModel,
  floatsOf,
  Graph,
  type ModelManifest,
  ParameterLayout,
  PlainSession,
  sharesOf,
  tanh,
  toOnnx,
} from "../../src/neural/index.ts";
import {
  createLearnedPolicy,
  createVocabulary,
  observationFeatures,
  observationHash,
} from "../../src/policies/index.ts";
import { openWorld, type WorldFixture } from "../support/world-fixture.ts";

const parts = 7;
/** Exact in float32, and none of the roundings a tie. */
const shares = [0.125, 0.25, 0.125, 0.0625, 0.0625, 0.125, 0.25];
const published = { policies: `allocation:shares=${shares.join("/")}` };

function createEnvironment(
  { world, request, createMarket }: WorldFixture,
  fields: Partial<ExecutionEnvironmentSetup> = {},
): ExecutionEnvironment {
  return new ExecutionEnvironment({
    ...request,
    worldPath: "worlds/test.yaml",
    market: createMarket(),
    completion: world.completion,
    vocabulary: createVocabulary("cheridito-weiss"),
    actions: "simplex",
    everyNs: 15e9 as ExecutionEnvironmentSetup["everyNs"],
    measure: world.completion === "sweep" ? "ticksPerLot" : "shortfallBps",
    ...fields,
  });
}

/** A source of shares that needs nobody else's random numbers. */
function createShares(count: number, seed: number): () => Float32Array {
  const drawn = new Float32Array(count);
  let state = seed;
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  return () => {
    for (let at = 0; at < count; at++)
      drawn[at] = Math.exp(4 * draw() + (at === count - 1 ? 1 : 0));
    const sum = drawn.reduce((total, share) => total + share, 0);
    for (let at = 0; at < count; at++) drawn[at] = (drawn[at] ?? 0) / sum;
    return drawn;
  };
}

interface Played {
  readonly rewards: readonly number[];
  readonly observations: readonly (readonly number[])[];
}

function play(environment: ExecutionEnvironment, seed: number, choose: () => Float32Array): Played {
  const row = new Float32Array(environment.features.length);
  const rewards: number[] = [];
  const observations: number[][] = [];
  environment.reset(seed, row);
  for (let isOver = false; !isOver; ) {
    for (const [at, value] of row.entries()) {
      ok(value >= -1 && value <= 1, `${environment.features[at]} is ${value} (seed ${seed})`);
    }
    observations.push([...row]);
    isOver = environment.step(choose(), row);
    rewards.push(environment.reward);
  }
  ok(
    row.every((value) => value === 0),
    "an episode that is over shows zeros",
  );
  return { rewards, observations };
}

/** An untrained network of two layers, and what it says to a row. */
function createRandomNetwork(count: number) {
  const graph = new Graph();
  const features = observationFeatures.length;
  const layout = new ParameterLayout();
  const hidden = createDense(layout, "hidden", { inputs: features, outputs: 16, activation: tanh });
  const head = createDense(layout, "head", { inputs: 16, outputs: count - 1 });
  const { weights } = layout.bind(graph);
  const observation = graph.input("observation", [1, features]);
  const shares = sharesOf(head(weights, hidden(weights, observation)));
  const values = { parameters: layout.initialize(5) };
  const network = PlainSession.open(encodeModel(toOnnx({ outputs: { shares }, values })));
  const choose = (row: Float32Array): Float32Array =>
    floatsOf(network.runSync({ observation: row }), "shares");
  const manifest: ModelManifest = {
    ...{ manifestVersion: 1, name: "untrained", version: "1.0.0", created: "2026-11-21T16:30:00Z" },
    framework: { producer: "metaorder 0.1.0", opset: 17 },
    ...{ inputs: network.inputs, outputs: network.outputs },
    features: { names: observationFeatures, hash: observationHash },
    training: { data: "none", seeds: [], command: "none", gitRevision: "none" },
    metrics: {},
    file: { name: "model.onnx", bytes: 1, sha256: "0".repeat(64) },
  };
  return { network, manifest, choose };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const fixed = Float32Array.from(shares);

/** A short order in the house world. */
const house = {
  ...{ policies: "allocation:shares=0.125/0.5/0/0/0/0/0.375", quantity: "2000", end: "10:04" },
};

describe("the execution environment", () => {
  for (const world of ["cw/noise", "cw/tactical", "cw/strategic"]) {
    test(`gives what the evaluation gives for the same shares, in ${world}`, () => {
      const fixture = openWorld(world, published);
      const environment = createEnvironment(fixture);
      const [policy] = fixture.request.policies;
      ok(policy !== undefined);
      for (let seed = 1; seed <= 30; seed++) {
        const { rewards } = play(environment, seed, () => fixed);
        const row = fixture.evaluator.evaluateSeed(seed);
        const { evaluator } = fixture;
        evaluator.runTwin(seed);
        const episode = evaluator.openEpisode(policy, seed);
        episode.arrive();
        episode.finish();
        equal(environment.runHash, episode.run.hash);
        const reward = row[fieldAt("rewardTicksPerLot")] ?? Number.NaN;
        ok(Math.abs(environment.score - reward) < 1e-9, `${environment.score} ${reward}`);
        ok(Math.abs(sumOf(rewards) - environment.score) < 1e-9);
        const { shortfallBps, passiveShare, completion } = environment.figures;
        ok(Math.abs((shortfallBps ?? 0) - (row[fieldAt("shortfallBps")] ?? 0)) < 1e-9);
        ok(Math.abs((passiveShare ?? 0) - (row[fieldAt("passiveShare")] ?? 0)) < 1e-12);
        equal(completion, 1);
      }
    });
  }

  test("gives what the evaluation gives in a world with latency, news and a corridor", () => {
    for (const side of ["sell", "buy"]) {
      const fixture = openWorld("house", { ...house, side });
      const environment = createEnvironment(fixture);
      const action = Float32Array.of(0.125, 0.5, 0, 0, 0, 0, 0.375);
      for (const seed of [1, 2]) {
        const { rewards } = play(environment, seed, () => action);
        const row = fixture.evaluator.evaluateSeed(seed);
        ok(Math.abs(environment.score + (row[fieldAt("shortfallBps")] ?? 0)) < 1e-9);
        ok(Math.abs(sumOf(rewards) - environment.score) < 1e-9);
        ok(rewards.length > 5 && rewards.length <= environment.horizon);
        const [policy] = fixture.request.policies;
        ok(policy !== undefined);
        const episode = fixture.evaluator.openEpisode(policy, seed);
        episode.arrive();
        episode.finish();
        equal(environment.runHash, episode.run.hash);
      }
    }
  });

  test("shows what a learned policy is shown: the same network does the same in an evaluation", () => {
    const vocabulary = createVocabulary("levels", { pace: 4 });
    const everyNs = 15e9 as ExecutionEnvironmentSetup["everyNs"];
    const network = createRandomNetwork(vocabulary.parts.length);
    const policy = createLearnedPolicy({ ...network, vocabulary, everyNs });
    for (const [world, options] of [
      ["cw/strategic", { ...published, quantity: "60" }],
      ["house", house],
    ] as const) {
      const fixture = openWorld(world, options);
      const environment = createEnvironment(fixture, { vocabulary });
      const row = new Float32Array(environment.features.length);
      for (const seed of world === "house" ? [1, 2] : [1, 2, 3, 4, 5, 6, 7, 8]) {
        environment.reset(seed, row);
        let isOver = false;
        while (!isOver) isOver = environment.step(network.choose(row), row);
        fixture.evaluator.runTwin(seed);
        const episode = fixture.evaluator.openEpisode(policy, seed);
        episode.arrive();
        episode.finish();
        equal(environment.runHash, episode.run.hash);
      }
    }
  });

  test("lets an order keep to a schedule", () => {
    const environment = createEnvironment(openWorld("cw/noise", published));
    const row = new Float32Array(environment.features.length);
    const [inventory, timeLeft] = [0, environment.features.indexOf("timeLeft.v1")];
    for (let seed = 1; seed <= 20; seed++) {
      environment.reset(seed, row);
      for (let isOver = false; !isOver; ) {
        const left = row[inventory] ?? Number.NaN;
        const planned = (row[timeLeft] ?? Number.NaN) - 0.1;
        ok(left >= planned + 0.1 - 1e-6, "no more fills than was out by the last decision");
        const held = Math.max(0, planned / left);
        isOver = environment.step(Float32Array.of(0, 1 - held, 0, 0, 0, 0, held), row);
      }
      equal(environment.figures.completion, 1);
    }
  });

  test("decides ten times in a published world, and stops when all is filled", () => {
    const environment = createEnvironment(openWorld("cw/noise", published));
    equal(environment.horizon, 10);
    const hold = Float32Array.of(0, 0, 0, 0, 0, 0, 1);
    const { observations } = play(environment, 3, () => hold);
    equal(observations.length, 10);
    const at = environment.features.indexOf("timeLeft.v1");
    const timesLeft = observations.map((row) => row[at]);
    deepEqual(
      timesLeft,
      [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((tenth) => Math.fround(tenth / 10)),
    );
    // Everything was left for the sweep.
    deepEqual([environment.figures.filledInTime, environment.figures.completion], [0, 1]);
    const cross = Float32Array.of(1, 0, 0, 0, 0, 0, 0);
    equal(play(environment, 3, () => cross).rewards.length, 1);
    equal(environment.figures.filledInTime, 1);
  });

  test("shows numbers and pays rewards that add up, whatever is done", () => {
    for (const world of ["cw/noise", "cw/tactical", "cw/strategic"]) {
      const environment = createEnvironment(openWorld(world, { ...published, quantity: "60" }));
      const choose = createShares(parts, 7);
      for (let seed = 1; seed <= 200; seed++) {
        const { rewards } = play(environment, seed, choose);
        ok(Math.abs(sumOf(rewards) - environment.score) < 1e-9);
      }
    }
    const vocabulary = createVocabulary("levels", { pace: 3 });
    const environment = createEnvironment(openWorld("house", house), { vocabulary });
    const choose = createShares(vocabulary.parts.length, 7);
    for (let seed = 1; seed <= 3; seed++) {
      const { rewards } = play(environment, seed, choose);
      ok(Math.abs(sumOf(rewards) - environment.score) < 1e-9);
      equal(environment.figures.completion, 1);
    }
  });

  test("plays one seed alike in two environments, after whatever was played before", () => {
    const fixture = openWorld("cw/strategic", published);
    const [first, second] = [createEnvironment(fixture), createEnvironment(fixture)];
    play(second, 8, createShares(parts, 3));
    const played = play(first, 9, createShares(parts, 4));
    deepEqual(play(second, 9, createShares(parts, 4)), played);
    equal(second.runHash, first.runHash);
    notDeepEqual(play(second, 10, createShares(parts, 4)).rewards, played.rewards);
    notEqual(second.runHash, first.runHash);
  });

  test("can be left in the middle of an episode", () => {
    const environment = createEnvironment(openWorld("cw/tactical", published));
    const row = new Float32Array(environment.features.length);
    const whole = play(environment, 5, () => fixed);
    environment.reset(6, row);
    environment.step(fixed, row);
    deepEqual(
      play(environment, 5, () => fixed),
      whole,
    );
  });

  test("takes one of some named actions where they are discrete", () => {
    const vocabulary = createVocabulary("levels");
    const fixture = openWorld("cw/noise", published);
    const environment = createEnvironment(fixture, { vocabulary, actions: "discrete" });
    deepEqual(environment.actions, { kind: "discrete", names: vocabulary.parts });
    const row = new Float32Array(environment.features.length);
    environment.reset(1, row);
    ok(environment.step(Float32Array.of(0), row));
    equal(environment.figures.passiveShare, 0);
    environment.reset(1, row);
    throws(() => environment.step(Float32Array.of(13), row), /an action is one of 0 to 12, was 13/);
  });

  test("refuses shares that are none, and steps without an episode", () => {
    const environment = createEnvironment(openWorld("cw/noise", published));
    const row = new Float32Array(environment.features.length);
    throws(() => environment.step(fixed, row), /an episode is reset before its first step/);
    environment.reset(1, row);
    const half = Float32Array.of(0.5, 0, 0, 0, 0, 0, 0);
    throws(() => environment.step(half, row), /shares add up to 1, came to 0.5/);
    environment.reset(1, row);
    play(environment, 1, () => fixed);
    throws(() => environment.step(fixed, row), /an episode is reset before its first step/);
  });

  test("keeps shaping, control variate and scale out of the score", () => {
    const fixture = openWorld("cw/tactical", { ...published, quantity: "60" });
    const plain = createEnvironment(fixture);
    const shaping = { impact: 0.5, completion: 2, usesControlVariate: true };
    const shaped = createEnvironment(fixture, { shaping, rewardScale: 10 });
    let squares = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const before = sumOf(play(plain, seed, () => fixed).rewards);
      const after = sumOf(play(shaped, seed, () => fixed).rewards);
      equal(shaped.score, plain.score);
      equal(shaped.runHash, plain.runHash);
      const { shaping: added = 0, controlVariate: taken = 0 } = shaped.figures;
      ok(Math.abs(after - 10 * (before + added - taken)) < 1e-8);
      ok(added !== 0);
      squares += taken * taken;
      deepEqual([plain.figures.shaping, plain.figures.controlVariate], [0, 0]);
    }
    ok(squares > 0);
  });

  test("has a control variate of mean zero that takes variance away", () => {
    const fixture = openWorld("cw/strategic", published);
    const shaping = { usesControlVariate: true };
    const environment = createEnvironment(fixture, { shaping });
    const episodes = 300;
    const scores: number[] = [];
    const controls: number[] = [];
    for (let seed = 1; seed <= episodes; seed++) {
      play(environment, seed, () => fixed);
      scores.push(environment.score);
      controls.push(environment.figures.controlVariate ?? Number.NaN);
    }
    const varianceOf = (values: readonly number[]): number => {
      const mean = sumOf(values) / episodes;
      return sumOf(values.map((value) => (value - mean) ** 2)) / (episodes - 1);
    };
    const mean = sumOf(controls) / episodes;
    const bound = 3 * Math.sqrt(varianceOf(controls) / episodes);
    ok(Math.abs(mean) < bound, `${mean} within ${bound}`);
    const left = varianceOf(scores.map((score, at) => score - (controls[at] ?? 0)));
    ok(left < 0.8 * varianceOf(scores), `${left} of ${varianceOf(scores)}`);
  });
});
