import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs } from "../core/units.ts";
import { createObservation, seconds } from "../execution/execution-fixture.ts";
import {
  add,
  encodeModel,
  Graph,
  hashFeatures,
  type ModelManifest,
  matmul,
  multiply,
  PlainSession,
  reshape,
  sharesOf,
  slice,
  toOnnx,
} from "../neural/index.ts";
import { createVocabulary } from "./action-codec.ts";
import { createLearnedPolicy } from "./learned-policy.ts";
import { observationFeatures, observationHash } from "./observation-encoder.ts";

const vocabulary = createVocabulary("cheridito-weiss");
const everyNs = durationNs(15e9);

/** A network that looks at the inventory only: full, it rests most of it at the first level. */
function createNetwork(): PlainSession {
  const graph = new Graph();
  const features = observationFeatures.length;
  const observation = graph.input("observation", [1, features]);
  // The first feature is the inventory, the second logit that of level 1.
  const weights = Float32Array.from({ length: features * 6 }, (_, at) => (at === 1 ? 3 : 0));
  const matrix = reshape(graph.constant(weights), [features, 6]);
  const shares = sharesOf(matmul(observation, matrix));
  return PlainSession.open(encodeModel(toOnnx({ outputs: { shares }, values: {} })));
}

const network = createNetwork();

function manifestWith(fields: Partial<ModelManifest> = {}): ModelManifest {
  return {
    ...{ manifestVersion: 1, name: "tactician", version: "1.0.0", created: "2026-11-21T16:30:00Z" },
    framework: { producer: "metaorder 0.1.0", opset: 17 },
    inputs: network.inputs,
    outputs: network.outputs,
    features: { names: observationFeatures, hash: observationHash },
    training: { data: "cw/tactical", seeds: [1], command: "metaorder train", gitRevision: "0" },
    metrics: {},
    file: { name: "model.onnx", bytes: 1, sha256: "0".repeat(64) },
    ...fields,
  };
}

const policy = createLearnedPolicy({ manifest: manifestWith(), network, vocabulary, everyNs });

describe("a learned policy", () => {
  test("is clocked and says which model it is", () => {
    equal(policy.name, "model:tactician");
    equal(policy.isClocked, true);
    equal(policy.description, "learned, version 1.0.0: cheridito-weiss every 15 s");
  });

  test("divides what is left as its network says, by the clock", () => {
    const observation = createObservation();
    const { state, decision } = policy.decide(policy.initialState(), observation);
    // e³ against six parts of e⁰ each: 0.77 at level 1, 0.038 for each other.
    equal(decision.crossLots, 38);
    deepEqual(
      decision.resting.map(({ priceTicks, lots }) => [priceTicks, lots]),
      [
        [1000, 770],
        [999, 39],
        [998, 38],
        [997, 38],
        [996, 39],
      ],
    );
    equal(decision.nextDecisionNs, seconds(610));
    deepEqual(policy.decide(state, observation).decision, decision);
    deepEqual(policy.decodeState(policy.encodeState(state)), state);
  });

  test("takes the likeliest action whole where its actions are discrete", () => {
    const terms = { manifest: manifestWith(), network, vocabulary, everyNs };
    const discrete = createLearnedPolicy({ ...terms, actions: "discrete" });
    const { decision } = discrete.decide(discrete.initialState(), createObservation());
    deepEqual([decision.crossLots, decision.resting], [0, [{ priceTicks: 1000, lots: 1000 }]]);
  });

  test("carries what its network remembers from decision to decision", () => {
    const graph = new Graph();
    const observation = graph.input("observation", [1, observationFeatures.length]);
    const memory = graph.input("memory", [1, 6]);
    // Remembers how often it was asked, and leans to every level by that alone.
    const remembered = add(memory, 1);
    const unused = multiply(slice(observation, 1, 0, 6), 0);
    const outputs = { shares: sharesOf(add(remembered, unused)), remembered };
    const counting = PlainSession.open(encodeModel(toOnnx({ outputs, values: {} })));
    const { inputs, outputs: given } = counting;
    const manifest = manifestWith({ inputs, outputs: given });
    const counter = createLearnedPolicy({ manifest, network: counting, vocabulary, everyNs });
    deepEqual(counter.initialState(), [0, 0, 0, 0, 0, 0]);
    const first = counter.decide(counter.initialState(), createObservation());
    const kept = counter.decodeState(counter.encodeState(first.state));
    deepEqual(kept, [1, 1, 1, 1, 1, 1]);
    const second = counter.decide(kept, createObservation());
    // 1 / (6 + e⁻¹) of 1000 lots, then 1 / (6 + e⁻²).
    deepEqual([first.decision.crossLots, second.decision.crossLots], [157, 163]);
    const lost = manifestWith({ inputs, outputs: network.outputs });
    throws(() => createLearnedPolicy({ manifest: lost, network, vocabulary, everyNs }), {
      message: /output remembered: found none, expected float32 \[1,6\]/,
    });
  });

  test("refuses a model of other features", () => {
    const names = [...observationFeatures].reverse();
    const manifest = manifestWith({ features: { names, hash: hashFeatures(names) } });
    throws(() => createLearnedPolicy({ manifest, network, vocabulary, everyNs }), {
      code: "MODEL_MISMATCH",
      message: `model tactician, feature hash: found ${hashFeatures(names)}, expected ${observationHash}`,
    });
  });

  test("refuses a model of other actions", () => {
    const terms = { manifest: manifestWith(), network, everyNs };
    throws(() => createLearnedPolicy({ ...terms, vocabulary: createVocabulary("levels") }), {
      code: "MODEL_MISMATCH",
      message:
        /output shares: found float32 \[1,7\], expected float32 \[1,13\] \(cross, improve5, /,
    });
    const manifest = manifestWith({ outputs: [] });
    throws(() => createLearnedPolicy({ ...terms, manifest, vocabulary }), {
      message: /output shares: found none, expected float32 \[1,7\]/,
    });
    const noInput = manifestWith({ inputs: [] });
    throws(() => createLearnedPolicy({ ...terms, manifest: noInput, vocabulary }), {
      message: /input observation: found none, expected float32 \[1,\d+\]/,
    });
  });

  test("stops rather than trade on shares that are none", () => {
    for (const [shares, message] of [
      [[0.5, 0.5, 0.5, 0, 0, 0, 0], /shares add up to 1, came to 1.5/],
      [[Number.NaN, 1, 0, 0, 0, 0, 0], /a share is a number from 0, was NaN/],
      [[-1, 2, 0, 0, 0, 0, 0], /a share is a number from 0, was -1/],
      [[1], /there is a share for each of 7 parts/],
    ] as const) {
      const broken = { runSync: () => ({ shares: Float32Array.from(shares) }) };
      const terms = { manifest: manifestWith(), network: broken, vocabulary, everyNs };
      throws(() => createLearnedPolicy(terms).decide([], createObservation()), message);
    }
  });
});
