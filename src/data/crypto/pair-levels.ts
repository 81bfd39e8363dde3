/** Levels as pairs of texts: into the tape as changes, or as a whole side. */
import type { Side } from "../../market/side.ts";
import { Decimal } from "../rows/decimal.ts";
import type { Grid } from "../rows/grid.ts";
import type { StepFinder } from "../rows/step.ts";
import type { Tape } from "../rows/tape.ts";
import type { PricePair } from "./json-line.ts";

export class PairLevels {
  readonly #tape: Tape;
  readonly #grid: Grid;
  readonly #decimal = new Decimal();

  constructor(tape: Tape, grid: Grid) {
    this.#tape = tape;
    this.#grid = grid;
  }

  /** Each pair says how much its price shows now; 0 takes the level away. */
  change(side: Side, pairs: readonly PricePair[]): void {
    for (const [price, quantity] of pairs) {
      const ticks = this.quoteTicks(side, price);
      const lots = this.lots(quantity);
      if (ticks >= 0 && lots >= 0) this.#tape.setLevel(side, ticks, lots);
    }
  }

  /** The pairs are the whole side. */
  replace(side: Side, pairs: readonly PricePair[]): void {
    const prices: number[] = [];
    const quantities: number[] = [];
    for (const [price, quantity] of pairs) {
      const ticks = this.quoteTicks(side, price);
      const lots = this.lots(quantity);
      if (!(ticks >= 0 && lots > 0)) continue;
      prices.push(ticks);
      quantities.push(lots);
    }
    this.#tape.replaceSide(side, prices, quantities, prices.length);
  }

  quoteTicks(side: Side, price: string): number {
    this.#parse(price);
    return this.#grid.quoteTicks(side, this.#decimal);
  }

  tradeTicks(price: string): number {
    this.#parse(price);
    return this.#grid.tradeTicks(this.#decimal);
  }

  lots(quantity: string): number {
    this.#parse(quantity);
    return this.#grid.lots(this.#decimal);
  }

  #parse(text: string): void {
    if (this.#decimal.readText(text)) return;
    throw this.#tape.run.fault(JSON.stringify(text.slice(0, 60)), "a decimal number");
  }
}

/** Shows a finder the prices or the quantities of levels. */
export function notePairs(
  finder: StepFinder,
  pairs: readonly PricePair[],
  column: 0 | 1,
  scratch: Decimal,
): void {
  for (const pair of pairs) if (scratch.readText(pair[column])) finder.note(scratch);
}
