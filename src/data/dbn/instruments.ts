/** Which instrument of a DBN file is read, and what its first records tell of it. */
import { InputError } from "../../core/trouble.ts";
import type { Granularity } from "../recording.ts";
import { Decimal } from "../rows/decimal.ts";
import { dateAt, epochSecondsMax, newYork, utc } from "../rows/epoch.ts";
import { StepFinder } from "../rows/step.ts";
import {
  barRecord,
  definitionRecord,
  header,
  levelPair,
  levelRecord,
  orderRecord,
  readPrice,
  recordType,
  statusRecord,
} from "./layout.ts";
import type { DbnMetadata } from "./metadata.ts";
import { RecordFeed } from "./record-feed.ts";

/** Records that are looked at before the reading begins. */
const surveyRecords = 10_000;
const nanoDigits = 9;
const undefinedTime = 0xffff_ffff_ffff_ffffn;

/** Datasets of US equities and their options keep New York's time (Databento, "Datasets"). */
const usEquityVenues = new Set([
  ...["XNAS", "XNYS", "ARCX", "XASE", "XBOS", "XPSX", "XCHI", "XCIS", "BATS", "BATY", "EDGA"],
  ...["EDGX", "IEXG", "MEMX", "EPRL", "DBEQ", "EQUS"],
]);

const granularityOfSchema: Readonly<Record<number, Granularity>> = {
  0: "orders",
  2: "levels",
  ...Object.fromEntries([1, 3, 14, 15, 16, 17, 18, 19].map((schema) => [schema, "quotes"])),
  ...Object.fromEntries([5, 6, 7, 8, 13].map((schema) => [schema, "bars"])),
};

/** What a file holds, as its metadata and its first records say. */
export interface DbnSurvey {
  readonly metadata: DbnMetadata;
  readonly isUsEquity: boolean;
  readonly timeZone: string;
  /** Ids that market records name, in the order seen. */
  readonly instrumentIds: readonly number[];
  /** Tick in 1e-9 by id, where the file has definitions. */
  readonly definedTicks: ReadonlyMap<number, number>;
  readonly types: ReadonlySet<number>;
  /** Seconds since 1970 of the first market record, else of the first; undefined without any. */
  readonly firstSeconds: number | undefined;
  /** Tick in 1e-9 that the prices seen suggest, by id. */
  readonly seenTicks: ReadonlyMap<number, number>;
}

/** Reads the metadata and the first records. */
export async function surveyDbn(path: string): Promise<DbnSurvey> {
  const feed = new RecordFeed(path);
  try {
    const metadata = await feed.readMetadata();
    const [venue = ""] = metadata.dataset.split(".");
    const isUsEquity = usEquityVenues.has(venue);
    const timeZone = isUsEquity || venue === "OPRA" ? newYork : utc;
    const definedTicks = new Map<number, number>();
    const finders = new Map<number, StepFinder>();
    const types = new Set<number>();
    let firstSeconds: number | undefined;
    let otherSeconds: number | undefined;
    let count = 0;
    for (; count < surveyRecords && (feed.hasRecord || (await feed.refill())); count++) {
      const type = feed.take();
      const instrumentId = feed.view.getUint32(feed.at + header.instrumentId, true);
      if (type === recordType.definition) noteDefinition(feed, instrumentId, definedTicks);
      otherSeconds ??= readSeconds(feed, type);
      if (priceOffset(type) === undefined) continue;
      firstSeconds ??= readSeconds(feed, type);
      types.add(type);
      const finder = finders.get(instrumentId) ?? new StepFinder();
      finders.set(instrumentId, finder);
      notePrices(finder, feed, type);
    }
    return {
      ...{ metadata, isUsEquity, timeZone, instrumentIds: [...finders.keys()] },
      ...{ definedTicks, types, seenTicks: findSeenTicks(finders) },
      firstSeconds: firstSeconds ?? otherSeconds,
    };
  } finally {
    await feed.close();
  }
}

function findSeenTicks(finders: ReadonlyMap<number, StepFinder>): Map<number, number> {
  const ticks = new Map<number, number>();
  for (const [id, finder] of finders) {
    const step = finder.find();
    if (step !== undefined) ticks.set(id, step.mantissa * 10 ** (nanoDigits - step.decimals));
  }
  return ticks;
}

/** Picks the instrument that is asked for, or the only one there is. */
export function chooseInstrument(
  path: string,
  survey: DbnSurvey,
  wanted: { readonly symbol?: string; readonly instrumentId?: number },
): { readonly instrumentId: number; readonly symbol: string } {
  const { instrumentIds, metadata } = survey;
  const symbolOf = (id: number): string =>
    metadata.mappings.find(({ instrumentId }) => instrumentId === id)?.symbol ?? String(id);
  if (wanted.instrumentId !== undefined) {
    return { instrumentId: wanted.instrumentId, symbol: symbolOf(wanted.instrumentId) };
  }
  const list = instrumentIds.map((id) => `${symbolOf(id)} (${id})`).slice(0, 20);
  if (wanted.symbol !== undefined) {
    const found = findBySymbol(survey, wanted.symbol);
    if (found !== undefined) return { instrumentId: found, symbol: wanted.symbol };
    throw new InputError(
      { path, byte: 0 },
      { found: `no ${wanted.symbol}`, expected: `one of its symbols: ${list.join(", ")}` },
    );
  }
  if (instrumentIds.length > 1) {
    throw new InputError(
      { path, byte: 0 },
      {
        found: `${instrumentIds.length} instruments: ${list.join(", ")}`,
        expected: "the option symbol or instrumentId to choose one",
      },
    );
  }
  const [only = metadata.mappings[0]?.instrumentId ?? 0] = instrumentIds;
  return { instrumentId: only, symbol: symbolOf(only) };
}

