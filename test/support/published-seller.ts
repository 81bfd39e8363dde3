/**
 * The two heuristics of Cheridito & Weiss a second time, straight on the market: no worker, no
 * venue, no reports on a wire. What the house's policies do must come to the same.
 */
import { createNewOrder, orderType } from "../../src/market/order.ts";
import { reportField, reportKind } from "../../src/market/report-ring.ts";
import { ask, bid, sell } from "../../src/market/side.ts";
import type { SimulatedMarket } from "../../src/simulation/simulated-market.ts";

const slices = 10;

/** @returns (cash − lots · first best bid) / lots, in ticks a lot */
export function sellAsPublished(
  market: SimulatedMarket,
  heuristic: "submit-and-leave" | "twap",
  lots: number,
  times: { readonly startNs: number; readonly endNs: number },
): number {
  const seller = new Seller(market);
  seller.runTo(times.startNs);
  const referenceTicks = market.bestTicks(bid);
  if (heuristic === "submit-and-leave") {
    seller.rest(lots, market.bestTicks(ask));
  } else {
    const sliceNs = (times.endNs - times.startNs) / slices;
    for (let at = 0; at < slices; at++) {
      seller.runTo(times.startNs + at * sliceNs);
      seller.rest(lots / slices, at === 0 ? market.bestTicks(ask) : market.bestTicks(bid) + 1);
    }
  }
  seller.runTo(times.endNs);
  const cashTicks = seller.finish(lots);
  return (cashTicks - lots * referenceTicks) / lots;
}

class Seller {
  readonly #market: SimulatedMarket;
  readonly #orderIds = new Set<number>();
  #cashTicks = 0;
  #soldLots = 0;

  constructor(market: SimulatedMarket) {
    this.#market = market;
  }

  runTo(timeNs: number): void {
    while (this.#market.nextNs < timeNs) {
      this.#market.step();
      this.#count();
    }
  }

  rest(quantityLots: number, priceTicks: number): void {
    this.#send(createNewOrder({ ...this.#terms(), priceTicks, quantityLots }));
  }

  /** Cancels what rests and sells the rest at the market. */
  finish(lots: number): number {
    const { engine } = this.#market;
    for (const orderId of this.#orderIds) {
      if (engine.book.index.get(orderId) >= 0) engine.cancel(orderId);
    }
    this.#count();
    const left = lots - this.#soldLots;
    if (left > 0) {
      const type = orderType.market;
      this.#send(createNewOrder({ ...this.#terms(), priceTicks: 0, type, quantityLots: left }));
    }
    return this.#cashTicks;
  }

  #terms() {
    const orderId = this.#market.takeOrderId();
    this.#orderIds.add(orderId);
    return { orderId, ownerId: 4, side: sell } as const;
  }

  #send(order: ReturnType<typeof createNewOrder>): void {
    this.#market.engine.submit(order);
    this.#count();
  }

  #count(): void {
    const { reports, book } = this.#market.engine;
    for (let index = reports.released; index < reports.written; index++) {
      if (reports.read(index, reportField.kind) !== reportKind.trade) continue;
      const maker = reports.read(index, reportField.orderId);
      const taker = reports.read(index, reportField.contraId);
      if (!this.#orderIds.has(maker) && !this.#orderIds.has(taker)) continue;
      const lots = reports.read(index, reportField.quantityLots);
      this.#cashTicks += lots * reports.read(index, reportField.priceTicks);
      this.#soldLots += lots;
    }
    this.#market.observe(this.#market.nowNs);
    reports.releaseAll();
    book.touchedCount = 0;
  }
}
