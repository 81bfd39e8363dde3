/** Runs of policies on markets, and what came of them. */

export {
  comparePolicies,
  type Interval95,
  type PairedResult,
  type PolicyResult,
} from "./compare-policies.ts";
export { forkForDecision } from "./decision-fork.ts";
export { type Arrival, Episode, type EpisodeSetup } from "./episode.ts";
export {
  columnOf,
  type EpisodeRows,
  episodeRowLength,
  fieldAt,
  inventoryPoints,
  participationBins,
} from "./episode-row.ts";
export { evaluateLinearChunk, linearChunk } from "./evaluate-linear.ts";
export { type MarketRules, WorldEvaluator, type WorldRequest } from "./evaluate-world.ts";
export {
  type ClosedForm,
  closedForm,
  createLinearSchedule,
  type LinearSchedule,
} from "./linear-schedule.ts";
export { createRunMemory, type RunMemory } from "./policy-run.ts";
export { computeProfileBands } from "./profile-bands.ts";
export {
  measureQueueError,
  type ProbePlan,
  type QueueError,
  type QueueErrors,
} from "./queue-error.ts";
export type { PropagatorRequest, ReplayImpactRequest } from "./replay-impact.ts";
export {
  type ReplayOutcome,
  type ReplayRequest,
  replayOrder,
  type WorkedOutcome,
  type WorkedPolicy,
} from "./replay-order.ts";
export { traceOrder } from "./trace-order.ts";
export {
  combineGrid,
  findEdges,
  type GridAxis,
  objectiveOf,
  rankResults,
  type TuningObjective,
  tuningObjectives,
} from "./tune-policy.ts";
export { TwinPath } from "./twin-path.ts";
export { type VerifyResult, verifyBook } from "./verify-book.ts";
export { runInPool, servePool, type TaskOutcome } from "./worker-pool.ts";
