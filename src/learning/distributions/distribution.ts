/** What a policy network's numbers mean: a distribution over actions. */
import type { RandomSource } from "../../core/random/random-source.ts";
import type { Tensor } from "../../neural/index.ts";

/**
 * Of shares that add up to one. `logistic-normal`: the network gives the middle, a schedule how far
 * choices stray. `dirichlet`: the network gives both.
 */
export type ShareDistribution = "logistic-normal" | "dirichlet";

/** Where in larger columns one choice is read from and written to. */
export interface ChoicePlaces {
  /** The network's numbers. */
  readonly head: Float32Array;
  readonly headAt: number;
  /** What is kept of the choice. */
  readonly choice: Float32Array;
  readonly choiceAt: number;
  /** What the environment is given. */
  readonly action: Float32Array;
}

export interface ChoiceTerms {
  /** Log density of each choice, [batch]. */
  readonly logDensity: Tensor;
  /** Of the distribution, [batch]. */
  readonly entropy: Tensor;
}

export interface Distribution {
  /** Numbers the policy network gives. */
  readonly headLength: number;
  /** Numbers that are kept of a choice. */
  readonly choiceLength: number;
  /** Numbers the environment is given. */
  readonly actionLength: number;
  /** A choice is the number of an action, and int64 in a graph. */
  readonly isDiscrete: boolean;
  /** The schedule says how far choices stray, and `describe` is told. */
  readonly hasSchedule: boolean;
  /**
   * Draws one choice.
   *
   * @param deviation 0 takes the middle, or the likeliest action, and draws nothing; above, what the
   *   schedule says
   * @returns logarithm of its density, or of its probability
   */
  draw(places: ChoicePlaces, deviation: number, random: RandomSource): number;
  /**
   * The same as a graph.
   *
   * @param head [batch, head length]
   * @param choice [batch, choice length], or numbers of actions [batch]
   * @param logDeviation [1]; where there is a schedule
   */
  describe(head: Tensor, choice: Tensor, logDeviation: Tensor | undefined): ChoiceTerms;
  /** [batch, head length] to [batch, parts]: the middle, or how likely each action is. */
  answer(head: Tensor): Tensor;
}
