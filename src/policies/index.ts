/** Learned policies: what they are shown, what they may do, and a network as a policy. */
export {
  type ActionVocabulary,
  createVocabulary,
  decideShares,
  type VocabularyKind,
  writeSingleAction,
} from "./action-codec.ts";
export { countDecisions, readClock } from "./decision-clock.ts";
export {
  checkShares,
  createLearnedPolicy,
  type LearnedPolicyTerms,
  type SyncInference,
} from "./learned-policy.ts";
export {
  encodeObservation,
  observationFeatures,
  observationHash,
} from "./observation-encoder.ts";
export { type PolicyUse, readPolicyUse, writePolicyUse } from "./policy-manifest.ts";
