/** What goes together with moves of the mid: trades, changes at the touch, and the queues' balance. */
import type { FactsBook } from "./facts-book.ts";
import { LineFit } from "./line-fit.ts";
import type { FlowFacts } from "./market-facts.ts";

const secondNs = 1e9;
const imbalanceBins = 5;

/** Changes of the mid, and of another sum, over equal stretches of time. */
class StretchFit {
  readonly fit = new LineFit();
  readonly #lengthNs: number;
  #endNs = Number.NaN;
  #midTicks = Number.NaN;
  #sum = 0;

  constructor(lengthNs: number) {
    this.#lengthNs = lengthNs;
  }

  /** The first mid of all has stood since the stretch began. */
  open(midTicks: number): void {
    this.#midTicks = midTicks;
  }

  /** @param sum of what came before `timeNs`; it and the mid stood until then */
  passTime(timeNs: number, fromNs: number, midTicks: number, sum: number): void {
    if (Number.isNaN(this.#endNs)) this.#endNs = fromNs;
    while (this.#endNs < timeNs) {
      const move = midTicks - this.#midTicks;
      if (!Number.isNaN(move)) this.fit.add(sum - this.#sum, move);
      this.#midTicks = midTicks;
      this.#sum = sum;
      this.#endNs += this.#lengthNs;
    }
  }
}

export class FlowMeter {
  readonly #onTrades = new StretchFit(60 * secondNs);
  readonly #on10s = new StretchFit(10 * secondNs);
  readonly #on60s = new StretchFit(60 * secondNs);
  /** Order-flow imbalance so far (Cont, Kukanov & Stoikov 2014, eq. 1). */
  #imbalance = 0;
  #bidTicks = Number.NaN;
  #askTicks = Number.NaN;
  #bidLots = 0;
  #askLots = 0;
  /** Records by fifth of the queue imbalance since the mid last moved. */
  readonly #waiting = new Float64Array(imbalanceBins);
  readonly #ups = new Float64Array(imbalanceBins);
  readonly #moves = new Float64Array(imbalanceBins);
  #midTicks = Number.NaN;

  /** Time moved on to before `timeNs`. */
  passTime(timeNs: number, fromNs: number, signedLots: number): void {
    this.#onTrades.passTime(timeNs, fromNs, this.#midTicks, signedLots);
    this.#on10s.passTime(timeNs, fromNs, this.#midTicks, this.#imbalance);
    this.#on60s.passTime(timeNs, fromNs, this.#midTicks, this.#imbalance);
  }

  /** A record ended with this touch. */
  note(book: FactsBook): void {
    const { spreadTicks } = book;
    if (Number.isNaN(spreadTicks)) return;
    if (Number.isNaN(this.#midTicks)) this.#open(book.midTicks);
    else this.#imbalance += this.#touchFlow(book);
    this.#bidTicks = book.bidTicks;
    this.#askTicks = book.askTicks;
    this.#bidLots = book.bidLots;
    this.#askLots = book.askLots;
    this.#noteMove(book.midTicks);
    this.#noteBalance(book);
  }

  facts(): FlowFacts | undefined {
    if (Number.isNaN(this.#midTicks)) return undefined;
    return {
      onTrades: this.#onTrades.fit.facts(),
      onImbalance10s: this.#on10s.fit.facts(),
      onImbalance60s: this.#on60s.fit.facts(),
      nextMoveUpByImbalance: this.#moves.some((count) => count === 0)
        ? []
        : Array.from(this.#moves, (count, bin) => this.#ups[bin]! / count),
    };
  }

  #open(midTicks: number): void {
    this.#onTrades.open(midTicks);
    this.#on10s.open(midTicks);
    this.#on60s.open(midTicks);
  }

  /** Fifths of (bid − ask) / (bid + ask) from −1 to 1; what lies on an edge counts on both sides. */
  #noteBalance({ bidLots, askLots }: FactsBook): void {
    const scaled = imbalanceBins * (bidLots - askLots);
    const lots = bidLots + askLots;
    for (let bin = 0; bin < imbalanceBins; bin++) {
      const low = (2 * bin - imbalanceBins) * lots;
      if (scaled >= low && scaled <= low + 2 * lots) this.#waiting[bin]!++;
    }
  }

  /** Lots that came to the bid or left the ask, less the reverse. */
  #touchFlow(book: FactsBook): number {
    let flow = 0;
    if (book.bidTicks >= this.#bidTicks) flow += book.bidLots;
    if (book.bidTicks <= this.#bidTicks) flow -= this.#bidLots;
    if (book.askTicks <= this.#askTicks) flow -= book.askLots;
    if (book.askTicks >= this.#askTicks) flow += this.#askLots;
    return flow;
  }

  #noteMove(midTicks: number): void {
    const move = midTicks - this.#midTicks;
    this.#midTicks = midTicks;
    if (Number.isNaN(move) || move === 0) return;
    for (let bin = 0; bin < imbalanceBins; bin++) {
      this.#moves[bin]! += this.#waiting[bin]!;
      if (move > 0) this.#ups[bin]! += this.#waiting[bin]!;
      this.#waiting[bin] = 0;
    }
  }
}
