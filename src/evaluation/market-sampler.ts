/** Bid, ask and volume of a market on a grid, for a picture of what it did around an order. */
import type { ReportMarket } from "../analytics/index.ts";
import type { ParentOrder } from "../execution/index.ts";
import { ask, bid, type Side } from "../market/side.ts";

const marketSamples = 480;

export interface SampledMarket {
  /** Best price of a side in ticks, NaN while it shows nothing. */
  bestTicks(side: Side): number;
  /** Lots traded so far. */
  readonly tradedLots: number;
}

/** From shortly before the order to shortly after. */
export class MarketSampler {
  readonly #market: SampledMarket;
  readonly #fromNs: number;
  readonly #stepNs: number;
  readonly #times: number[] = [];
  readonly #bids: number[] = [];
  readonly #asks: number[] = [];
  readonly #volumes: number[] = [];

  constructor(parent: ParentOrder, market: SampledMarket) {
    const duration = parent.endNs - parent.startNs;
    this.#market = market;
    this.#fromNs = Math.max(0, parent.startNs - duration / 20);
    this.#stepNs = (duration * 1.1) / marketSamples;
  }

  /** Everything before a time has happened. */
  passTime(time: number): void {
    while (this.#times.length < marketSamples) {
      const due = this.#fromNs + this.#times.length * this.#stepNs;
      if (due >= time) return;
      this.#times.push(due);
      this.#bids.push(this.#market.bestTicks(bid));
      this.#asks.push(this.#market.bestTicks(ask));
      this.#volumes.push(this.#market.tradedLots);
    }
  }

  market(): ReportMarket {
    return {
      timeNs: this.#times,
      bidTicks: this.#bids,
      askTicks: this.#asks,
      cumulativeVolumeLots: this.#volumes,
    };
  }
}
