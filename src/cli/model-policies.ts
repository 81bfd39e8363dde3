/**
 * Trained models as policies: `model:NAME`, `model:NAME@VERSION`, `model:./FOLDER`.
 *
 * Files are read and checked once, in the main thread and before anything runs. What they hold goes
 * with the options as plain data, and every thread makes its own policy of it.
 */
import { assert } from "../core/assert.ts";
import { OutsideError, UsageError } from "../core/trouble.ts";
import type { ExecutionPolicy } from "../execution/index.ts";
import { type ModelManifest, PlainSession, readModel, type StoredModel } from "../neural/index.ts";
import { createLearnedPolicy, createVocabulary, readPolicyUse } from "../policies/index.ts";
import { resolveModel } from "../policies/model-registry.ts";
import { asUsage, modelFolderOf } from "./model-folder.ts";
import { modelReferenceOf, splitPolicies } from "./policy-list.ts";

/** A network behind a policy's name; plain data. */
export interface PolicyModel {
  /** As it was asked for: `model:cw-noise-20`. */
  readonly policy: string;
  readonly manifest: ModelManifest;
  readonly bytes: Uint8Array;
}

interface ModelOptions {
  readonly policies: string;
  readonly models?: string;
}

/**
 * Options with the models that their policies name.
 *
 * @throws UsageError for a name or a version that is not there
 * @throws OutsideError where nothing was promoted or files do not check out
 */
export async function withPolicyModels<Options extends ModelOptions>(
  options: Options,
): Promise<Options & { readonly policyModels: readonly PolicyModel[] }> {
  const policyModels: PolicyModel[] = [];
  for (const policy of splitPolicies(options.policies)) {
    const reference = modelReferenceOf(policy);
    if (reference === undefined) continue;
    const { manifest, bytes } = await findModel(reference, options);
    policyModels.push({ policy, manifest, bytes });
  }
  return { ...options, policyModels };
}

async function findModel(reference: string, options: ModelOptions): Promise<StoredModel> {
  if (/[:,]/.test(reference)) {
    const expected = "model:NAME, model:NAME@VERSION or model:./FOLDER, without colon and comma";
    throw new UsageError(`--policies: found model:${reference}, expected ${expected}`);
  }
  // No name and no version of a registry holds a slash.
  if (/[\\/]/.test(reference)) return readModel(reference);
  return asUsage(resolveModel(modelFolderOf(options), reference), "--policies");
}

/**
 * The policy of a model that was found before.
 *
 * @throws OutsideError `MODEL_MISMATCH`, `MODEL_REFUSED` where the network is no policy for what is
 *   observed and done here
 */
export function openModelPolicy(policy: string, models: readonly PolicyModel[]): ExecutionPolicy {
  const model = models.find((one) => one.policy === policy);
  assert(model !== undefined, "a model is read before its policy is made");
  try {
    const { manifest, bytes } = model;
    const { vocabulary, pace, ...use } = readPolicyUse(manifest);
    const learned = createLearnedPolicy({
      ...{ ...use, manifest, network: PlainSession.open(bytes) },
      vocabulary: createVocabulary(vocabulary, pace === undefined ? {} : { pace }),
    });
    const description = `${learned.description}, trained on ${manifest.training.data}, SHA-256 ${manifest.file.sha256.slice(0, 16)}`;
    return { ...learned, name: policy, description };
  } catch (cause) {
    if (!(cause instanceof OutsideError)) throw cause;
    const message = `--policies ${policy}: ${cause.message}`;
    throw new OutsideError(cause.code, message, { canRetry: false, cause });
  }
}
