/**
 * How much better each decision was than expected: generalised advantage estimation (Schulman,
 * Moritz, Levine, Jordan & Abbeel, ICLR 2016, equation 16). Episodes end for good: nothing comes
 * after their last decision.
 */

export interface AdvantageTerms {
  /** γ; 1 where the horizon is finite. */
  readonly discount: number;
  /** λ. */
  readonly trace: number;
}

export interface Advantages {
  /** [episodes, horizon]; rows that were not played hold 0. */
  readonly advantages: Float32Array;
  /** What the value should have said: advantage + value. */
  readonly targets: Float32Array;
}

/** @param values [episodes, horizon], in the unit of the rewards */
export function computeAdvantages(
  episodes: { readonly rewards: Float32Array; readonly lengths: Int32Array; horizon: number },
  values: Float32Array,
  { discount, trace }: AdvantageTerms,
): Advantages {
  const { rewards, lengths, horizon } = episodes;
  const advantages = new Float32Array(rewards.length);
  const targets = new Float32Array(rewards.length);
  for (let episode = 0; episode < lengths.length; episode++) {
    let [advantage, nextValue] = [0, 0];
    for (let step = lengths[episode] - 1; step >= 0; step--) {
      const at = episode * horizon + step;
      const surprise = rewards[at] + discount * nextValue - values[at];
      advantage = surprise + discount * trace * advantage;
      advantages[at] = advantage;
      targets[at] = advantage + values[at];
      nextValue = values[at];
    }
  }
  return { advantages, targets };
}
