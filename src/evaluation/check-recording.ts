/** A recorded market read once, from end to end or to where it breaks, for what is wrong with it. */
import { type BookFaultFacts, BookFaults } from "../analytics/market-facts/book-faults.ts";
import type { FactsSession } from "../analytics/market-facts/facts-session.ts";
import { OutsideError } from "../core/trouble.ts";
import type { MarketEventSource } from "../market/event-block.ts";
import type { ReadProgress } from "./market-facts.ts";

export interface RecordingCheck {
  /** Up to the end, or to where reading stopped. */
  readonly book: BookFaultFacts;
  /** Why reading stopped before the end. */
  readonly unreadable: OutsideError | undefined;
}

export async function checkRecording(
  source: MarketEventSource,
  session: FactsSession,
  onProgress?: ReadProgress,
): Promise<RecordingCheck> {
  const faults = new BookFaults(session);
  let events = 0;
  try {
    for await (const block of source.blocks()) {
      faults.apply(block);
      events += block.length;
      onProgress?.(block.venueTimeNs[block.length - 1] ?? 0, events);
    }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return { book: faults.facts(), unreadable: error };
  }
  return { book: faults.facts(), unreadable: undefined };
}
