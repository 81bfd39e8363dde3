/** Orders that come, are changed and go, of order-by-order recordings. */
import { eventKind } from "../../market/event-block.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import type { FactsBook } from "./facts-book.ts";
import { GapCounter } from "./gap-counter.ts";
import type { OrderFacts, PlacementShare } from "./market-facts.ts";
import { OrderLives } from "./order-lives.ts";
import { SizeCounter } from "./size-counter.ts";

const placements = ["inside the spread", "at the best", "1 tick", "2–5", "6–10", "11–50", "> 50"];
const placementEnds = [0, 1, 2, 6, 11, 51];

/** What one message of the source said. Kept by its reader, not to be kept by others. */
export interface Message {
  readonly kind: number;
  /** Of the resting order. */
  readonly side: Side;
  readonly priceTicks: number;
  readonly lots: number;
  readonly timeNs: number;
}

export class OrderMeter {
  readonly #lives = new OrderLives();
  readonly #sizes: SizeCounter;
  readonly #gaps = new GapCounter();
  readonly #submissionGaps = new GapCounter();
  readonly #placed = new Float64Array(placements.length);
  #submissions = 0;
  #reductions = 0;
  #deletions = 0;
  #executions = 0;
  #executionsAtBest = 0;
  #hiddenExecutions = 0;

  constructor(roundLotLots: number) {
    this.#sizes = new SizeCounter(roundLotLots);
  }

  /**
   * One message about an order.
   *
   * @param book as it was before the message
   */
  note({ kind, side, priceTicks, lots, timeNs }: Message, book: FactsBook): void {
    switch (kind) {
      case eventKind.add:
        this.#submissions++;
        this.#sizes.note(lots);
        this.#submissionGaps.note(timeNs);
        this.#notePlace(side, priceTicks, book);
        return;
      case eventKind.reduce:
        this.#reductions++;
        return;
      case eventKind.remove:
        this.#deletions++;
        return;
      case eventKind.execute:
        this.#executions++;
        if (priceTicks === (side === bid ? book.bidTicks : book.askTicks)) this.#executionsAtBest++;
        return;
      case eventKind.hiddenExecute:
        this.#hiddenExecutions++;
    }
  }

  noteRecord(timeNs: number): void {
    this.#gaps.note(timeNs);
  }

  /** What became of one order. Outside the span nothing is counted, but no order is lost either. */
  follow(kind: number, orderId: number, lots: number, timeNs: number, isInside: boolean): void {
    if (!isInside && kind !== eventKind.add) {
      this.#lives.reduce(orderId, lots);
      return;
    }
    switch (kind) {
      case eventKind.add:
        this.#lives.submit(orderId, lots, timeNs);
        return;
      case eventKind.reduce:
      case eventKind.withdraw:
        this.#lives.reduce(orderId, lots);
        return;
      case eventKind.remove:
        this.#lives.delete(orderId, timeNs);
        return;
      case eventKind.execute:
        this.#lives.execute(orderId, lots, timeNs);
    }
  }

  facts(minutes: number): OrderFacts | undefined {
    const sizeLots = this.#sizes.facts();
    if (sizeLots === undefined) return undefined;
    return {
      submissionsPerMinute: this.#submissions / minutes,
      reductionsPerMinute: this.#reductions / minutes,
      deletionsPerMinute: this.#deletions / minutes,
      executionsPerMinute: this.#executions / minutes,
      hiddenExecutionsPerMinute: this.#hiddenExecutions / minutes,
      cancelsPerSubmission: (this.#reductions + this.#deletions) / this.#submissions,
      sizeLots,
      gaps: this.#gaps.facts(),
      submissionGaps: this.#submissionGaps.facts(),
      placement: this.#placementShares(),
      deletedAfter: this.#lives.deletedFacts(),
      executedAfter: this.#lives.executedFacts(),
      executedAtBestShare:
        this.#executions === 0 ? undefined : this.#executionsAtBest / this.#executions,
    };
  }

  #notePlace(side: Side, priceTicks: number, book: FactsBook): void {
    const distance = side === ask ? priceTicks - book.askTicks : book.bidTicks - priceTicks;
    if (Number.isNaN(distance)) return;
    let place = 0;
    while (place < placementEnds.length && distance >= placementEnds[place]!) place++;
    this.#placed[place]!++;
  }

  #placementShares(): readonly PlacementShare[] {
    const all = this.#placed.reduce((sum, count) => sum + count, 0);
    if (all === 0) return [];
    return placements.map((place, at) => ({ place, share: this.#placed[at]! / all }));
  }
}
