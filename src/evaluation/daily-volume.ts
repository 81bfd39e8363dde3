/** What traded in a recording, by day and by bucket of the session. */
import { type CurveBuckets, countBuckets, type DayVolume } from "../analytics/volume-curve-fit.ts";
import { eventKind, type MarketEventSource } from "../market/event-block.ts";

/** A day of a recording, and how much of the session it covers. */
export interface RecordedDay extends DayVolume {
  readonly totalLots: number;
  /** Part of the session between the day's first and last event, 0 to 1. */
  readonly covered: number;
}

const nsPerDay = 24 * 3600e9;
const msPerDay = 86_400_000;

interface Day {
  readonly lots: number[];
  firstNs: number;
  lastNs: number;
}

/**
 * Sums trades, hidden ones included and auctions left out.
 *
 * @param options.date of time 0, `YYYY-MM-DD`; times go on past 24 hours
 * @param options.isAtEnd whether a trade's time is the end of when it happened, as with bars
 */
export async function measureDailyVolume(
  source: MarketEventSource,
  buckets: CurveBuckets,
  { date, isAtEnd }: { readonly date: string; readonly isAtEnd: boolean },
): Promise<readonly RecordedDay[]> {
  const { fromNs, toNs, bucketNs } = buckets;
  const days = new Map<number, Day>();
  const shiftNs = isAtEnd ? 1 : 0;
  for await (const block of source.blocks()) {
    for (let row = 0; row < block.length; row++) {
      const time = block.venueTimeNs[row]! - shiftNs;
      const number = Math.floor(time / nsPerDay);
      const clock = time - number * nsPerDay;
      if (clock < fromNs || clock >= toNs) continue;
      let day = days.get(number);
      if (day === undefined) {
        day = { lots: new Array(countBuckets(buckets)).fill(0), firstNs: clock, lastNs: clock };
        days.set(number, day);
      }
      day.lastNs = clock;
      if (!isTrade(block.kind[row]!)) continue;
      day.lots[Math.floor((clock - fromNs) / bucketNs)]! += block.quantityLots[row]!;
    }
  }
  const zeroMs = Date.parse(`${date}T00:00:00Z`);
  return [...days].map(([number, { lots, firstNs, lastNs }]) => ({
    date: new Date(zeroMs + number * msPerDay).toISOString().slice(0, 10),
    lots,
    totalLots: lots.reduce((sum, one) => sum + one, 0),
    covered: (lastNs - firstNs) / (toNs - fromNs),
  }));
}

function isTrade(kind: number): boolean {
  return kind === eventKind.execute || kind === eventKind.hiddenExecute || kind === eventKind.trade;
}
