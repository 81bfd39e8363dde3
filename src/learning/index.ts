/** Learning to execute: environments, PPO, and training runs. */
export type { ActionSpace, Environment } from "./environment.ts";
export {
  ExecutionEnvironment,
  type ExecutionEnvironmentSetup,
  type Shaping,
} from "./environments/execution-environment.ts";
export { LinearEnvironment, type LinearTask } from "./environments/linear-environment.ts";
export { exportPolicy } from "./export-policy.ts";
export { createLocalTask } from "./local-task.ts";
export {
  type PpoMetrics,
  type PpoOptions,
  type PpoRun,
  ppoDefaults,
  startPpo,
  type Task,
  trainingSeed,
} from "./ppo.ts";
export type { PolicyVersion, Rollout } from "./rollout.ts";
export { RolloutPool, type RolloutSetup, serveRollouts } from "./rollout-pool.ts";
export {
  type BestPolicy,
  type TrainingHooks,
  type TrainingOutcome,
  type TrainingPlan,
  train,
  type Validation,
} from "./train.ts";
export { parseTrainingConfig, type TrainingConfig } from "./training-config.ts";
