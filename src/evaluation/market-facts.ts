/** A recorded market read once, from end to end, for what it is like. */
import type { MarketFacts } from "../analytics/market-facts/market-facts.ts";
import {
  MarketFactsMeter,
  type MarketFactsOptions,
} from "../analytics/market-facts/market-facts-meter.ts";
import type { MarketEventSource } from "../market/event-block.ts";

/** Called after every block with the time it ended at and the events read so far. */
export type ReadProgress = (timeNs: number, events: number) => void;

export async function measureMarketFacts(
  source: MarketEventSource,
  options: Omit<MarketFactsOptions, "instrument">,
  onProgress?: ReadProgress,
): Promise<MarketFacts> {
  const meter = new MarketFactsMeter({ ...options, instrument: source.instrument });
  let events = 0;
  for await (const block of source.blocks()) {
    meter.apply(block);
    events += block.length;
    onProgress?.(block.venueTimeNs[block.length - 1] ?? 0, events);
  }
  return meter.finish();
}
