/**
 * Selling in the linear market, where the best schedule is known (docs/models/linear.md): a task to
 * hold a learner against theory.
 *
 * At each step a share of what is left is sold; the last step sells the rest. The reward of a step is
 * less what it cost and less the risk that is carried on, λσ²q²τ, so that an episode's rewards add up
 * to −(cost + λ·variance) of its schedule: the objective of Almgren & Chriss (Journal of Risk 3, 2000,
 * §2). All in basis points of the order's notional.
 */
import { drawNormal } from "../../core/random/distributions.ts";
import {
  createRandomStream,
  type RandomStream,
  streamId,
} from "../../core/random/random-stream.ts";
import type { LinearMarketParameters } from "../../simulation/linear-market.ts";
import type { ActionSpace, Environment } from "../environment.ts";

export interface LinearTask {
  readonly market: LinearMarketParameters;
  /** Dollars a share at the start. */
  readonly price: number;
  /** λ, per dollar. */
  readonly riskAversion: number;
  /**
   * Takes out of the reward what the price's draws did to somebody who sells evenly: his part of the
   * noise has mean zero whatever is learnt, so nothing is changed but the noise.
   */
  readonly hasControlVariate: boolean;
}

export class LinearEnvironment implements Environment {
  readonly features = ["time left", "inventory left", "even share"];
  readonly actions: ActionSpace = { kind: "simplex", parts: ["sell", "hold"] };
  readonly horizon: number;
  reward = 0;
  score = 0;
  readonly figures = { costBps: 0, riskBps: 0 };
  readonly #task: LinearTask;
  #random: RandomStream = createRandomStream(0, 0);
  #step = 0;
  #held = 0;
  /** The price's move since the start, in dollars. */
  #move = 0;

  constructor(task: LinearTask) {
    this.#task = task;
    this.horizon = task.market.steps;
  }

  reset(seed: number, observation: Float32Array): void {
    this.#random = createRandomStream(seed, streamId("linear-price"));
    this.#step = 0;
    this.#held = this.#task.market.quantity;
    this.#move = 0;
    this.score = 0;
    this.figures.costBps = 0;
    this.figures.riskBps = 0;
    this.#observe(observation);
  }

  step(action: Float32Array, observation: Float32Array): boolean {
    const { market, price, riskAversion, hasControlVariate } = this.#task;
    const { quantity, steps, duration, volatility, permanentImpact, temporaryImpact } = market;
    const tau = duration / steps;
    const isLast = this.#step === steps - 1;
    const sold = isLast ? this.#held : this.#held * action[0];
    const impact = market.fixedCost * sold + (temporaryImpact / tau) * sold * sold;
    const cost = impact - sold * this.#move;
    this.#held -= sold;
    const risk = riskAversion * volatility ** 2 * tau * this.#held ** 2;
    const noise = volatility * Math.sqrt(tau) * drawNormal(this.#random);
    this.#move += noise - permanentImpact * sold;
    this.#step++;
    const toBps = 1e4 / (quantity * price);
    this.figures.costBps += cost * toBps;
    this.figures.riskBps += risk * toBps;
    this.score -= (cost + risk) * toBps;
    // What the draw will have cost him: he still holds this much of the order.
    const evenlyHeld = quantity * (1 - this.#step / steps);
    const control = hasControlVariate ? noise * evenlyHeld : 0;
    // Marked to market: the move hits what is still held, now and not when it is sold.
    const marked = impact + this.#held * (permanentImpact * sold - noise);
    this.reward = -(marked + risk + control) * toBps;
    if (isLast) observation.fill(0);
    else this.#observe(observation);
    return isLast;
  }

  #observe(observation: Float32Array): void {
    const { steps, quantity } = this.#task.market;
    const timeLeft = 1 - this.#step / steps;
    observation[0] = timeLeft;
    observation[1] = this.#held / quantity;
    observation[2] = Math.min(1, 1 / (steps - this.#step));
  }
}
