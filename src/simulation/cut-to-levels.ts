/**
 * An order-by-order recording as a level-2 feed would have told it: totals of price levels after
 * every record, and trades. For judging what is estimated from levels where the truth is known.
 */
import {
  createEventBlock,
  type EventBlock,
  eventKind,
  type MarketEventSource,
} from "../market/event-block.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import { type ReportRing, reportField, reportKind } from "../market/report-ring.ts";
import type { Side } from "../market/side.ts";
import { nobody, RecordedFlow } from "./recorded-flow.ts";

/** One row of orders touches a few levels at most. */
const rowsPerEvent = 64;

export function cutToLevels(source: MarketEventSource): MarketEventSource {
  return { instrument: source.instrument, blocks: () => cutBlocks(source) };
}

async function* cutBlocks(source: MarketEventSource): AsyncGenerator<EventBlock, void, void> {
  const engine = new FastMatchingEngine({ recordsTouches: true });
  const flow = new RecordedFlow(engine, nobody);
  const { book } = engine;
  let cut = createEventBlock(8192);
  for await (const block of source.blocks()) {
    for (let row = 0; row < block.length; row++) {
      if (cut.length + rowsPerEvent > cut.capacity) {
        yield cut;
        cut.length = 0;
      }
      flow.apply(block, row);
      const trades = engine.reports.written - engine.reports.released;
      while (cut.length + trades + book.touchedCount + 1 > cut.capacity) cut = grown(cut);
      writeTrades(cut, block, row, engine.reports);
      engine.reports.releaseAll();
      for (let at = 0; at < book.touchedCount; at += 2) {
        const side = book.touched[at] as Side;
        const levels = book.levels[side];
        const slot = levels.find(book.touched[at + 1]!);
        const price = (book.touched[at + 1]! * levels.sign) | 0;
        const lots = slot < 0 ? 0 : levels.lots[slot]!;
        write(cut, block, row, { kind: eventKind.level, side, price, lots });
      }
      book.touchedCount = 0;
    }
  }
  if (cut.length > 0) yield cut;
}

/** What traded, hidden orders included, and what the status is now. */
function writeTrades(cut: EventBlock, block: EventBlock, row: number, reports: ReportRing): void {
  const kind = block.kind[row];
  const isHidden = kind === eventKind.hiddenExecute;
  if (isHidden || kind === eventKind.status || kind === eventKind.cross) {
    write(cut, block, row, {
      kind: isHidden ? eventKind.trade : (kind ?? eventKind.trade),
      side: block.side[row] as Side,
      price: block.priceTicks[row]!,
      lots: block.quantityLots[row]!,
    });
  }
  for (let index = reports.released; index < reports.written; index++) {
    if (reports.read(index, reportField.kind) !== reportKind.trade) continue;
    write(cut, block, row, {
      kind: eventKind.trade,
      side: reports.read(index, reportField.side) as Side,
      price: reports.read(index, reportField.priceTicks),
      lots: reports.read(index, reportField.quantityLots),
    });
  }
}

function write(
  cut: EventBlock,
  from: EventBlock,
  row: number,
  event: {
    readonly kind: number;
    readonly side: Side;
    readonly price: number;
    readonly lots: number;
  },
): void {
  const at = cut.length++;
  cut.venueTimeNs[at] = from.venueTimeNs[row]!;
  cut.localTimeNs[at] = from.localTimeNs[row]!;
  cut.kind[at] = event.kind;
  cut.side[at] = event.side;
  cut.orderId[at] = 0;
  cut.priceTicks[at] = event.price;
  cut.quantityLots[at] = event.lots;
  cut.flags[at] = from.flags[row]!;
}

function grown(block: EventBlock): EventBlock {
  const larger = createEventBlock(block.capacity * 2);
  larger.length = block.length;
  larger.venueTimeNs.set(block.venueTimeNs);
  larger.localTimeNs.set(block.localTimeNs);
  larger.kind.set(block.kind);
  larger.side.set(block.side);
  larger.priceTicks.set(block.priceTicks);
  larger.quantityLots.set(block.quantityLots);
  larger.flags.set(block.flags);
  return larger;
}
