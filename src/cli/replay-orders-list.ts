/**
 * A list of parent orders as CSV: a header line, then an order a line.
 *
 * An empty cell, or a column that is not there, is what the command line says. Cells with commas stand
 * in double quotes (RFC 4180). Every fault is told with its line and column, all at once.
 */
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseTimeOfDay } from "../core/time.ts";
import { OutsideError, UsageError } from "../core/trouble.ts";
import { createInstrument } from "../market/instrument.ts";
import { parseSide } from "../market/side.ts";
import { type OrderOptions, parseOrderOptions } from "./order-options.ts";
import { modelReferenceOf, splitPolicies } from "./policy-list.ts";
import { type RecordingChoice, replayFormatNames } from "./replay-recording.ts";

/** Everything about one order that may change its result, as it is said on a command line. */
export type ListedOptions = OrderOptions &
  RecordingChoice & { readonly queues: string; readonly impact: string };

export interface ListedOrder {
  readonly id: string;
  /** From 1. */
  readonly line: number;
  readonly options: ListedOptions;
  /** As it stands in the list. */
  readonly dataText: string;
}

/** What the command line says for every order that does not say it itself. */
export type ListDefaults = Partial<ListedOptions> &
  Omit<ListedOptions, "data" | "side" | "quantity" | "start" | "end">;

/** The option a column sets, and what is expected in it; undefined where a cell is right. */
type Column = readonly [option: string, expect: (text: string) => string | undefined];

const isNot =
  (isRight: (text: string) => boolean, expected: string) =>
  (text: string): string | undefined =>
    isRight(text) ? undefined : expected;

const time = isNot((text) => parseTimeOfDay(text) !== undefined, "a time of day such as 10:00");
const anything = (): undefined => undefined;

const columns: Readonly<Record<string, Column>> = {
  id: ["id", anything],
  data: ["data", anything],
  side: ["side", isNot((text) => parseSide(text) !== undefined, "buy or sell")],
  quantity: [
    "quantity",
    isNot(
      (text) => /^\d[\d_]*$/.test(text) && Number(text.replaceAll("_", "")) >= 1,
      "lots, from 1",
    ),
  ],
  start: ["start", time],
  end: ["end", time],
  policies: ["policies", anything],
  limit: ["limit", isNot((text) => Number(text) > 0, "a price above 0")],
  cap: ["cap", isNot((text) => Number(text) > 0 && Number(text) < 1, "a share between 0 and 1")],
  urgency: [
    "urgency",
    isNot((text) => ["low", "normal", "high"].includes(text), "low, normal or high"),
  ],
  decision: ["decisionTime", time],
  symbol: ["symbol", anything],
  date: ["date", isNot((text) => /^\d{4}-\d{2}-\d{2}$/.test(text), "YYYY-MM-DD")],
  format: [
    "format",
    isNot((text) => replayFormatNames.includes(text), `one of ${replayFormatNames.join(", ")}`),
  ],
};

const required = ["data", "side", "quantity", "start", "end"] as const;
/** More faults than this say no more. */
const faultsShown = 20;

/**
 * Reads a list. Paths in it are relative to its own folder.
 *
 * @throws OutsideError `FILE_NOT_FOUND`; `BAD_INPUT` with all faults, a line each
 */
export function readOrderList(path: string, defaults: ListDefaults): readonly ListedOrder[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const message = `cannot read the list of orders ${path}`;
    throw new OutsideError("FILE_NOT_FOUND", message, { canRetry: false, cause });
  }
  const reader = new ListReader(path, defaults);
  const orders = reader.read(text);
  if (reader.faults.length === 0) return orders;
  const shown = reader.faults.slice(0, faultsShown);
  const more = reader.faults.length - shown.length;
  const rest = more === 0 ? [] : [`and ${more} more`];
  throw new OutsideError("BAD_INPUT", [...shown, ...rest].join("\n"), { canRetry: false });
}

class ListReader {
  readonly faults: string[] = [];
  readonly #path: string;
  readonly #defaults: ListDefaults;
  /** Line of each id. */
  readonly #ids = new Map<string, number>();
  readonly #isThere = new Map<string, boolean>();

  constructor(path: string, defaults: ListDefaults) {
    this.#path = path;
    this.#defaults = defaults;
  }

