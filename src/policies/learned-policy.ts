/**
 * A network as an execution policy: an observation goes in, shares of what is left come out.
 *
 * The network holds everything that was learnt, the scaling of its inputs included, and gives the
 * middle of its distribution: a decision draws nothing, so the same observation gives the same
 * decision. Input `observation` [1, features], output `shares` [1, parts], each row adding up to 1. A
 * network with memory also takes `memory` [1, units] and gives `remembered`, which is the policy's
 * state from decision to decision.
 */
import { assert } from "../core/assert.ts";
import { OutsideError } from "../core/trouble.ts";
import type { DurationNs } from "../core/units.ts";
import { type ExecutionPolicy, jsonStateCodec } from "../execution/index.ts";
import { type Feeds, floatsOf, type ModelManifest, type Results } from "../neural/index.ts";
import { type ActionVocabulary, decideShares, writeSingleAction } from "./action-codec.ts";
import { readClock } from "./decision-clock.ts";
import { encodeObservation, observationFeatures, observationHash } from "./observation-encoder.ts";

/** What `PlainSession` offers: a network that answers at once. */
export interface SyncInference {
  runSync(feeds: Feeds): Results;
}

export interface LearnedPolicyTerms {
  readonly manifest: ModelManifest;
  readonly network: SyncInference;
  readonly vocabulary: ActionVocabulary;
  /** `discrete`: what comes out is how likely each action is, and the likeliest is taken whole. */
  readonly actions?: "simplex" | "discrete";
  /** From one decision to the next. */
  readonly everyNs: DurationNs;
}

/** Float32 numbers, as JSON has them. */
type Memory = readonly number[];

/** How far the sum of a float32 softmax may lie from 1. */
const sumTolerance = 1e-3;

/**
 * The policy `model:NAME`.
 *
 * @throws OutsideError `MODEL_MISMATCH` where the network was made for other features or actions,
 *   naming what was found and expected
 */
export function createLearnedPolicy(terms: LearnedPolicyTerms): ExecutionPolicy<Memory> {
  const { manifest, network, vocabulary, everyNs } = terms;
  const memoryUnits = checkManifest(manifest, vocabulary);
  const row = new Float32Array(observationFeatures.length);
  return {
    name: `model:${manifest.name}`,
    description: `learned, version ${manifest.version}: ${vocabulary.kind} every ${everyNs / 1e9} s`,
    isClocked: true,
    initialState: () => Array.from({ length: memoryUnits }, () => 0),
    decide: (memory, observation) => {
      encodeObservation(observation, row);
      const results = network.runSync(
        memoryUnits === 0
          ? { observation: row }
          : { observation: row, memory: Float32Array.from(memory) },
      );
      const shares = floatsOf(results, "shares");
      checkShares(shares, vocabulary.parts.length);
      if (terms.actions === "discrete") writeSingleAction(likeliest(shares), shares);
      const clock = readClock(observation.parent, everyNs, observation.nowNs);
      const state = memoryUnits === 0 ? memory : Array.from(floatsOf(results, "remembered"));
      return { state, decision: decideShares(vocabulary, shares, observation, clock) };
    },
    ...jsonStateCodec,
  };
}

/** @returns numbers the network remembers from decision to decision */
function checkManifest(
  { name, features, inputs, outputs }: ModelManifest,
  { parts }: ActionVocabulary,
): number {
  agree(name, "feature hash", features.hash, observationHash);
  const input = inputs.find((value) => value.name === "observation");
  const output = outputs.find((value) => value.name === "shares");
  const memory = inputs.find((value) => value.name === "memory");
  const remembered = outputs.find((value) => value.name === "remembered");
  const shapeOf = (value: typeof input): string =>
    value === undefined ? "none" : `${value.type} [${value.shape.join(",")}]`;
  agree(name, "input observation", shapeOf(input), `float32 [1,${observationFeatures.length}]`);
  agree(
    name,
    "output shares",
    shapeOf(output),
    `float32 [1,${parts.length}] (${parts.join(", ")})`,
  );
  agree(name, "output remembered", shapeOf(remembered), shapeOf(memory));
  const units = memory?.shape[1] ?? 0;
  if (typeof units === "number") return units;
  const message = `model ${name}, input memory: found [1,${units}], expected a number of units`;
  throw new OutsideError("MODEL_MISMATCH", message, { canRetry: false });
}

function agree(name: string, what: string, found: string, expected: string): void {
  if (expected === found || expected.startsWith(`${found} (`)) return;
  const message = `model ${name}, ${what}: found ${found}, expected ${expected}`;
  throw new OutsideError("MODEL_MISMATCH", message, { canRetry: false });
}

/** The first of those that are largest. */
function likeliest(shares: Float32Array): number {
  let best = 0;
  for (let at = 1; at < shares.length; at++) if (shares[at]! > shares[best]!) best = at;
  return best;
}

/** Shares out of a network are judged before a lot is sent. */
export function checkShares(shares: ArrayLike<number>, parts: number): void {
  assert(shares.length === parts, `there is a share for each of ${parts} parts`);
  let sum = 0;
  for (let at = 0; at < parts; at++) {
    const share = shares[at]!;
    if (!(share >= 0)) assert(false, `a share is a number from 0, was ${share}`);
    sum += share;
  }
  const isWhole = Math.abs(sum - 1) < sumTolerance;
  if (!isWhole) assert(false, `shares add up to 1, came to ${sum}`);
}
