/** Prices to ticks and quantities to lots, with what does not fit noted. */
import { priceTicksLimit } from "../../market/price-levels.ts";
import { bid, type Side } from "../../market/side.ts";
import type { Decimal } from "./decimal.ts";
import type { RecordingRun } from "./recording-run.ts";
import { inSteps, type Step, stepSize } from "./step.ts";

export class Grid {
  readonly #run: RecordingRun;
  readonly #tick: Step;
  readonly #lot: Step;

  constructor(run: RecordingRun, tick: Step, lot: Step) {
    this.#run = run;
    this.#tick = tick;
    this.#lot = lot;
  }

  /**
   * A quote's price in whole ticks; between ticks it is rounded away from the mid.
   *
   * @returns NaN for a price of nothing
   */
  quoteTicks(side: Side, price: Decimal): number {
    return roundQuote(this.#run, side, this.#ticks(price));
  }

  /** A trade's price in ticks, with its fraction; NaN for a price of nothing. */
  tradeTicks(price: Decimal): number {
    return keepTrade(this.#run, this.#ticks(price));
  }

  #ticks(price: Decimal): number {
    if (price.mantissa > 0) return checkTicks(this.#run, inSteps(price, this.#tick));
    this.#run.note("no-price");
    return Number.NaN;
  }

  /** Sums, such as a bar's volume, come to the nearest lot; NaN for a negative one. */
  nearestLots(quantity: Decimal): number {
    if (quantity.mantissa >= 0) return Math.round(inSteps(quantity, this.#lot));
    this.#run.note("bad-quantity");
    return Number.NaN;
  }

  /**
   * A quantity in lots.
   *
   * @returns NaN for a negative quantity
   * @throws InputError when it is finer than a lot
   */
  lots(quantity: Decimal): number {
    if (quantity.mantissa < 0) {
      this.#run.note("bad-quantity");
      return Number.NaN;
    }
    const lots = inSteps(quantity, this.#lot);
    if (Number.isSafeInteger(lots)) return lots;
    const size = quantity.mantissa / 10 ** quantity.decimals;
    throw this.#run.fault(
      `quantity ${size}`,
      `a multiple of the lot, ${stepSize(this.#lot)} (finer lots: the option lotSize)`,
    );
  }
}

/** Refuses prices that no book holds; a price that is not there (NaN) passes. */
export function checkTicks(run: RecordingRun, ticks: number): number {
  if (!(Math.abs(ticks) >= priceTicksLimit)) return ticks;
  throw run.fault(`a price of ${ticks} ticks`, `one below ${priceTicksLimit} ticks`);
}

/** Rounds a price between ticks away from the mid, and notes it. */
export function roundQuote(run: RecordingRun, side: Side, ticks: number): number {
  if (Number.isInteger(ticks) || Number.isNaN(ticks)) return ticks;
  run.note("off-grid");
  return side === bid ? Math.floor(ticks) : Math.ceil(ticks);
}

/** Notes a trade's price between ticks, and keeps it. */
export function keepTrade(run: RecordingRun, ticks: number): number {
  if (!Number.isInteger(ticks) && !Number.isNaN(ticks)) run.note("off-grid");
  return ticks;
}
