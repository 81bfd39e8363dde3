/** The DBN reader: Databento's binary records as market events. */
import { assert } from "../../core/assert.ts";
import { InputError } from "../../core/trouble.ts";
import type { EventBlock } from "../../market/event-block.ts";
import { createInstrument } from "../../market/instrument.ts";
import type { Recording } from "../recording.ts";
import { midnightSeconds } from "../rows/epoch.ts";
import { createRecording, type RecordingRun } from "../rows/recording-run.ts";
import { Tape } from "../rows/tape.ts";
import {
  chooseInstrument,
  type DbnSurvey,
  findDate,
  findGranularity,
  isBarType,
  surveyDbn,
} from "./instruments.ts";
import { header, Midnight, recordType, schemaCode } from "./layout.ts";
import { LevelEvents } from "./level-events.ts";
import { isDbz } from "./metadata.ts";
import { OrderEvents } from "./order-events.ts";
import { RecordFeed } from "./record-feed.ts";

export interface DbnOptions {
  /** As it was asked for, for example `ESH4`; needed where the file holds several. */
  readonly symbol?: string;
  /** The number by which records name the instrument; instead of the symbol. */
  readonly instrumentId?: number;
  /**
   * Currency units per tick. Default: the file's definition of the instrument, else that of
   * `definitionPath`, else 0.01 for US equities, else what the first prices suggest.
   */
  readonly tickSize?: number;
  /** A DBN file of definitions. */
  readonly definitionPath?: string;
  /** Events per block. Default 4,096. */
  readonly blockCapacity?: number;
}

/** Prices are in units of this. */
const unitsPerCurrency = 1e9;
const usEquityTick = 1e7;

/** Whether the first bytes of a file (unpacked) are DBN's, or those of its predecessor DBZ. */
export function looksLikeDbn(head: Buffer, _path: string): boolean {
  return head.toString("latin1", 0, 3) === "DBN" || isDbz(head);
}

/**
 * Opens a DBN file, version 1 to 3; plain, gzip or zstd.
 *
 * Orders (`mbo`), levels (`mbp-1`, `mbp-10`, `bbo`, `cmbp-1`, `cbbo`, `tbbo`), trades, bars and
 * statuses become events by the rules in `order-events.ts` and `level-events.ts`; records of other
 * kinds and of other instruments are counted and passed over. Times are nanoseconds since midnight
 * of the date of the first record: of New York for US equities, else of UTC.
 *
 * @throws InputError for what is not DBN, for DBZ, or where the instrument is not clear; from
 *   `blocks()` for every fault in the file, with the byte. OutsideError `FILE_NOT_FOUND`,
 *   `FILE_UNREADABLE`
 */
export async function openDbn(path: string, options: DbnOptions = {}): Promise<Recording> {
  const survey = await surveyDbn(path);
  const { instrumentId, symbol } = chooseInstrument(path, survey, options);
  const tick = await findTick(path, survey, instrumentId, options);
  const date = findDate(path, survey);
  const facts = {
    format: "dbn",
    date,
    timeZone: survey.timeZone,
    granularity: findGranularity(survey),
    paths: [path],
    instrument: createInstrument({
      symbol,
      tickSize: tick / unitsPerCurrency,
      roundLotLots: survey.isUsEquity ? 100 : 1,
    }),
  };
  const midnight = new Midnight(midnightSeconds(date, survey.timeZone));
  return createRecording(facts, (run) =>
    readEvents(run, { path, instrumentId, tick, midnight, blockCapacity: options.blockCapacity }),
  );
}

interface Reading {
  readonly path: string;
  readonly instrumentId: number;
  readonly tick: number;
  readonly midnight: Midnight;
  readonly blockCapacity: number | undefined;
}

async function* readEvents(
  run: RecordingRun,
  reading: Reading,
): AsyncGenerator<EventBlock, void, void> {
  const tape = new Tape(run, reading.blockCapacity);
  const feed = new RecordFeed(reading.path);
  const orders = new OrderEvents(tape, reading.midnight, reading.tick);
  const levels = new LevelEvents(tape, reading.midnight, reading.tick);
  try {
    const { schema } = await feed.readMetadata();
    const isTradeLast = schema === schemaCode.tbbo || schema === schemaCode.tcbbo;
    while (feed.hasRecord || (await feed.refill())) {
      while (feed.hasRecord && !tape.isFull) {
        const type = feed.take();
        run.rows++;
        run.byte = feed.byte;
        const id = feed.view.getUint32(feed.at + header.instrumentId, true);
        if (id === reading.instrumentId) applyRecord(type, feed, { orders, levels, isTradeLast });
      }
      if (!tape.isFull) continue;
      yield tape.block;
      tape.clear();
    }
    orders.end();
    if (tape.block.length > 0) yield tape.block;
  } finally {
    await feed.close();
  }
}

/** Records of other types tell nothing of the market: they are passed over. */
function applyRecord(
  type: number,
  feed: RecordFeed,
  events: {
    readonly orders: OrderEvents;
    readonly levels: LevelEvents;
    readonly isTradeLast: boolean;
  },
): void {
  const { orders, levels } = events;
  switch (type) {
    case recordType.order:
      orders.apply(feed);
      return;
    case recordType.trade:
      levels.applyTrade(feed);
      return;
    case recordType.bestLevel:
    case recordType.consolidatedLevel:
      levels.applyLevels(feed, { pairs: 1, trade: events.isTradeLast ? "after" : "before" });
      return;
    case recordType.consolidatedTrade:
      levels.applyLevels(feed, { pairs: 1, trade: "after" });
      return;
    case recordType.tenLevels:
      levels.applyLevels(feed, { pairs: 10, trade: "before" });
      return;
    case recordType.bestLevelSecond:
    case recordType.bestLevelMinute:
    case recordType.consolidatedSecond:
    case recordType.consolidatedMinute:
      levels.applyLevels(feed, { pairs: 1, trade: "never" });
      return;
    case recordType.status:
      levels.applyStatus(feed);
      return;
    default:
      if (isBarType(type)) levels.applyBar(feed, type);
  }
}

/** In 1e-9. */
async function findTick(
  path: string,
  survey: DbnSurvey,
  instrumentId: number,
  options: DbnOptions,
): Promise<number> {
  if (options.tickSize !== undefined) {
    const tick = Math.round(options.tickSize * unitsPerCurrency);
    assert(
      tick >= 1 && Math.abs(tick / unitsPerCurrency - options.tickSize) < 1e-15,
      `a DBN tick is a whole number of 1e-9, was ${options.tickSize}`,
    );
    return tick;
  }
  const defined = survey.definedTicks.get(instrumentId);
  if (defined !== undefined) return defined;
  if (options.definitionPath !== undefined) {
    const { definedTicks } = await surveyDbn(options.definitionPath);
    const given = definedTicks.get(instrumentId);
    if (given !== undefined) return given;
    throw new InputError(
      { path: options.definitionPath, byte: 0 },
      { found: "no tick size", expected: `one for instrument ${instrumentId} of ${path}` },
    );
  }
  if (survey.isUsEquity) return usEquityTick;
  // A file without a price needs no tick.
  return survey.seenTicks.get(instrumentId) ?? usEquityTick;
}
