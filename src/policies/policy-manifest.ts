/** How a network is used as a policy: the table `use` of its manifest, which nobody else reads. */
import { formatDuration, parseDuration } from "../core/time.ts";
import { OutsideError } from "../core/trouble.ts";
import type { DurationNs } from "../core/units.ts";
import type { ModelManifest } from "../neural/index.ts";
import {
  JsonFault,
  type JsonReader,
  readNumber,
  readObject,
  readOneOf,
  readOptional,
  readPattern,
  refuseJson,
} from "../neural/model-file/json-reader.ts";
import type { VocabularyKind } from "./action-codec.ts";

export interface PolicyUse {
  readonly vocabulary: VocabularyKind;
  /** From one decision to the next. */
  readonly everyNs: DurationNs;
  /** Of the vocabulary; 1 or more. */
  readonly pace?: number;
  /** What comes out: shares, which is meant where nothing is said, or how likely each action is. */
  readonly actions?: "simplex" | "discrete";
}

/** As it stands in the manifest. */
type PolicyTable = Omit<PolicyUse, "everyNs"> & { readonly every: DurationNs };

const readEvery: JsonReader<DurationNs> = (value, path) => {
  const expected = "a duration such as 15s";
  const every = parseDuration(readPattern(/^/, expected)(value, path));
  return every === undefined || every === 0 ? refuseJson(path, value, expected) : every;
};

const readPace: JsonReader<number> = (value, path) => {
  const pace = readNumber(value, path);
  return pace >= 1 ? pace : refuseJson(path, pace, "a number from 1");
};

const readTable = readObject<PolicyTable>({
  vocabulary: readOneOf("levels", "cheridito-weiss"),
  every: readEvery,
  pace: readOptional(readPace),
  actions: readOptional(readOneOf("simplex", "discrete")),
});

/** What goes into a manifest; `readPolicyUse` gives the same back. */
export function writePolicyUse({ everyNs, ...rest }: PolicyUse): NonNullable<ModelManifest["use"]> {
  const text = formatDuration(everyNs);
  return { ...rest, every: parseDuration(text) === everyNs ? text : `${everyNs}ns` };
}

/**
 * @throws OutsideError `MODEL_MISMATCH` where the manifest does not say how the network is a policy,
 *   naming what was found and expected
 */
export function readPolicyUse({ name, use }: ModelManifest): PolicyUse {
  const path = `model ${name}, use`;
  try {
    if (use === undefined) refuseJson(path, use, "vocabulary and every: how it is a policy");
    const { every, ...rest } = readTable(use, path);
    return { ...rest, everyNs: every };
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    throw new OutsideError("MODEL_MISMATCH", cause.message, { canRetry: false, cause });
  }
}
