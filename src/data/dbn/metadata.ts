/** The head of a DBN file: what was asked for, and which instruments it stands for. */
import { InputError } from "../../core/trouble.ts";
import type { ByteFeed } from "../byte-feed.ts";

export interface DbnMetadata {
  /** 1, 2 or 3. */
  readonly version: number;
  /** As `GLBX.MDP3`. */
  readonly dataset: string;
  /** Code of the schema; 0xffff where records of several schemas are mixed. */
  readonly schema: number;
  /** Seconds since 1970 at which the request began. */
  readonly startSeconds: number;
  readonly mappings: readonly SymbolMapping[];
}

/** A symbol that was asked for, and the instrument it stood for between two dates. */
export interface SymbolMapping {
  readonly symbol: string;
  readonly instrumentId: number;
  /** As numbers `YYYYMMDD`; the end is not included. */
  readonly startDate: number;
  readonly endDate: number;
}

const versionMax = 3;
/** Room for hundreds of thousands of symbols; more is taken for a damaged length. */
const metadataBytesMax = 1 << 25;
/** Fixed part, in front of the schema definition's length. */
const fixedBytes = 100;
/** With that length and the four counts of symbols, all 0. */
const metadataBytesMin = fixedBytes + 5 * 4;
const symbolBytesOfVersion1 = 22;

/**
 * Reads the head; the feed stands at the first record afterwards.
 *
 * @throws InputError where it is not DBN, or not a version that is known
 */
export async function readMetadata(feed: ByteFeed): Promise<DbnMetadata> {
  const fault = (found: string, expected: string): InputError =>
    new InputError({ path: feed.path, byte: feed.position }, { found, expected });
  if (!(await feed.need(8))) throw fault(`${feed.left} bytes`, "the 8 bytes that begin a DBN file");
  const begin = feed.bytes.subarray(feed.at, feed.at + 8);
  if (isDbz(begin)) {
    throw fault(
      "a DBZ file, the format before DBN",
      "DBN: `dbn FILE --output NEW.dbn` converts it",
    );
  }
  if (begin.toString("latin1", 0, 3) !== "DBN") {
    throw fault(JSON.stringify(begin.toString("latin1", 0, 3)), '"DBN"');
  }
  const version = begin[3]!;
  if (version < 1 || version > versionMax) throw fault(`DBN version ${version}`, "1, 2 or 3");
  const length = begin.readUInt32LE(4);
  if (length < metadataBytesMin || length > metadataBytesMax) {
    const expected = `${metadataBytesMin} to ${metadataBytesMax} bytes`;
    throw fault(`metadata of ${length} bytes`, expected);
  }
  feed.at += 8;
  if (!(await feed.need(length))) {
    throw fault(`the end of the file after ${feed.left} bytes`, `metadata of ${length} bytes`);
  }
  const scanner = new MetadataScanner(feed, length);
  const metadata = scanMetadata(scanner, version);
  feed.at += length;
  return metadata;
}

/** A zstd frame to be skipped, that holds the metadata. */
export function isDbz(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === 0x184d2a50;
}

function scanMetadata(scanner: MetadataScanner, version: number): DbnMetadata {
  const dataset = scanner.text(16);
  const schema = scanner.u16();
  const startSeconds = Number(scanner.u64() / 1_000_000_000n);
  // End and limit; in version 1 also a count of records.
  scanner.skip(version === 1 ? 24 : 16);
  // Symbol types in and out, and whether send times are appended: their records are longer.
  scanner.skip(3);
  const symbolBytes = version === 1 ? symbolBytesOfVersion1 : scanner.u16();
  if (symbolBytes === 0) throw scanner.fault("symbols of 0 bytes", "at least 1");
  scanner.skipTo(fixedBytes);
  scanner.skip(scanner.u32());
  for (let list = 0; list < 3; list++) scanner.skip(scanner.u32() * symbolBytes);
  const mappings: SymbolMapping[] = [];
  for (let left = scanner.u32(); left > 0; left--) {
    const symbol = scanner.text(symbolBytes);
    for (let intervals = scanner.u32(); intervals > 0; intervals--) {
      const startDate = scanner.u32();
      const endDate = scanner.u32();
      // Mapped to something else than a number, it tells nothing about the records.
      const target = scanner.text(symbolBytes);
      if (!/^\d{1,10}$/.test(target)) continue;
      mappings.push({ symbol, instrumentId: Number(target), startDate, endDate });
    }
  }
  return { version, dataset, schema, startSeconds, mappings };
}

/** Reads on, never past the end. */
class MetadataScanner {
  readonly #feed: ByteFeed;
  readonly #start: number;
  readonly #end: number;
  #at: number;

  constructor(feed: ByteFeed, length: number) {
    this.#feed = feed;
    this.#start = feed.at;
    this.#at = feed.at;
    this.#end = feed.at + length;
  }

  fault(found: string, expected: string): InputError {
    const byte = this.#feed.position + this.#at - this.#start;
    return new InputError({ path: this.#feed.path, byte }, { found, expected });
  }

  skip(count: number): number {
    const at = this.#at;
    if (!(at + count <= this.#end)) {
      throw this.fault(`${this.#end - at} bytes of metadata left`, `${count} more`);
    }
    this.#at = at + count;
    return at;
  }

  skipTo(offset: number): void {
    this.skip(this.#start + offset - this.#at);
  }

  u16(): number {
    return this.#feed.bytes.readUInt16LE(this.skip(2));
  }

  u32(): number {
    return this.#feed.bytes.readUInt32LE(this.skip(4));
  }

  u64(): bigint {
    return this.#feed.bytes.readBigUInt64LE(this.skip(8));
  }

  /** Text that ends at its first zero. */
  text(count: number): string {
    const at = this.skip(count);
    const text = this.#feed.bytes.toString("latin1", at, at + count);
    const end = text.indexOf("\0");
    return end < 0 ? text : text.slice(0, end);
  }
}
