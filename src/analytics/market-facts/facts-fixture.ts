/** Hand-made recordings for tests: one line an event. */
import {
  appendEvent,
  createEventBlock,
  type EventBlock,
  type EventKind,
  eventFlag,
  eventKind,
} from "../../market/event-block.ts";
import { ask, bid } from "../../market/side.ts";

export const openNs = 9.5 * 3600e9;

/** One event; `seconds` are those after 09:30. */
export type FixtureEvent = readonly [
  seconds: number,
  kind: keyof typeof eventKind,
  side: "bid" | "ask",
  priceTicks: number,
  lots: number,
  more?: { readonly id?: number; readonly flags?: number; readonly isOpen?: boolean },
];

/** A block of events, each a record of its own but for those that say they are still open. */
export function blockOf(events: readonly FixtureEvent[]): EventBlock {
  const block = createEventBlock(Math.max(1, events.length));
  for (const [seconds, kind, side, priceTicks, quantityLots, more = {}] of events) {
    const timeNs = openNs + Math.round(seconds * 1e9);
    const end = more.isOpen === true ? 0 : eventFlag.endOfRecord;
    appendEvent(block, {
      kind: eventKind[kind] as EventKind,
      venueTimeNs: timeNs,
      localTimeNs: timeNs,
      side: side === "bid" ? bid : ask,
      orderId: more.id ?? 0,
      priceTicks,
      quantityLots,
      flags: (more.flags ?? 0) | end,
    });
  }
  return block;
}
