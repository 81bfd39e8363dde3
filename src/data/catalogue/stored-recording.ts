/** A recording that is replayed from the catalogue, as its source gave it, row by row. */
import { join } from "node:path";
import type { DuckDBDataChunk } from "@duckdb/node-api";
import { assert } from "../../core/assert.ts";
import { createEventBlock, type EventBlock, eventFlag } from "../../market/event-block.ts";
import type { Instrument } from "../../market/instrument.ts";
import {
  type Finding,
  type FindingRule,
  Findings,
  type Granularity,
  type Recording,
} from "../recording.ts";
import { eventColumns, readColumns } from "./columns.ts";
import { type DuckDbSession, openDuckDb, sqlPath } from "./duckdb.ts";
import type { CataloguePart, Manifest } from "./manifest.ts";
import { checkPart, isDamaged } from "./part-check.ts";

const defaultBlockCapacity = 4096;

/**
 * `rows` counts events; findings are those of the import. Blocks end where a record ends, wherever
 * records end within a block at all; they need not be the blocks of the source.
 */
export interface StoredRecording extends Recording {
  readonly manifest: Manifest;
}

export interface ReplayOptions {
  /** Events per block, at least 2,048. Default 4,096. */
  readonly blockCapacity?: number;
}

/**
 * @param folder of the partition
 * @throws from `blocks()`: OutsideError `DAMAGED_PART`, naming the file, before the first event of
 *   a part that is not what was written; `DUCKDB_MISSING`
 */
export function createStoredRecording(
  folder: string,
  manifest: Manifest,
  options: ReplayOptions = {},
): StoredRecording {
  return new ReplayedPartition(folder, manifest, options.blockCapacity ?? defaultBlockCapacity);
}

class ReplayedPartition implements StoredRecording {
  readonly format = "catalogue";
  readonly manifest: Manifest;
  readonly instrument: Instrument;
  readonly date: string;
  readonly timeZone: string;
  readonly granularity: Granularity;
  readonly paths: readonly string[];
  readonly findings: Findings;
  rows = 0;
  readonly #blockCapacity: number;

  constructor(folder: string, manifest: Manifest, blockCapacity: number) {
    this.manifest = manifest;
    this.instrument = manifest.instrument;
    this.date = manifest.date;
    this.timeZone = manifest.timeZone;
    this.granularity = manifest.granularity;
    this.paths = manifest.parts.map(({ name }) => join(folder, name));
    this.findings = new StoredFindings(manifest.findings);
    this.#blockCapacity = blockCapacity;
  }

  async *blocks(): AsyncGenerator<EventBlock, void, void> {
    this.rows = 0;
    // One thread reads ahead while ours works; with one, rows come in the order of the file.
    const session = await openDuckDb({ threads: "1" });
    try {
      const chunkRows = session.bindings.vector_size();
      assert(this.#blockCapacity >= chunkRows, `a block has room for ${chunkRows} events`);
      const block = createEventBlock(this.#blockCapacity);
      for (const [index, part] of this.manifest.parts.entries()) {
        for await (const chunk of readPart(session, this.paths[index]!, part)) {
          if (block.length + chunk.rowCount > block.capacity) {
            yield* this.#passOn(block, findRecordEnd(block));
            // Only where a record is longer than what is left of the block.
            if (block.length + chunk.rowCount > block.capacity) {
              yield* this.#passOn(block, block.length);
            }
          }
          appendChunk(session, block, chunk);
        }
      }
      if (block.length > 0) yield* this.#passOn(block, block.length);
    } finally {
      session.close();
    }
  }

  /** Gives the first rows of the block away and keeps the others. */
  *#passOn(block: EventBlock, count: number): Generator<EventBlock, void, void> {
    const rest = block.length - count;
    block.length = count;
    this.rows += count;
    yield block;
    for (const { name } of eventColumns) block[name].copyWithin(0, count, count + rest);
    block.length = rest;
  }
}

/** @returns the rows up to the last end of a record, or all where none ends */
function findRecordEnd(block: EventBlock): number {
  for (let row = block.length - 1; row >= 0; row--) {
    if ((block.flags[row]! & eventFlag.endOfRecord) !== 0) return row + 1;
  }
  return block.length;
}

/** @throws OutsideError `DAMAGED_PART` */
async function* readPart(
  session: DuckDbSession,
  path: string,
  part: CataloguePart,
): AsyncGenerator<DuckDBDataChunk, void, void> {
  await checkPart(path, part);
  const connection = await session.connect();
  let rows = 0;
  // While one chunk is worked on, the next is read.
  let next: Promise<DuckDBDataChunk | null> = Promise.resolve(null);
  const readNext = (fetch: () => Promise<DuckDBDataChunk | null>): void => {
    next = fetch();
    next.catch(() => undefined); // Told where it is waited for.
  };
  try {
    const result = await connection.stream(
      `SELECT ${readColumns} FROM read_parquet(${sqlPath(path)}, hive_partitioning = false)`,
    );
    readNext(() => result.fetchChunk());
    for (let chunk = await next; chunk !== null && chunk.rowCount > 0; chunk = await next) {
      readNext(() => result.fetchChunk());
      rows += chunk.rowCount;
      yield chunk;
    }
  } catch (cause) {
    throw isDamaged(path, cause instanceof Error ? cause.message : String(cause), cause);
  } finally {
    await next.catch(() => undefined);
    connection.closeSync();
  }
  if (rows !== part.rows) throw isDamaged(path, `found ${rows} rows, expected ${part.rows}`);
}

function appendChunk(session: DuckDbSession, block: EventBlock, chunk: DuckDBDataChunk): void {
  const { bindings } = session;
  const rows = chunk.rowCount;
  for (let index = 0; index < eventColumns.length; index++) {
    const column = block[eventColumns[index]!.name];
    const vector = bindings.data_chunk_get_vector(chunk.chunk, index);
    const bytes = bindings.vector_get_data(vector, rows * column.BYTES_PER_ELEMENT);
    const values =
      column.BYTES_PER_ELEMENT === 1
        ? bytes
        : new Float64Array(bytes.buffer, bytes.byteOffset, rows);
    column.set(values, block.length);
  }
  block.length += rows;
}

class StoredFindings extends Findings {
  readonly #findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super();
    this.#findings = findings;
  }

  override count(rule: FindingRule): number {
    return this.#findings.find((finding) => finding.rule === rule)?.count ?? 0;
  }

  override list(): readonly Finding[] {
    return this.#findings;
  }
}
