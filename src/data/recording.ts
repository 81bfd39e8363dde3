/**
 * A recorded market that was opened for reading, whatever its format, and what was found wrong with
 * it on the way.
 */
import type { MarketEventSource } from "../market/event-block.ts";

/** What a source tells: every order, the totals of price levels, the best quotes, or trades alone. */
export type Granularity = "orders" | "levels" | "quotes" | "trades" | "bars";

/**
 * `blocks()` may be called again for another run; counts and findings are those of the run begun
 * last. Times are nanoseconds since midnight of `date`: in the exchange's time zone for US equities
 * (New York), in UTC elsewhere, as `timeZone` says. They may pass 24 hours.
 */
export interface Recording extends MarketEventSource {
  /** As it is asked for: `itch`, `dbn`, `lobster`. */
  readonly format: string;
  /** `YYYY-MM-DD` of time 0. */
  readonly date: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly granularity: Granularity;
  readonly paths: readonly string[];
  /** Rows, records or messages read so far, of this instrument and of others. */
  readonly rows: number;
  readonly findings: Findings;
}

/** One kind of thing that was wrong, or was cleaned away. */
export interface Finding {
  readonly rule: FindingRule;
  readonly count: number;
  /** Where it was first seen. */
  readonly first: FindingPlace;
}

export interface FindingPlace {
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** From 0. */
  readonly byte?: number;
  readonly venueTimeNs?: number;
}

/** Every rule by name, with what is done about it. */
export const findingRules = {
  "time-backwards": "an event before the one in front of it: kept, its time raised to that one's",
  "clock-skew": "received before it happened, by the clocks: taken as received when it happened",
  duplicate: "a record that repeats another: left out",
  gap: "a sequence number was skipped: what was lost cannot be known",
  "unknown-order": "a change of an order that was never seen: left out",
  "repeated-order": "an order id that is in use already: the old order is removed first",
  "excess-quantity": "more taken off an order than it had: the order is removed",
  "off-grid":
    "a price between ticks: trades keep it, quotes and orders are rounded away from the mid",
  "odd-print": "a trade that the exchange's rules keep out of the last price: kept out of the tape",
  "broken-trade": "a trade that the exchange took back later: kept, as it was known until then",
  "crossed-book": "the best bid above the best ask: kept",
  "locked-book": "the best bid at the best ask: kept",
  "stale-update": "an update older than the snapshot: left out",
  "missing-snapshot": "updates without the book they belong to: left out until a snapshot",
  halt: "trading was halted",
  "half-day": "the session ended early",
  "outside-session": "an event outside of trading hours: kept",
  "bad-quantity": "a quantity of nothing, or a negative one: left out",
  "no-price": "a price of nothing where one is needed: left out",
  "price-change": "an order changed its price: removed and added again, without its rank",
} as const;
export type FindingRule = keyof typeof findingRules;

/** Counts by rule, and where each was first seen. */
export class Findings {
  readonly #counts = new Map<FindingRule, { count: number; first: FindingPlace }>();

  note(rule: FindingRule, place: FindingPlace): void {
    const known = this.#counts.get(rule);
    if (known === undefined) this.#counts.set(rule, { count: 1, first: place });
    else known.count++;
  }

  count(rule: FindingRule): number {
    return this.#counts.get(rule)?.count ?? 0;
  }

  /** In the order of the rules. */
  list(): readonly Finding[] {
    return (Object.keys(findingRules) as FindingRule[]).flatMap((rule) => {
      const found = this.#counts.get(rule);
      return found === undefined ? [] : [{ rule, ...found }];
    });
  }
}
