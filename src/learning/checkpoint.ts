/**
 * A training run as it is between two updates, in one file. Nothing else is needed to go on: draws
 * depend on (seed, update).
 */
import { createHash } from "node:crypto";
import { StateReader, StateWriter } from "../core/state-buffer.ts";
import { OutsideError } from "../core/trouble.ts";
import type { PpoState } from "./ppo.ts";
import { RunningMoments } from "./running-moments.ts";

const format = "metaorder checkpoint 1";

/** What must be the same for a run to go on: the task, the options, the seed. */
export interface CheckpointHead {
  /** Such as the JSON of a configuration. */
  readonly run: string;
  readonly seed: number;
}

/** What is carried beside the learner's own state: plain JSON data. */
export interface Checkpoint<Extra> {
  readonly head: CheckpointHead;
  readonly state: PpoState;
  readonly extra: Extra;
}

export function encodeCheckpoint<Extra>({ head, state, extra }: Checkpoint<Extra>): Uint8Array {
  const { trainer, observations, returns } = state;
  const writer = new StateWriter();
  writer.json({ format, ...head, extra });
  writer.column([state.update, state.decisions, state.episodes, trainer.steps]);
  writer.column([trainer.parameters.length, observations.size]);
  for (const column of [trainer.parameters, trainer.mean, trainer.variance]) writer.column(column);
  observations.save(writer);
  returns.save(writer);
  const body = new Uint8Array(writer.finish());
  const sum = createHash("sha256").update(body).digest();
  const bytes = new Uint8Array(sum.length + body.length);
  bytes.set(sum);
  bytes.set(body, sum.length);
  return bytes;
}

/** @throws OutsideError `CHECKPOINT_REFUSED`: torn, of another run, or none at all */
export function decodeCheckpoint<Extra>(
  bytes: Uint8Array,
  expected: CheckpointHead,
): Checkpoint<Extra> {
  const sumLength = 32;
  const body = bytes.slice(sumLength);
  const sum = createHash("sha256").update(body).digest();
  const isWhole = bytes.length > sumLength && sum.equals(bytes.subarray(0, sumLength));
  if (!isWhole) throw refuse("found bytes that do not match their sum", "a whole checkpoint");
  const reader = new StateReader(body.buffer);
  const found = reader.json<CheckpointHead & { format: string; extra: Extra }>();
  if (found.format !== format) throw refuse(`found the format "${found.format}"`, format);
  if (found.seed !== expected.seed) throw refuse(`found seed ${found.seed}`, `${expected.seed}`);
  if (found.run !== expected.run) throw refuse("found another configuration", "the same one");
  const number = (): number => reader.number();
  const [update, decisions, episodes, steps] = [number(), number(), number(), number()];
  const [size, features] = [number(), number()];
  const column = (): Float32Array => {
    const values = new Float32Array(size);
    reader.column(values);
    return values;
  };
  const [parameters, mean, variance] = [column(), column(), column()];
  const observations = new RunningMoments(features);
  observations.load(reader);
  const returns = new RunningMoments(1);
  returns.load(reader);
  reader.end();
  const trainer = { parameters, mean, variance, steps };
  const state = { update, decisions, episodes, trainer, observations, returns };
  return { head: { run: found.run, seed: found.seed }, state, extra: found.extra };
}

function refuse(found: string, expected: string): OutsideError {
  const message = `checkpoint: ${found}, expected ${expected}`;
  return new OutsideError("CHECKPOINT_REFUSED", message, { canRetry: false });
}
