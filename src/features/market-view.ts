/**
 * The market as it can be known here, now: built from market data in the order in which it
 * arrives, and from nothing else.
 *
 * Rows of kind `level` and `trade` go in; what comes out is the book by price level, the tape's
 * totals and two slow measures (volatility, spread). There is no way to ask it about later times.
 */
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import { nsPerSecond } from "../core/time.ts";
import { DepthBook } from "../market/depth-book.ts";
import { type EventBlock, eventKind } from "../market/event-block.ts";
import { ask, bid, type Side } from "../market/side.ts";

/** Mid prices are compared on this grid for the volatility. */
const volatilityStepNs = 10 * nsPerSecond;

export class MarketView {
  readonly depth = new DepthBook();
  /** Local time of the last row taken in, 0 before the first. */
  nowNs = 0;
  /** Local time of the first row, 0 before it. */
  firstNs = 0;
  /** Lots traded since the first row, our own included. */
  tradedLots = 0;
  /** Price of the last trade, NaN before the first. */
  lastTradeTicks = Number.NaN;

  #lastMidTicks = Number.NaN;
  #stepMidTicks = Number.NaN;
  #stepEndNs = 0;
  #squaredMoves = 0;
  #steps = 0;
  #spreadTime = 0;
  #spreadTimeNs = 0;

  /** Takes in one row of market data; rows come in the order of their local times. */
  apply(block: EventBlock, row: number): void {
    const now = block.localTimeNs[row];
    if (this.firstNs === 0) this.#start(now);
    this.#passTime(now);
    const side = block.side[row] as Side;
    if (block.kind[row] === eventKind.level) {
      this.depth.set(side, block.priceTicks[row], block.quantityLots[row]);
      const mid = this.depth.midTicks();
      // With one side empty the last mid stands.
      if (!Number.isNaN(mid)) this.#lastMidTicks = mid;
    } else if (block.kind[row] === eventKind.trade) {
      this.tradedLots += block.quantityLots[row];
      this.lastTradeTicks = block.priceTicks[row];
    }
  }

  /** Last middle of bid and ask while both stood, in ticks; NaN before the first. */
  get midTicks(): number {
    return this.#lastMidTicks;
  }

  /** Standard deviation of the mid in ticks per square root of a second; NaN before two steps. */
  get volatilityTicks(): number {
    if (this.#steps < 2) return Number.NaN;
    return Math.sqrt(this.#squaredMoves / this.#steps / (volatilityStepNs / nsPerSecond));
  }

  /** Time-weighted mean spread in ticks since the first row; NaN before any time passed. */
  get meanSpreadTicks(): number {
    return this.#spreadTimeNs === 0 ? Number.NaN : this.#spreadTime / this.#spreadTimeNs;
  }

  save(writer: StateWriter): void {
    for (const side of [bid, ask] as const) {
      const levels = this.depth.top(side, Number.POSITIVE_INFINITY);
      writer.number(levels.length);
      for (const level of levels) writer.column(level);
    }
    writer.column([
      ...[this.nowNs, this.firstNs, this.tradedLots, this.lastTradeTicks],
      ...[this.#lastMidTicks, this.#stepMidTicks, this.#stepEndNs, this.#squaredMoves],
      ...[this.#steps, this.#spreadTime, this.#spreadTimeNs],
    ]);
  }

  load(reader: StateReader): void {
    for (const side of [bid, ask] as const) {
      this.depth.levels[side].clear();
      for (let left = reader.number(); left > 0; left--) {
        this.depth.set(side, reader.number(), reader.number());
      }
    }
    this.nowNs = reader.number();
    this.firstNs = reader.number();
    this.tradedLots = reader.number();
    this.lastTradeTicks = reader.number();
    this.#lastMidTicks = reader.number();
    this.#stepMidTicks = reader.number();
    this.#stepEndNs = reader.number();
    this.#squaredMoves = reader.number();
    this.#steps = reader.number();
    this.#spreadTime = reader.number();
    this.#spreadTimeNs = reader.number();
  }

  #start(now: number): void {
    this.firstNs = now;
    this.nowNs = now;
    this.#stepEndNs = now + volatilityStepNs;
  }

  #passTime(now: number): void {
    const spread = this.depth.bestTicks(ask) - this.depth.bestTicks(bid);
    if (!Number.isNaN(spread)) {
      this.#spreadTime += spread * (now - this.nowNs);
      this.#spreadTimeNs += now - this.nowNs;
    }
    while (now >= this.#stepEndNs) {
      const move = this.#lastMidTicks - this.#stepMidTicks;
      if (!Number.isNaN(move)) {
        this.#squaredMoves += move * move;
        this.#steps++;
      }
      this.#stepMidTicks = this.#lastMidTicks;
      this.#stepEndNs += volatilityStepNs;
    }
    this.nowNs = now;
  }
}
