/** The recorded market as it was, without us: the twin that every replayed run is compared with. */
import type { EventBlock } from "../market/event-block.ts";
import { eventKind } from "../market/event-block.ts";
import { FastMatchingEngine } from "../market/matching-engine.ts";
import { ask, bid, type Side } from "../market/side.ts";
import { LevelFlow, type ShownDepth } from "./level-flow.ts";
import { displayedMidTicks } from "./market-publisher.ts";
import { riskAverseQueue } from "./queue-model.ts";
import { nobody, RecordedFlow } from "./recorded-flow.ts";

export class RecordedMarket {
  readonly engine = new FastMatchingEngine({ recordsTouches: true });
  /** Middle of the displayed touch, the last one while a side is empty; NaN before the first. */
  midTicks = Number.NaN;
  /** Lots traded so far, hidden trades and crosses included. */
  tradedLots = 0;
  readonly #flow = new RecordedFlow(this.engine, nobody);
  readonly #levels: LevelFlow;

  constructor(shows: ShownDepth = "levels") {
    const owner = { ...nobody, noteUnseen: () => {} };
    this.#levels = new LevelFlow(this.engine, owner, riskAverseQueue, shows);
  }

  apply(block: EventBlock, row: number): void {
    const kind = block.kind[row];
    const { book } = this.engine;
    const isByLevel = kind === eventKind.level || kind === eventKind.trade;
    if (isByLevel) this.#levels.apply(block, row);
    else this.#flow.apply(block, row);
    this.engine.reports.releaseAll();
    if (book.touchedCount > 0) {
      book.touchedCount = 0;
      this.midTicks = displayedMidTicks(this.engine, this.midTicks);
    }
    const isTrade =
      kind === eventKind.execute ||
      kind === eventKind.hiddenExecute ||
      kind === eventKind.cross ||
      kind === eventKind.trade;
    if (isTrade) this.tradedLots += block.quantityLots[row];
  }

  /** Best displayed price of a side in ticks, NaN when it shows nothing. */
  bestTicks(side: Side): number {
    const { book } = this.engine;
    const slot = book.bestDisplayed(side);
    return slot < 0 ? Number.NaN : book.levels[side].priceOf(slot);
  }

  get isTwoSided(): boolean {
    const { book } = this.engine;
    return book.bestDisplayed(bid) >= 0 && book.bestDisplayed(ask) >= 0;
  }
}