/** An id of the symbol that the records name; without records, the first it was mapped to. */
function findBySymbol(survey: DbnSurvey, symbol: string): number | undefined {
  const ids = survey.metadata.mappings
    .filter((mapping) => mapping.symbol === symbol)
    .map(({ instrumentId }) => instrumentId);
  return ids.find((id) => survey.instrumentIds.includes(id)) ?? ids[0];
}

/** The date of the first record; of the request where there is none. */
export function findDate(path: string, survey: DbnSurvey): string {
  const seconds = survey.firstSeconds ?? survey.metadata.startSeconds;
  if (seconds >= 0 && seconds < epochSecondsMax) return dateAt(seconds, survey.timeZone);
  throw new InputError(
    { path, byte: 0 },
    { found: `a first time of ${seconds} s since 1970`, expected: "a date before 2200" },
  );
}

/** By the records seen; in a file without any, by the schema that was asked for. */
export function findGranularity(survey: DbnSurvey): Granularity {
  const { types } = survey;
  if (types.size === 0) return granularityOfSchema[survey.metadata.schema] ?? "trades";
  if (types.has(recordType.order)) return "orders";
  if (types.has(recordType.tenLevels)) return "levels";
  if ([...types].some((type) => isQuoteType(type))) return "quotes";
  return [...types].some((type) => isBarType(type)) ? "bars" : "trades";
}

export function isBarType(type: number): boolean {
  return (
    type === recordType.barOfAnyLength ||
    (type >= recordType.secondBar && type <= recordType.sessionBar)
  );
}

function isQuoteType(type: number): boolean {
  return (
    type === recordType.bestLevel ||
    type === recordType.consolidatedLevel ||
    (type >= recordType.consolidatedSecond && type <= recordType.bestLevelMinute)
  );
}

/** Where a market record has the price that shows the grid; undefined for other records. */
function priceOffset(type: number): number | undefined {
  if (type === recordType.order) return orderRecord.price;
  if (isBarType(type)) return barRecord.open;
  const isByPrice = type === recordType.trade || type === recordType.tenLevels || isQuoteType(type);
  return isByPrice ? levelRecord.price : undefined;
}

/** The record's own price, and those of its levels. */
function notePrices(finder: StepFinder, feed: RecordFeed, type: number): void {
  const { view, at, length } = feed;
  const priceAt = priceOffset(type) ?? 0;
  if (length >= priceAt + 8) noteNanoPrice(finder, readPrice(view, at + priceAt));
  if (type === recordType.order || isBarType(type)) return;
  for (let pair = levelRecord.levels; pair + levelPair.bytes <= length; pair += levelPair.bytes) {
    noteNanoPrice(finder, readPrice(view, at + pair + levelPair.bidPrice));
    noteNanoPrice(finder, readPrice(view, at + pair + levelPair.askPrice));
  }
}

function noteNanoPrice(finder: StepFinder, price: number): void {
  if (!Number.isSafeInteger(price)) return;
  const decimal = new Decimal();
  decimal.mantissa = price;
  decimal.decimals = nanoDigits;
  while (decimal.decimals > 0 && decimal.mantissa !== 0 && decimal.mantissa % 10 === 0) {
    decimal.mantissa /= 10;
    decimal.decimals--;
  }
  finder.note(decimal);
}

function noteDefinition(feed: RecordFeed, id: number, ticks: Map<number, number>): void {
  feed.require(definitionRecord.bytes);
  const tick = readPrice(feed.view, feed.at + definitionRecord.priceIncrement);
  if (tick > 0) ticks.set(id, tick);
}

/** Snapshots carry old event times, so the time of receipt counts where there is one. */
function readSeconds(feed: RecordFeed, type: number): number | undefined {
  const { view, at, length } = feed;
  const receiveAt = receiveOffset(type);
  for (const timeAt of [receiveAt, header.eventTime]) {
    if (timeAt === undefined || length < timeAt + 8) continue;
    const time = view.getBigUint64(at + timeAt, true);
    if (time !== undefinedTime) return Number(time / 1_000_000_000n);
  }
  return undefined;
}

function receiveOffset(type: number): number | undefined {
  if (type === recordType.order) return orderRecord.receiveTime;
  if (isBarType(type)) return undefined;
  if (priceOffset(type) !== undefined) return levelRecord.receiveTime;
  const isEarly = type >= recordType.status && type <= recordType.imbalance;
  return isEarly || type === recordType.statistics ? statusRecord.receiveTime : undefined;
}
