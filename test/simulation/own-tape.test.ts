import { deepEqual, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { Episode, replayOrder, TwinPath } from "../../src/evaluation/index.ts";
import {
  appendEvent,
  createEventBlock,
  type EventBlock,
  eventKind,
  type MarketEventSource,
} from "../../src/market/event-block.ts";
import { createInstrument } from "../../src/market/instrument.ts";
import type { NewOrder } from "../../src/market/order.ts";
import { orderType } from "../../src/market/order.ts";
import { reportField, reportKind } from "../../src/market/report-ring.ts";
import type { Side } from "../../src/market/side.ts";
import { ownOwnerId } from "../../src/simulation/own-order-ledger.ts";
import type { SimulatedMarket } from "../../src/simulation/simulated-market.ts";
import { openWorld } from "../support/world-fixture.ts";

/** Everything that others do in a market, as an order-by-order recording. */
class OthersTape implements MarketEventSource {
  readonly instrument = createInstrument({ symbol: "TAPE" });
  readonly block: EventBlock = createEventBlock(1 << 16);

  constructor(market: SimulatedMarket) {
    const { engine } = market;
    const { submit, reduceSlot } = engine;
    const write = (kind: number, id: number, side: Side, price: number, lots: number): void => {
      appendEvent(this.block, {
        ...{ kind: kind as 1, venueTimeNs: market.nowNs, localTimeNs: market.nowNs },
        ...{ orderId: id, side, priceTicks: price, quantityLots: lots, flags: 0 },
      });
    };
    engine.submit = (order: NewOrder): void => {
      const before = engine.reports.written;
      const terms = { ...order };
      submit.call(engine, order);
      if (terms.ownerId === ownOwnerId) return;
      let [traded, price] = [0, terms.priceTicks];
      for (let index = before; index < engine.reports.written; index++) {
        if (engine.reports.read(index, reportField.kind) !== reportKind.trade) continue;
        traded += engine.reports.read(index, reportField.quantityLots);
        price = engine.reports.read(index, reportField.priceTicks);
      }
      // Of a market order the record knows what it traded.
      const isMarket = terms.type === orderType.market;
      if (!isMarket)
        write(eventKind.add, terms.orderId, terms.side, terms.priceTicks, terms.quantityLots);
      else if (traded > 0) write(eventKind.add, terms.orderId, terms.side, price, traded);
    };
    engine.reduceSlot = (slot: number, lots: number): void => {
      const { book } = engine;
      const side = book.sides[slot] as Side;
      write(eventKind.reduce, book.ids[slot]!, side, book.priceOf(slot), lots);
      reduceSlot.call(engine, slot, lots);
    };
  }

  async *blocks(): AsyncGenerator<EventBlock, void, void> {
    yield this.block;
  }
}

describe("a day that was made with an order of ours in it", () => {
  for (const [policies, seed] of [
    ["pov:rate=0.2", 3],
    ["twap", 4],
    ["vwap", 5],
  ] as const) {
    test(`replayed with the same order gives the same fills (${policies})`, async () => {
      const { request, world, createMarket } = openWorld("cw/tactical", { policies });
      const market = createMarket();
      const tape = new OthersTape(market);
      const { parent, session, latency } = request;
      const policy = request.policies[0]!;
      const twin = new TwinPath();
      twin.standStill(parent.startNs, 0);
      const completion = "corridor";
      const setup = { market, parent, policy, session, completion, latency, seed, twin } as const;
      const episode = new Episode(setup);
      episode.finish();
      const fills = (list: Episode["run"]["venue"]["fills"]): unknown =>
        list.map(({ venueTimeNs, priceTicks, lots, liquidity }) => {
          return [venueTimeNs, priceTicks, lots, liquidity];
        });
      const outcome = await replayOrder({ ...request, source: tape, seed });
      const [worked] = outcome.policies;
      ok(worked !== undefined && episode.run.venue.fills.length > 3, world.title);
      deepEqual(fills(worked.run.venue.fills), fills(episode.run.venue.fills));
      deepEqual(worked.run.hash, episode.run.hash);
    });
  }
});
