/** What only the book shows to be wrong: crossed and locked, when, how often and for how long. */
import { type EventBlock, eventFlag, eventKind, tradingStatus } from "../../market/event-block.ts";
import type { Side } from "../../market/side.ts";
import { FactsBook } from "./facts-book.ts";
import { type FactsSession, isRegular } from "./facts-session.ts";

/** Half days of New York end at 13:00; what is recorded after it belongs to the close. */
const halfDayEndNs = { from: 12.5 * 3600e9, to: 13.25 * 3600e9 } as const;
const listedMax = 20;

/** One state of the book over the session: how often it came, and its time. */
export interface BookStateFacts {
  readonly count: number;
  /** Undefined when it never was. */
  readonly firstNs: number | undefined;
  readonly heldNs: number;
  readonly longestNs: number;
}

export interface Halt {
  readonly fromNs: number;
  /** Undefined where trading did not go on. */
  readonly toNs: number | undefined;
}

export interface Auction {
  readonly timeNs: number;
  readonly priceTicks: number;
  readonly lots: number;
}

export interface BookFaultFacts {
  readonly events: number;
  readonly records: number;
  readonly firstNs: number | undefined;
  readonly lastNs: number | undefined;
  /** Of the session: time with a bid below an ask. */
  readonly open: BookStateFacts;
  readonly locked: BookStateFacts;
  readonly crossed: BookStateFacts;
  readonly oneSided: BookStateFacts;
  readonly outsideSession: { readonly count: number; readonly firstNs: number | undefined };
  /** Longest time without a record within the session. */
  readonly longestSilence: { readonly fromNs: number; readonly toNs: number } | undefined;
  /** Where the day ended, when that was at the time of half days. */
  readonly halfDayEndNs: number | undefined;
  readonly haltCount: number;
  /** The first twenty of each. */
  readonly halts: readonly Halt[];
  readonly auctionCount: number;
  readonly auctions: readonly Auction[];
}

class BookState {
  #count = 0;
  #firstNs: number | undefined;
  #sinceNs = Number.NaN;
  #heldNs = 0;
  #longestNs = 0;

  enter(timeNs: number): void {
    this.#count++;
    this.#firstNs ??= timeNs;
    this.#sinceNs = timeNs;
  }

  leave(timeNs: number): void {
    const lastedNs = timeNs - this.#sinceNs;
    this.#heldNs += lastedNs;
    this.#longestNs = Math.max(this.#longestNs, lastedNs);
  }

  facts(): BookStateFacts {
    return {
      count: this.#count,
      firstNs: this.#firstNs,
      heldNs: this.#heldNs,
      longestNs: this.#longestNs,
    };
  }
}

export class BookFaults {
  readonly #session: FactsSession;
  readonly #book = new FactsBook();
  readonly #open = new BookState();
  readonly #locked = new BookState();
  readonly #crossed = new BookState();
  readonly #oneSided = new BookState();
  /** What the book is in; undefined outside the session, in halts and before the first quote. */
  #state: BookState | undefined;
  #events = 0;
  #records = 0;
  #firstNs: number | undefined;
  #lastNs: number | undefined;
  #lastInsideNs = Number.NaN;
  #outside = 0;
  #firstOutsideNs: number | undefined;
  #silence: { readonly fromNs: number; readonly toNs: number } | undefined;
  #isHalted = false;
  #haltCount = 0;
  readonly #halts: { fromNs: number; toNs: number | undefined }[] = [];
  #auctionCount = 0;
  readonly #auctions: Auction[] = [];

  constructor(session: FactsSession) {
    this.#session = session;
  }

  apply(block: EventBlock): void {
    this.#events += block.length;
    for (let row = 0; row < block.length; row++) {
      const kind = block.kind[row]!;
      if (kind === eventKind.status || kind === eventKind.cross) this.#noteRare(block, row);
      const side = block.side[row] as Side;
      this.#book.apply(kind, side, block.priceTicks[row]!, block.quantityLots[row]!);
      if ((block.flags[row]! & eventFlag.endOfRecord) !== 0)
        this.#endRecord(block.venueTimeNs[row]!);
    }
  }

  facts(): BookFaultFacts {
    const endNs = Math.min(this.#session.toNs, this.#lastNs ?? 0);
    if (!Number.isNaN(this.#lastInsideNs)) this.#enter(undefined, endNs);
    return {
      events: this.#events,
      records: this.#records,
      firstNs: this.#firstNs,
      lastNs: this.#lastNs,
      open: this.#open.facts(),
      locked: this.#locked.facts(),
      crossed: this.#crossed.facts(),
      oneSided: this.#oneSided.facts(),
      outsideSession: { count: this.#outside, firstNs: this.#firstOutsideNs },
      longestSilence: this.#silence,
      halfDayEndNs: this.#halfDayEnd(),
      haltCount: this.#haltCount,
      halts: this.#halts,
      auctionCount: this.#auctionCount,
      auctions: this.#auctions,
    };
  }

  #endRecord(timeNs: number): void {
    this.#records++;
    this.#firstNs ??= timeNs;
    this.#lastNs = timeNs;
    const { fromNs, toNs } = this.#session;
    if (timeNs < fromNs || timeNs > toNs) {
      this.#outside++;
      this.#firstOutsideNs ??= timeNs;
      if (timeNs > toNs) this.#enter(undefined, toNs);
      return;
    }
    this.#noteSilence(timeNs);
    this.#book.look();
    this.#enter(this.#isHalted ? undefined : this.#stateOfBook(), timeNs);
  }

  #stateOfBook(): BookState {
    const { spreadTicks } = this.#book;
    if (spreadTicks > 0) return this.#open;
    if (spreadTicks === 0) return this.#locked;
    return spreadTicks < 0 ? this.#crossed : this.#oneSided;
  }

  #enter(state: BookState | undefined, timeNs: number): void {
    if (state === this.#state) return;
    this.#state?.leave(timeNs);
    state?.enter(timeNs);
    this.#state = state;
  }

  #noteSilence(timeNs: number): void {
    const fromNs = this.#lastInsideNs;
    this.#lastInsideNs = timeNs;
    const longest = this.#silence === undefined ? 0 : this.#silence.toNs - this.#silence.fromNs;
    if (timeNs - fromNs > longest) this.#silence = { fromNs, toNs: timeNs };
  }

  #noteRare(block: EventBlock, row: number): void {
    const timeNs = block.venueTimeNs[row]!;
    const lots = block.quantityLots[row]!;
    if (block.kind[row] === eventKind.cross) {
      const priceTicks = block.priceTicks[row]!;
      if (this.#auctionCount++ < listedMax) this.#auctions.push({ timeNs, priceTicks, lots });
      return;
    }
    const isHalted = lots !== tradingStatus.trading;
    if (isHalted === this.#isHalted) return;
    this.#isHalted = isHalted;
    const last = this.#halts.at(-1);
    if (isHalted && this.#haltCount++ < listedMax) {
      this.#halts.push({ fromNs: timeNs, toNs: undefined });
    } else if (!isHalted && last !== undefined) last.toNs ??= timeNs;
  }

  #halfDayEnd(): number | undefined {
    const last = this.#lastInsideNs;
    const isThen = last >= halfDayEndNs.from && last <= halfDayEndNs.to;
    return isRegular(this.#session) && isThen ? last : undefined;
  }
}
