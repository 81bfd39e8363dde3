/** Writes a market's events as our own CSV (`docs/formats/csv.md`). */
import { assert } from "../../core/assert.ts";
import {
  type EventBlock,
  type EventKind,
  eventFlag,
  eventKind,
  type MarketEventSource,
  tradingStatus,
} from "../../market/event-block.ts";
import { bid } from "../../market/side.ts";
import { TextOutput } from "../lobster/text-output.ts";
import type { Granularity } from "../recording.ts";
import { StepCounter } from "./decimal.ts";
import { csvColumns, csvKeys, csvNoteColumn } from "./header.ts";

export interface CsvWriteOptions {
  /** `YYYY-MM-DD` of time 0. */
  readonly date: string;
  /** IANA name. Default `UTC`. */
  readonly timeZone?: string;
  /** Default `orders`. */
  readonly granularity?: Granularity;
  /** How times are written. Default `clock`: day and clock; `ns`: nanoseconds since midnight. */
  readonly times?: "clock" | "ns";
}

export interface CsvWritten {
  readonly path: string;
  /** Rows below the names of the columns: one an event. */
  readonly rows: number;
}

const nsPerDay = 24 * 3600e9;
const kindNames = new Map<EventKind, string>(
  Object.entries(eventKind).map(([name, kind]) => [kind, name]),
);
const statusNames = new Map<number, string>(
  Object.entries(tradingStatus).map(([name, status]) => [status, name]),
);

/**
 * Writes the events of one instrument. Read back with `openCsv` they are identical, local times
 * apart: the file has the venue's only.
 *
 * @param path packed with gzip when it ends in `.gz`; nothing is left under it when the writing fails
 * @throws InvariantError for times that are no nanoseconds, or numbers of more than 15 digits
 */
export async function writeCsv(
  source: MarketEventSource,
  path: string,
  options: CsvWriteOptions,
): Promise<CsvWritten> {
  const formatter = new RowFormatter(source, options);
  const output = new TextOutput(path);
  let rows = 0;
  try {
    output.add(formatHead(source, options));
    for await (const block of source.blocks()) {
      for (let row = 0; row < block.length; row++) output.add(formatter.format(block, row));
      rows += block.length;
      await output.flush();
    }
    await output.finish();
    await output.publish();
  } catch (failure) {
    await output.discard();
    throw failure;
  }
  return { path, rows };
}

function formatHead(source: MarketEventSource, options: CsvWriteOptions): string {
  const { instrument } = source;
  const { date, timeZone = "UTC", granularity = "orders" } = options;
  const sizeOf = (size: number): string => new StepCounter(size).format(1);
  const values: Readonly<Record<(typeof csvKeys)[number], string>> = {
    symbol: instrument.symbol,
    date,
    timeZone,
    tickSize: sizeOf(instrument.tickSize),
    lotSize: sizeOf(instrument.lotSize),
    roundLotLots: sizeOf(instrument.roundLotLots),
    granularity,
  };
  const head = csvKeys.map((key) => `# ${key}: ${values[key]}\n`).join("");
  return `${head}${csvColumns.join(",")},${csvNoteColumn}\n`;
}

class RowFormatter {
  readonly #ticks: StepCounter;
  readonly #lots: StepCounter;
  readonly #times: "clock" | "ns";
  readonly #originMs: number;
  /** The day written last, counted from the date, and its text. */
  #day = -1;
  #dayText = "";
  /** Prices repeat: the one written last. */
  #priceTicks = Number.NaN;
  #priceText = "";

  constructor(source: MarketEventSource, options: CsvWriteOptions) {
    const { tickSize, lotSize } = source.instrument;
    this.#ticks = new StepCounter(tickSize);
    this.#lots = new StepCounter(lotSize);
    this.#times = options.times ?? "clock";
    this.#originMs = Date.parse(`${options.date}T00:00:00Z`);
    assert(!Number.isNaN(this.#originMs), `a date is YYYY-MM-DD, was ${options.date}`);
  }

  format(block: EventBlock, row: number): string {
    const kind = block.kind[row] as EventKind;
    const flags = block.flags[row];
    const orderId = block.orderId[row];
    const time = this.#formatTime(block.venueTimeNs[row]);
    const side = block.side[row] === bid ? "bid" : "ask";
    const price = this.#formatPrice(block.priceTicks[row]);
    const quantity = this.#formatQuantity(kind, block.quantityLots[row]);
    const more = (flags & eventFlag.endOfRecord) === 0 ? "more" : "";
    const standing = (flags & eventFlag.standing) === 0 ? "" : "standing";
    const note = more !== "" && standing !== "" ? `${more} ${standing}` : more + standing;
    return `${time},${kindNames.get(kind)},${side},${orderId === 0 ? "" : orderId},${price},${quantity},${note}\n`;
  }

  #formatTime(timeNs: number): string {
    assert(
      Number.isSafeInteger(timeNs) && timeNs >= 0,
      `a time is a nanosecond from midnight on, was ${timeNs}`,
    );
    if (this.#times === "ns") return String(timeNs);
    const day = Math.floor(timeNs / nsPerDay);
    if (day !== this.#day) {
      this.#day = day;
      const ms = this.#originMs + day * (nsPerDay / 1e6);
      this.#dayText = new Date(ms).toISOString().slice(0, 11);
    }
    const left = timeNs - day * nsPerDay;
    const seconds = Math.floor(left / 1e9);
    const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
    const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return `${this.#dayText}${clock}.${String(left - seconds * 1e9).padStart(9, "0")}`;
  }

  #formatPrice(priceTicks: number): string {
    if (priceTicks !== this.#priceTicks) {
      this.#priceTicks = priceTicks;
      this.#priceText = priceTicks === 0 ? "" : this.#ticks.format(priceTicks);
    }
    return this.#priceText;
  }

  #formatQuantity(kind: EventKind, lots: number): string {
    if (kind !== eventKind.status) return this.#lots.format(lots);
    const name = statusNames.get(lots);
    assert(name !== undefined, `a status is halted, quoting or trading, was ${lots}`);
    return name;
  }
}
