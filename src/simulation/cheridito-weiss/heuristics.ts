/**
 * The two heuristics of the published benchmark (reference note 01, appendix A8), both selling.
 *
 * They work directly in the world, as the publication has them: their `twap` is not the house's
 * schedule but a limit order every fifteen seconds that stays until the end.
 */
import type { FastMatchingEngine } from "../../market/matching-engine.ts";
import { createNewOrder, orderType } from "../../market/order.ts";
import { reportField, reportKind } from "../../market/report-ring.ts";
import { ask, bid, sell } from "../../market/side.ts";
import type { CheriditoWeissParameters } from "./parameters.ts";
import { CheriditoWeissWorld } from "./world.ts";

export const cheriditoWeissHeuristics = ["submit-and-leave", "twap"] as const;
export type CheriditoWeissHeuristic = (typeof cheriditoWeissHeuristics)[number];

const ownOwner = 4;
const twapSlices = 10;

export interface CheriditoWeissEpisode {
  /** (cash − lots · first best bid) / lots, in ticks a lot: higher is better for the seller. */
  readonly rewardTicksPerLot: number;
  readonly soldLots: number;
  /** Events of the noise traders. */
  readonly events: number;
}

/**
 * Sells `lots` in one episode; the same seed gives the same world to both heuristics.
 *
 * @param engine used again from episode to episode, where many are run
 */
export function runCheriditoWeissEpisode(
  parameters: CheriditoWeissParameters,
  heuristic: CheriditoWeissHeuristic,
  lots: number,
  seed: number,
  engine?: FastMatchingEngine,
): CheriditoWeissEpisode {
  const world = new CheriditoWeissWorld(parameters, seed, engine);
  const seller = new Seller(world);
  world.advanceTo(0);
  const referenceTicks = world.bestTicks(bid);
  if (heuristic === "submit-and-leave") {
    seller.rest(lots, world.bestTicks(ask));
  } else {
    const slice = parameters.endSeconds / twapSlices;
    for (let at = 0; at < twapSlices; at++) {
      world.advanceTo(at * slice);
      seller.rest(lots / twapSlices, at === 0 ? world.bestTicks(ask) : world.bestTicks(bid) + 1);
    }
  }
  world.advanceTo(parameters.endSeconds);
  const { cashTicks, soldLots } = seller.finish(lots);
  return {
    rewardTicksPerLot: (cashTicks - soldLots * referenceTicks) / lots,
    soldLots,
    events: world.noise.events,
  };
}

/** Our orders in the world, counted from the engine's reports. */
class Seller {
  readonly #world: CheriditoWeissWorld;
  readonly #orderIds = new Set<number>();

  constructor(world: CheriditoWeissWorld) {
    this.#world = world;
  }

  rest(quantityLots: number, priceTicks: number): void {
    const orderId = this.#world.takeOrderId();
    this.#orderIds.add(orderId);
    const order = { orderId, ownerId: ownOwner, side: sell, priceTicks, quantityLots } as const;
    this.#world.engine.submit(createNewOrder(order));
  }

  /** Cancels what rests, sells the rest at the market, and counts. */
  finish(lots: number): { readonly cashTicks: number; readonly soldLots: number } {
    const { engine } = this.#world;
    for (const orderId of this.#orderIds) {
      if (engine.book.index.get(orderId) >= 0) engine.cancel(orderId);
    }
    const soldBefore = this.#count().soldLots;
    if (soldBefore < lots) {
      const orderId = this.#world.takeOrderId();
      this.#orderIds.add(orderId);
      const terms = {
        ownerId: ownOwner,
        side: sell,
        priceTicks: 0,
        type: orderType.market,
      } as const;
      engine.submit(createNewOrder({ orderId, quantityLots: lots - soldBefore, ...terms }));
    }
    return this.#count();
  }

  #count(): { cashTicks: number; soldLots: number } {
    const { reports } = this.#world.engine;
    let [cashTicks, soldLots] = [0, 0];
    for (let index = reports.released; index < reports.written; index++) {
      if (reports.read(index, reportField.kind) !== reportKind.trade) continue;
      const maker = reports.read(index, reportField.orderId);
      const taker = reports.read(index, reportField.contraId);
      if (!this.#orderIds.has(maker) && !this.#orderIds.has(taker)) continue;
      const lots = reports.read(index, reportField.quantityLots);
      cashTicks += lots * reports.read(index, reportField.priceTicks);
      soldLots += lots;
    }
    return { cashTicks, soldLots };
  }
}
