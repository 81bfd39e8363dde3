/** What the readers of crypto venues have in common. */
import { InputError } from "../../core/trouble.ts";
import { createInstrument, type Instrument } from "../../market/instrument.ts";
import { createStep, type Step, StepFinder, stepSize } from "../rows/step.ts";

/** Rows that are looked at before the reading begins: for symbol, date, tick and lot. */
export const surveyedRows = 10_000;

export interface CryptoOptions {
  /** Needed where a file holds several. */
  readonly symbol?: string;
  /** Price of a tick. Default: the finest step that the first 10,000 rows show (`step.ts`). */
  readonly tickSize?: number;
  /** Quantity of a lot. Default: the finest decimal place that the first 10,000 rows show. */
  readonly lotSize?: number;
  /** Events per block. Default 4,096. */
  readonly blockCapacity?: number;
}

/** Tick and lot as given, or as found. */
export interface Steps {
  readonly tick: Step;
  readonly lot: Step;
}

/** Sees the first prices and quantities of a file. */
export class StepSurvey {
  readonly prices = new StepFinder();
  readonly quantities = new StepFinder();

  find(options: CryptoOptions): Steps {
    const { tickSize, lotSize } = options;
    const seen = this.prices.find() ?? this.prices.findPlace();
    return {
      tick: tickSize === undefined ? seen : createStep(tickSize),
      lot: lotSize === undefined ? this.quantities.findPlace() : createStep(lotSize),
    };
  }
}

/** An instrument without round lots. */
export function createCryptoInstrument(symbol: string, steps: Steps): Instrument {
  return createInstrument({
    symbol,
    tickSize: stepSize(steps.tick),
    lotSize: stepSize(steps.lot),
    roundLotLots: 1,
  });
}

/** The symbol that is asked for, or the only one. */
export function chooseSymbol(
  path: string,
  symbols: readonly string[],
  wanted: string | undefined,
): string {
  const [only] = symbols;
  const list = symbols.slice(0, 20).join(", ");
  if (wanted !== undefined && symbols.includes(wanted)) return wanted;
  if (wanted === undefined && only !== undefined && symbols.length === 1) return only;
  throw new InputError(
    { path, line: 1 },
    {
      found: symbols.length === 0 ? "no symbol" : `the symbols ${list}`,
      expected: wanted ?? "one symbol, or the option symbol",
    },
  );
}