  read(text: string): ListedOrder[] {
    const rows = splitCsv(text.replace(/^\uFEFF/, ""));
    const header = rows.shift();
    if (header === undefined) {
      this.faults.push(`${this.#path}: found an empty file, expected a header line`);
      return [];
    }
    const names = header.cells.map((cell) => cell.trim());
    if (!this.#checkHeader(names)) return [];
    const orders = rows.flatMap((row) => this.#readRow(row, names) ?? []);
    if (rows.length === 0) {
      this.faults.push(`${this.#path}: found no orders, expected one a line below the header`);
    }
    return orders;
  }

  #fault(line: number, column: number | undefined, found: string, expected: string): void {
    const place = column === undefined ? "" : `, column ${column + 1}`;
    this.faults.push(`${this.#path}:${line}${place}: found ${found}, expected ${expected}`);
  }

  #checkHeader(names: readonly string[]): boolean {
    const known = Object.keys(columns).join(", ");
    for (const [at, name] of names.entries()) {
      if (!Object.hasOwn(columns, name)) this.#fault(1, at, `the column "${name}"`, known);
      else if (names.indexOf(name) < at) this.#fault(1, at, `${name} again`, "each column once");
    }
    for (const name of required) {
      if (names.includes(name) || this.#defaults[name] !== undefined) continue;
      this.#fault(1, undefined, `no column ${name}`, `one, or --${name} for all orders`);
    }
    return this.faults.length === 0;
  }

  #readRow(row: CsvRow, names: readonly string[]): ListedOrder | undefined {
    const { line, cells } = row;
    const before = this.faults.length;
    if (row.isOpen) this.#fault(line, undefined, "a quote that is not closed", "its end");
    else if (cells.length !== names.length) {
      this.#fault(line, undefined, `${cells.length} cells`, `${names.length}, as in the header`);
    }
    if (this.faults.length > before) return undefined;
    const said: Record<string, string> = {};
    for (const [at, cell] of cells.entries()) {
      const name = names[at]!;
      const text = cell.trim();
      const [option, expect] = columns[name]!;
      if (text === "") {
        const isNeeded = required.some((one) => one === name && this.#defaults[one] === undefined);
        if (isNeeded) this.#fault(line, at, `no ${name}`, `one, or --${name} for all orders`);
        continue;
      }
      const expected = expect(text);
      if (expected !== undefined) this.#fault(line, at, `the ${name} "${text}"`, expected);
      said[option] = text;
    }
    if (this.faults.length > before) return undefined;
    return this.#createOrder(line, said, names);
  }

  #createOrder(
    line: number,
    said: Readonly<Record<string, string>>,
    names: readonly string[],
  ): ListedOrder | undefined {
    const { id = `line ${line}`, data: saidData, ...rest } = said;
    const before = this.faults.length;
    const at = (name: string): number | undefined =>
      names.includes(name) ? names.indexOf(name) : undefined;
    const known = this.#ids.get(id);
    if (known !== undefined)
      this.#fault(line, at("id"), `the id of line ${known}`, "one of its own");
    this.#ids.set(id, line);
    const dataText = saidData ?? this.#defaults.data ?? "";
    const folder = saidData === undefined ? "." : dirname(this.#path);
    const data = resolve(folder, dataText);
    if (!this.#exists(data)) this.#fault(line, at("data"), `no ${dataText}`, "a recording");
    const options = { ...this.#defaults, ...rest, data } as ListedOptions;
    const fault = findFault(options);
    if (fault !== undefined) {
      const [, option = "", rest = fault] = /^--([a-z-]+): (.*)$/s.exec(fault) ?? [];
      const column = at(option === "decision-time" ? "decision" : option);
      const place = column === undefined ? `: ${fault}` : `, column ${column + 1}: ${rest}`;
      this.faults.push(`${this.#path}:${line}${place}`);
    }
    return this.faults.length > before ? undefined : { id, line, options, dataText };
  }

  #exists(path: string): boolean {
    const known = this.#isThere.get(path);
    if (known !== undefined) return known;
    const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
    this.#isThere.set(path, isThere);
    return isThere;
  }
}

/** What is wrong with an order whatever its instrument is; its limit must wait for the tick. */
function findFault(options: ListedOptions): string | undefined {
  const { limit: _, ...rest } = options;
  // Models are looked up once for all orders.
  const plain = splitPolicies(options.policies).filter(
    (one) => modelReferenceOf(one) === undefined,
  );
  const policies = plain.length === 0 ? "twap" : plain.join(",");
  try {
    parseOrderOptions({ ...rest, policies }, createInstrument({ symbol: "ANY" }));
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

interface CsvRow {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote was not closed. */
  readonly isOpen: boolean;
}

/** Lines that are empty are passed over. */
function splitCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    rows.push({ line: at + 1, ...splitLine(line) });
  }
  return rows;
}

function splitLine(line: string): Pick<CsvRow, "cells" | "isOpen"> {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!;
    if (letter === '"' && isQuoted && line[at + 1] === '"') cell += line[++at]!;
    else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === "," && !isQuoted) {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  cells.push(cell);
  return { cells, isOpen: isQuoted };
}
