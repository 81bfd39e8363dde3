/** Working a parent order: the worker, its policies and what they may know. */
export {
  type ChildEvent,
  type ChildOrder,
  type ChildStatus,
  childTransitions,
  exposedLots,
  nextChildStatus,
} from "./child-order.ts";
export {
  buildObservation,
  type Observation,
  type SessionContext,
} from "./observation.ts";
export { nextQuestionNs, observeOrder, stepWorker } from "./order-worker.ts";
export {
  amendParentOrder,
  checkParentOrder,
  type ParentAmendment,
  type ParentOrder,
  type Urgency,
} from "./parent-order.ts";
export { type Placement, parsePlacement, placements } from "./placement.ts";
export { decideAllocation } from "./policies/allocation.ts";
export {
  type Decision,
  type ExecutionPolicy,
  jsonStateCodec,
  type RestingTarget,
} from "./policy.ts";
export {
  createPolicy,
  type PolicyDefaults,
  type PolicyDialect,
  policyNames,
} from "./policy-catalogue.ts";
export {
  type AlmgrenChrissParameters,
  computeTrajectory,
  costVariance,
  expectedCost,
} from "./schedules/almgren-chriss.ts";
export {
  type Completion,
  createWorkerState,
  type WorkerContext,
  type WorkerEvent,
  type WorkerState,
  type WorkerStep,
  workingLots,
} from "./worker-state.ts";
