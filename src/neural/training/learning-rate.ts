/** Learning rates over the steps of a training. */

/** The rate of a step, counted from 1. */
export type LearningRate = (step: number) => number;

export const constantRate =
  (rate: number): LearningRate =>
  () =>
    rate;

/** From `rate` in a straight line to `end` at the last step. */
export function linearRate(rate: number, steps: number, end = 0): LearningRate {
  return (step) => {
    const done = Math.min(1, (step - 1) / Math.max(1, steps - 1));
    return rate * (1 - done) + end * done;
  };
}

/**
 * Rises in a straight line over `warmUp` steps and falls as half a cosine to `end` (Loshchilov &
 * Hutter, ICLR 2017, without restarts).
 */
export function cosineRate(
  rate: number,
  steps: number,
  { warmUp = 0, end = 0 }: { readonly warmUp?: number; readonly end?: number } = {},
): LearningRate {
  return (step) => {
    if (step <= warmUp) return (rate * step) / warmUp;
    const done = Math.min(1, (step - warmUp - 1) / Math.max(1, steps - warmUp - 1));
    return end + ((rate - end) * (1 + Math.cos(Math.PI * done))) / 2;
  };
}
