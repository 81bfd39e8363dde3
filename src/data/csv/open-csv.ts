/** The reader of our own CSV (`docs/formats/csv.md`). */
import { assert } from "../../core/assert.ts";
import type { EventBlock } from "../../market/event-block.ts";
import type { Instrument } from "../../market/instrument.ts";
import { LineFeed } from "../line-feed.ts";
import { EventWriter } from "../lobster/event-writer.ts";
import { Findings, type Granularity, type Recording } from "../recording.ts";
import { type CsvHeader, type CsvHeaderOptions, readCsvHeader } from "./header.ts";
import { CsvRow } from "./row.ts";
import { RowEvents } from "./row-events.ts";

/** What is given here goes before what the file's head says. */
export interface CsvOptions extends CsvHeaderOptions {
  /** Events per block; one record's events never straddle two blocks. Default 4,096. */
  readonly blockCapacity?: number;
}

/** A market that was stored as our own CSV. */
export interface CsvRecording extends Recording {
  /** SHA-256 of the stored bytes, hex; undefined until the run has reached the end of the file. */
  readonly sha256: string | undefined;
}

/**
 * Opens a file of our own CSV: plain, gzip or zstd.
 *
 * The head is read now. Memory holds a few chunks of text, one block, and the orders that rest.
 *
 * @throws InputError for a head that is none; from `blocks()` for every fault, with line and
 *   column. OutsideError `FILE_NOT_FOUND`, `FILE_UNREADABLE`
 */
export async function openCsv(path: string, options: CsvOptions = {}): Promise<CsvRecording> {
  const { tickSize } = options;
  assert(tickSize === undefined || tickSize > 0, `a tick size is positive, was ${tickSize}`);
  const feed = new LineFeed(path);
  try {
    return new CsvFile(path, await readCsvHeader(feed, options), options);
  } finally {
    await feed.close();
  }
}

class CsvFile implements CsvRecording {
  readonly format = "csv";
  readonly paths: readonly string[];
  readonly #path: string;
  readonly #header: CsvHeader;
  readonly #options: CsvOptions;
  #rows = 0;
  #findings = new Findings();
  #sha256: string | undefined;

  constructor(path: string, header: CsvHeader, options: CsvOptions) {
    this.paths = [path];
    this.#path = path;
    this.#header = header;
    this.#options = options;
  }

  get instrument(): Instrument {
    return this.#header.instrument;
  }

  get date(): string {
    return this.#header.date;
  }

  get timeZone(): string {
    return this.#header.timeZone;
  }

  get granularity(): Granularity {
    return this.#header.granularity;
  }

  get rows(): number {
    return this.#rows;
  }

  get findings(): Findings {
    return this.#findings;
  }

  get sha256(): string | undefined {
    return this.#sha256;
  }

  async *blocks(): AsyncGenerator<EventBlock, void, void> {
    this.#rows = 0;
    this.#findings = new Findings();
    this.#sha256 = undefined;
    const feed = new LineFeed(this.#path);
    try {
      const header = await readCsvHeader(feed, this.#options);
      const headLines = feed.line;
      const writer = new EventWriter(this.#options.blockCapacity ?? 4096);
      const row = new CsvRow(feed, header);
      const events = new RowEvents(header, feed, row, writer, this.#findings);
      while (feed.hasLine || (await feed.refill())) {
        while (feed.hasLine && !(writer.isFull && events.isRecordComplete)) {
          row.read();
          events.apply();
        }
        this.#rows = feed.line - headLines;
        if (!(writer.isFull && events.isRecordComplete)) continue;
        yield writer.block;
        writer.clear();
      }
      this.#sha256 = feed.sha256();
      if (writer.block.length > 0) yield writer.block;
    } finally {
      await feed.close();
    }
  }
}
