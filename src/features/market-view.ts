/**
 * The market as it can be known here, now: built from market data in the order in which it
 * arrives, and from nothing else.
 *
 * Rows of kind `level` and `trade` go in; what comes out is the book by price level, the tape's
 * totals and recent flow, volatility and spread. There is no way to ask it about later times.
 */
import type { StateReader, StateWriter } from "../core/state-buffer.ts";
import { nsPerSecond } from "../core/time.ts";
import { DepthBook } from "../market/depth-book.ts";
import { type EventBlock, eventKind } from "../market/event-block.ts";
import { ask, bid, oppositeSide, type Side } from "../market/side.ts";
import { FadedFlow } from "./faded-flow.ts";
import { RealisedVolatility } from "./realised-volatility.ts";

/** Mid prices are compared on this grid for the volatility. */
const volatilityStepNs = 10 * nsPerSecond;

export class MarketView {
  readonly depth = new DepthBook();
  /** Trades of the last while by the side that took, our own included. */
  readonly flow = new FadedFlow();
  /** Local time of the last row taken in, 0 before the first. */
  nowNs = 0;
  /** Local time of the first row, 0 before it. */
  firstNs = 0;
  /** Lots traded since the first row, our own included. */
  tradedLots = 0;
  /** Price of the last trade, NaN before the first. */
  lastTradeTicks = Number.NaN;

  /** Lots that have traded at each price, on the side that rested there. */
  readonly #traded = new DepthBook({ windowTicks: 1024 });
  readonly #realised = new RealisedVolatility();
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
      this.#noteTrade(side, block.priceTicks[row], block.quantityLots[row]);
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

  /** Of the last minute, in ticks per square root of a second; NaN before a mid was seen. */
  realisedVolatilityTicks(nowNs: number): number {
    return this.#realised.ticksAt(nowNs, { midTicks: this.#lastMidTicks, sinceNs: this.nowNs });
  }

  /** Lots that resting orders of a side have traded at a price since the first row. */
  tradedLotsAt(side: Side, priceTicks: number): number {
    return this.#traded.lotsAt(side, priceTicks);
  }

  /** Time-weighted mean spread in ticks since the first row; NaN before any time passed. */
  get meanSpreadTicks(): number {
    return this.#spreadTimeNs === 0 ? Number.NaN : this.#spreadTime / this.#spreadTimeNs;
  }

  /** Knows nothing again. */
  clear(): void {
    for (const side of [bid, ask] as const) {
      this.depth.levels[side].clear();
      this.#traded.levels[side].clear();
    }
    this.flow.clear();
    this.#realised.clear();
    this.nowNs = 0;
    this.firstNs = 0;
    this.tradedLots = 0;
    this.lastTradeTicks = Number.NaN;
    this.#lastMidTicks = Number.NaN;
    this.#stepMidTicks = Number.NaN;
    this.#stepEndNs = 0;
    this.#squaredMoves = 0;
    this.#steps = 0;
    this.#spreadTime = 0;
    this.#spreadTimeNs = 0;
  }

  save(writer: StateWriter): void {
    saveDepth(this.depth, writer);
    saveDepth(this.#traded, writer);
    this.flow.save(writer);
    this.#realised.save(writer);
    writer.column([
      ...[this.nowNs, this.firstNs, this.tradedLots, this.lastTradeTicks],
      ...[this.#lastMidTicks, this.#stepMidTicks, this.#stepEndNs, this.#squaredMoves],
      ...[this.#steps, this.#spreadTime, this.#spreadTimeNs],
    ]);
  }

  load(reader: StateReader): void {
    loadDepth(this.depth, reader);
    loadDepth(this.#traded, reader);
    this.flow.load(reader);
    this.#realised.load(reader);
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

  #noteTrade(side: Side, priceTicks: number, lots: number): void {
    this.flow.add(oppositeSide(side), lots, this.nowNs);
    // Hidden orders trade between ticks, where no order of ours can rest.
    if (!Number.isInteger(priceTicks)) return;
    this.#traded.set(side, priceTicks, this.#traded.lotsAt(side, priceTicks) + lots);
  }

  #passTime(now: number): void {
    // Mids between the rows of one moment never stood.
    if (now > this.nowNs) this.#realised.observe(this.#lastMidTicks, this.nowNs);
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

function saveDepth(depth: DepthBook, writer: StateWriter): void {
  for (const side of [bid, ask] as const) {
    const levels = depth.top(side, Number.POSITIVE_INFINITY);
    writer.number(levels.length);
    for (const level of levels) writer.column(level);
  }
}

function loadDepth(depth: DepthBook, reader: StateReader): void {
  for (const side of [bid, ask] as const) {
    depth.levels[side].clear();
    for (let left = reader.number(); left > 0; left--) {
      depth.set(side, reader.number(), reader.number());
    }
  }
}
