/** Chance for fuzzing: every choice comes from one seeded source. */
import type { RandomSource } from "../core/random/random-source.ts";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";

export class Dice {
  readonly #random: RandomSource;

  constructor(seed: number) {
    this.#random = createXoshiro128(seed);
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    return Math.floor(this.#random.uniform() * limit);
  }

  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean {
    return this.#random.uniform() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  /** 32 random bits. */
  bits(): number {
    return this.#random.uint32();
  }
}
