/** Recorded markets made for tests: from rows, mirrored, poisoned, from a synthetic day. */
import {
  appendEvent,
  createEventBlock,
  type EventBlock,
  eventKind,
  type MarketEvent,
  type MarketEventSource,
  readEvent,
} from "../../src/market/event-block.ts";
import { createInstrument, type Instrument } from "../../src/market/instrument.ts";
import { oppositeSide } from "../../src/market/side.ts";

/** A source that gives these events, in blocks of 512. */
export function createEventSource(
  events: readonly MarketEvent[],
  instrument: Instrument = createInstrument({ symbol: "TEST" }),
): MarketEventSource {
  const capacity = 512;
  return {
    instrument,
    async *blocks(): AsyncIterable<EventBlock> {
      const block = createEventBlock(capacity);
      for (const event of events) {
        appendEvent(block, event);
        if (block.length < capacity) continue;
        yield block;
        block.length = 0;
      }
      if (block.length > 0) yield block;
    },
  };
}

/** Every event of a source, as objects. */
export async function readAllEvents(source: MarketEventSource): Promise<MarketEvent[]> {
  const events: MarketEvent[] = [];
  for await (const block of source.blocks()) {
    for (let row = 0; row < block.length; row++) events.push(readEvent(block, row));
  }
  return events;
}

/** The market seen in a mirror: every price p becomes 2·pivot − p, bids become asks. */
export function mirrorEvents(events: readonly MarketEvent[], pivotTicks: number): MarketEvent[] {
  return events.map((event) => {
    if (event.kind === eventKind.status) return event;
    return {
      ...event,
      side: oppositeSide(event.side),
      priceTicks: 2 * pivotTicks - event.priceTicks,
    };
  });
}

/** The same events up to a time; after it, other prices, sizes and sides that still make sense. */
export function poisonAfter(events: readonly MarketEvent[], timeNs: number): MarketEvent[] {
  const before = events.filter((event) => event.venueTimeNs <= timeNs);
  const head = { localTimeNs: 0, flags: 0, side: 0 as const };
  const garbage = events
    .filter((event) => event.venueTimeNs > timeNs)
    .map((event, row) => ({
      ...event,
      ...head,
      kind: eventKind.add,
      orderId: 1e12 + row,
      priceTicks: 1 + (row % 50),
      quantityLots: 1_000_000 + row,
    }));
  return [...before, ...garbage];
}
