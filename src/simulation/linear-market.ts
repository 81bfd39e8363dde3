/**
 * A market without a book in which Almgren & Chriss (Journal of Risk 3, 2000) are right: many
 * trajectories at once, as columns.
 *
 * Over a step of length τ the price moves by σ√τ·ξ − γn, and n lots are sold at the price before
 * the step less ε + ηn/τ (equations 1 to 5 and 7 of the paper; selling, so that a falling price
 * hurts). Draws come from one counter-based stream and do not depend on what is sold: two policies
 * on one seed meet the same ξ.
 */
import { assert } from "../core/assert.ts";
import { drawNormal } from "../core/random/distributions.ts";
import { createRandomStream, streamId } from "../core/random/random-stream.ts";

export interface LinearMarketParameters {
  /** Lots to sell in each trajectory. */
  readonly quantity: number;
  /** T, in the unit of time of σ and η. */
  readonly duration: number;
  /** N. */
  readonly steps: number;
  /** σ, price per √time. */
  readonly volatility: number;
  /** γ, price per lot. */
  readonly permanentImpact: number;
  /** η, price per lot per time. */
  readonly temporaryImpact: number;
  /** ε, price per lot. */
  readonly fixedCost: number;
}

export class LinearMarket {
  readonly parameters: LinearMarketParameters;
  /** Trajectories. */
  readonly count: number;
  /** By trajectory: the price's move since the start. */
  readonly moves: Float64Array;
  /** By trajectory: lots still held. */
  readonly held: Float64Array;
  /** By trajectory: implementation shortfall so far, price × lots, positive when it hurts. */
  readonly costs: Float64Array;
  /** Steps done. */
  step = 0;
  readonly #random;
  readonly #stepVolatility: number;

  constructor(parameters: LinearMarketParameters, count: number, seed: number) {
    const { duration, steps, quantity } = parameters;
    assert(duration > 0 && steps >= 1 && quantity > 0 && count >= 1, "a linear market has extent");
    this.parameters = parameters;
    this.count = count;
    this.moves = new Float64Array(count);
    this.held = new Float64Array(count).fill(quantity);
    this.costs = new Float64Array(count);
    this.#random = createRandomStream(seed, streamId("linear-price"));
    this.#stepVolatility = parameters.volatility * Math.sqrt(duration / steps);
  }

  get isOver(): boolean {
    return this.step === this.parameters.steps;
  }

  /**
   * Sells in every trajectory and moves the price.
   *
   * @param lots by trajectory; what the last step is given does not matter: it sells what is held
   */
  sell(lots: ArrayLike<number>): void {
    assert(!this.isOver, "a linear market is asked for no more steps than it has");
    const { permanentImpact, temporaryImpact, fixedCost, duration, steps } = this.parameters;
    const { moves, held, costs } = this;
    const random = this.#random;
    const stepVolatility = this.#stepVolatility;
    const slope = temporaryImpact / (duration / steps);
    const isLast = this.step === steps - 1;
    for (let at = 0; at < this.count; at++) {
      const sold = isLast ? held[at] : lots[at];
      const paid = fixedCost * Math.abs(sold) + slope * sold * sold;
      costs[at] += paid - sold * moves[at];
      held[at] -= sold;
      moves[at] += stepVolatility * drawNormal(random) - permanentImpact * sold;
    }
    this.step++;
  }
}
