/** A task that is learnt: one episode after the other, decisions within each. */

export type ActionSpace =
  /** Shares that add up to one, such as of what is left of an order. */
  | { readonly kind: "simplex"; readonly parts: readonly string[] }
  | { readonly kind: "discrete"; readonly names: readonly string[] };

export interface Environment {
  /** What each place of an observation holds, in order. */
  readonly features: readonly string[];
  readonly actions: ActionSpace;
  /** Decisions of the longest episode. */
  readonly horizon: number;
  /** Begins an episode and writes its first observation. */
  reset(seed: number, observation: Float32Array): void;
  /**
   * Acts and writes the next observation.
   *
   * @param action shares by part, or one number: which
   * @returns whether the episode is over; the observation is all zeros then
   */
  step(action: Float32Array, observation: Float32Array): boolean;
  /** Of the last step: what is learnt from, shaping included. */
  readonly reward: number;
  /** Of the episode that is over: what counts, without shaping; higher is better. */
  readonly score: number;
  /** Of the episode that is over: named figures for logs. */
  readonly figures: Readonly<Record<string, number>>;
}
