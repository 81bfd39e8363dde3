/**
 * One episode of a Cheridito–Weiss world: the opening book, its traders, and their clock.
 *
 * Whoever works an order acts first at a time, then the noise traders, then the strategic one.
 */
import { createRandomStream, streamId } from "../../core/random/random-stream.ts";
import { FastMatchingEngine } from "../../market/matching-engine.ts";
import { createNewOrder, orderType } from "../../market/order.ts";
import { ask, bid, buy, type Side, sell } from "../../market/side.ts";
import { NoiseTraders, worldOwner } from "./noise-traders.ts";
import type { CheriditoWeissParameters, StrategicParameters } from "./parameters.ts";

export class CheriditoWeissWorld {
  readonly parameters: CheriditoWeissParameters;
  readonly engine: FastMatchingEngine;
  readonly noise: NoiseTraders;
  readonly #strategic: StrategicTrader | undefined;
  #nextOrderId = 1;

  /** @param engine used again from episode to episode; whatever it holds is dropped */
  constructor(
    parameters: CheriditoWeissParameters,
    seed: number,
    engine: FastMatchingEngine = new FastMatchingEngine({ windowTicks: 1024 }),
  ) {
    this.parameters = parameters;
    this.engine = engine;
    engine.book.clear();
    engine.reports.releaseAll();
    this.#openBook();
    const takeId = (): number => this.takeOrderId();
    this.noise = new NoiseTraders(this.engine, parameters, seed, takeId);
    const { strategic, startSeconds, endSeconds } = parameters;
    if (strategic !== undefined) {
      const side = createRandomStream(seed, streamId("cw-strategic-side")).uniform() < 0.5;
      const times = { startSeconds, endSeconds };
      this.#strategic = new StrategicTrader(
        this.engine,
        strategic,
        side ? buy : sell,
        times,
        takeId,
      );
    }
  }

  takeOrderId(): number {
    return this.#nextOrderId++;
  }

  /** Lets everything happen that lies before `seconds`; what lies at it comes after the caller. */
  advanceTo(seconds: number): void {
    const { noise } = this;
    const strategic = this.#strategic;
    for (;;) {
      const strategicSeconds = strategic?.nextSeconds ?? Number.POSITIVE_INFINITY;
      if (Math.min(noise.nextSeconds, strategicSeconds) >= seconds) return;
      if (noise.nextSeconds <= strategicSeconds) noise.act();
      else strategic?.act();
    }
  }

  bestTicks(side: Side): number {
    const { bestSlot } = this.engine.book.levels[side];
    return bestSlot < 0 ? Number.NaN : this.engine.book.levels[side].priceOf(bestSlot);
  }

  #openBook(): void {
    const { bestBidTicks, bestAskTicks, openingLots } = this.parameters;
    const ownerId = worldOwner.initial;
    for (const [depth, quantityLots] of openingLots.entries()) {
      for (const side of [bid, ask] as const) {
        const priceTicks = side === bid ? bestBidTicks - depth : bestAskTicks + depth;
        const orderId = this.takeOrderId();
        this.engine.submit(createNewOrder({ orderId, ownerId, side, priceTicks, quantityLots }));
      }
    }
  }
}

/** Pays for a lot and rests two inside the spread, again and again in one direction. */
class StrategicTrader {
  nextSeconds: number;
  readonly #engine: FastMatchingEngine;
  readonly #parameters: StrategicParameters;
  readonly #side: Side;
  readonly #endSeconds: number;
  readonly #takeId: () => number;

  constructor(
    engine: FastMatchingEngine,
    parameters: StrategicParameters,
    side: Side,
    times: { readonly startSeconds: number; readonly endSeconds: number },
    takeId: () => number,
  ) {
    this.#engine = engine;
    this.#parameters = parameters;
    this.#side = side;
    this.#endSeconds = times.endSeconds;
    this.#takeId = takeId;
    this.nextSeconds = times.startSeconds;
  }

  act(): void {
    const { everySeconds, marketLots, limitLots } = this.#parameters;
    const { levels } = this.#engine.book;
    const side = this.#side;
    const opposite = levels[side ^ 1];
    // Beside the touch it trades against, read before it trades.
    const priceTicks =
      opposite.bestSlot < 0
        ? undefined
        : opposite.priceOf(opposite.bestSlot) + (side === sell ? 1 : -1);
    const ownerId = worldOwner.strategic;
    const type = orderType.market;
    const terms = { ownerId, side, priceTicks: 0 };
    this.#engine.submit(
      createNewOrder({ orderId: this.#takeId(), ...terms, type, quantityLots: marketLots }),
    );
    if (priceTicks !== undefined) {
      const orderId = this.#takeId();
      this.#engine.submit(
        createNewOrder({ orderId, ...terms, priceTicks, quantityLots: limitLots }),
      );
    }
    const next = this.nextSeconds + everySeconds;
    this.nextSeconds = next < this.#endSeconds + everySeconds ? next : Number.POSITIVE_INFINITY;
  }
}
