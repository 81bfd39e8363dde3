/** What a report of a training is made from. Plain values. */

/** One number of every update, over the decisions made until then. */
export interface LearningCurve {
  readonly name: string;
  /** What it is, in a few words. */
  readonly what: string;
  readonly decisions: readonly number[];
  readonly values: readonly number[];
}

/** A look at the validation seeds. */
export interface ValidationPoint {
  readonly decisions: number;
  readonly score: number;
  readonly standardError: number;
  readonly isBest: boolean;
}

export interface TrainingReport {
  readonly title: string;
  readonly description: string;
  /** In what a score is told: such as `ticks a lot`. */
  readonly scoreUnit: string;
  readonly seed: number;
  readonly decisions: number;
  /** Mean score of the episodes that were learnt from, exploration included. */
  readonly played: LearningCurve;
  readonly validations: readonly ValidationPoint[];
  /** What baselines get on the validation seeds. */
  readonly baselines: readonly { readonly policy: string; readonly score: number }[];
  readonly curves: readonly LearningCurve[];
  /** Name and value, such as the configuration and hashes. */
  readonly facts: readonly (readonly [string, string])[];
  readonly generatedBy: string;
}
