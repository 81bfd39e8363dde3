/**
 * Damaged files, for every reader: cut, with flipped bits, with pieces moved, repeated or left out.
 *
 * A reader that meets one reads what it can and notes findings, or ends in an error that says where:
 * an `InputError` with a line or a byte, or another `OutsideError`. It never fails in another way,
 * never hangs, emits no number that is none, and its memory stays where it was. Every failure says
 * by which seed and which damage it can be repeated.
 */
import { strict as assert } from "node:assert";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createXoshiro128, type Xoshiro128 } from "../../src/core/random/xoshiro128.ts";
import { InputError, OutsideError } from "../../src/core/trouble.ts";
import {
  type EventBlock,
  eventKind,
  type MarketEventSource,
} from "../../src/market/event-block.ts";

export interface ReaderFuzzOptions {
  /** What the tests are called by: `itch`. */
  readonly name: string;
  /** A good file, as it is stored. */
  readonly bytes: Buffer;
  /** Under which it is stored; readers may look at it. */
  readonly fileName: string;
  readonly open: (path: string) => Promise<MarketEventSource>;
  /**
   * Where records start, for damage that leaves each record whole: pieces are moved, repeated and
   * left out between these places. Default: after every line end, or every 64 bytes without any.
   */
  readonly recordStarts?: readonly number[];
  /** Other files of the recording, stored beside it undamaged, by name. */
  readonly beside?: Readonly<Record<string, Buffer>>;
  /** Damaged files per kind of damage. Default 60. */
  readonly runs?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Damages the bytes and says how, in words that let one do it again. */
type Damage = (random: Xoshiro128, file: ReaderFuzzOptions) => readonly [Buffer, string];

/** One file; a reader that waits longer for its bytes hangs. */
const fileMsMax = 20_000;
/** Above what the good file takes: blocks, chunks and what has not been collected yet. */
const growthBytesMax = 96 * 2 ** 20;
/** A byte of a file never stands for more events. */
const eventsPerByteMax = 4;

/** Registers one test for each kind of damage, and one for the good file. */
export function fuzzReader(options: ReaderFuzzOptions): void {
  const { name, bytes, runs = 60, seed = 1 } = options;

  test(`${name}: the good file is read to its end`, async () => {
    await inFolder(options, async (read) => {
      const events = await read(bytes);
      assert(typeof events === "number", `the good file is read, was ${String(events)}`);
      assert(events > 0, "the good file has events");
    });
  });

  for (const [kind, damage] of Object.entries(damages)) {
    test(`${name}: ${kind} (seed ${seed})`, async (t) => {
      const random = createXoshiro128(seed);
      const counts = { read: 0, refused: 0 };
      await inFolder(options, async (read) => {
        const before = usedBytes();
        for (let run = 0; run < runs; run++) {
          const [damaged, words] = damage(random, options);
          const outcome = await read(damaged);
          if (typeof outcome === "number") counts.read++;
          else expectTold(outcome, `${name}, seed ${seed}, run ${run}: ${words}`);
          if (typeof outcome !== "number") counts.refused++;
        }
        const growth = usedBytes() - before;
        assert(growth < growthBytesMax, `${name}: memory grew by ${growth} bytes`);
      });
      t.diagnostic(`${counts.read} read, ${counts.refused} refused`);
    });
  }
}

const damages: Readonly<Record<string, Damage>> = {
  "cut at a random byte": (random, { bytes }) => {
    const length = below(random, bytes.length);
    return [Buffer.from(bytes.subarray(0, length)), `cut to ${length} bytes`];
  },
  "one to three flipped bits": (random, { bytes }) => {
    const damaged = Buffer.from(bytes);
    const flips = Array.from({ length: 1 + below(random, 3) }, () => {
      const at = below(random, bytes.length);
      const bit = below(random, 8);
      damaged[at]! ^= 1 << bit;
      return `bit ${bit} of byte ${at}`;
    });
    return [damaged, `flipped ${flips.join(", ")}`];
  },
  "a stretch of random bytes": (random, { bytes }) => {
    const damaged = Buffer.from(bytes);
    const at = below(random, bytes.length);
    const length = Math.min(1 + below(random, 40), bytes.length - at);
    for (let index = 0; index < length; index++) damaged[at + index] = below(random, 256);
    return [damaged, `${length} random bytes from byte ${at}`];
  },
  "two pieces of bytes in each other's place": (random, { bytes }) => {
    const cuts = Array.from({ length: 4 }, () => below(random, bytes.length)).sort(byValue);
    return [swap(bytes, cuts), `pieces between bytes ${cuts.join(", ")} swapped`];
  },
  "records in each other's place": (random, options) => {
    const cuts = Array.from({ length: 4 }, () => drawRecordStart(random, options)).sort(byValue);
    return [swap(options.bytes, cuts), `records between bytes ${cuts.join(", ")} swapped`];
  },
  "records twice": (random, options) => {
    const [from, to] = drawRecords(random, options);
    const { bytes } = options;
    const doubled = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    return [doubled, `records between bytes ${from} and ${to} repeated`];
  },
  "records left out": (random, options) => {
    const [from, to] = drawRecords(random, options);
    const { bytes } = options;
    const shortened = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    return [shortened, `records between bytes ${from} and ${to} left out`];
  },
};

/** @returns the number of events, or what was thrown */
type Read = (content: Buffer) => Promise<number | { readonly thrown: unknown }>;

async function inFolder(
  { fileName, open, beside = {} }: ReaderFuzzOptions,
  use: (read: Read) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "fuzz-"));
  const path = join(folder, fileName);
  try {
    for (const [name, bytes] of Object.entries(beside)) await writeFile(join(folder, name), bytes);
    await use(async (content) => {
      await writeFile(path, content);
      const eventsMax = 65_536 + content.length * eventsPerByteMax;
      return inTime(countEvents(open, path, eventsMax));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function countEvents(
  open: ReaderFuzzOptions["open"],
  path: string,
  eventsMax: number,
): Promise<number | { readonly thrown: unknown }> {
  let events = 0;
  let timeNs = Number.NEGATIVE_INFINITY;
  try {
    for await (const block of (await open(path)).blocks()) {
      timeNs = checkBlock(block, timeNs);
      events += block.length;
      assert(events <= eventsMax, `at most ${eventsMax} events come out of the file`);
    }
    return events;
  } catch (thrown) {
    return { thrown };
  }
}

/** @returns the time of the last event */
function checkBlock(block: EventBlock, before: number): number {
  let last = before;
  for (let row = 0; row < block.length; row++) {
    const time = block.venueTimeNs[row]!;
    assert(time >= last, `times never go back: ${time} after ${last}`);
    last = time;
    const kind = block.kind[row]!;
    assert(kind >= eventKind.add && kind <= eventKind.trade, `a kind is one of ours, was ${kind}`);
    assert(block.side[row]! <= 1, "a side is bid or ask");
    for (const column of ["localTimeNs", "orderId", "priceTicks", "quantityLots"] as const) {
      const value = block[column][row]!;
      assert(Number.isFinite(value), `${column} is a number, was ${value}`);
    }
    assert(block.quantityLots[row]! >= 0, "no quantity is negative");
    assert(Number.isSafeInteger(block.orderId[row]!), "an order id is an exact integer");
  }
  return last;
}

function expectTold(outcome: { readonly thrown: unknown }, words: string): void {
  const { thrown } = outcome;
  if (!(thrown instanceof OutsideError)) {
    throw new Error(`${words}: ended in ${String(thrown)}`, { cause: thrown });
  }
  if (!(thrown instanceof InputError)) return;
  const { line, byte } = thrown.place;
  assert(line !== undefined || byte !== undefined, `${words}: no place in "${thrown.message}"`);
}

async function inTime<Value>(reading: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still reading after ${fileMsMax} ms`)), fileMsMax);
  });
  try {
    return await Promise.race([reading, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

function usedBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function swap(bytes: Buffer, cuts: readonly number[]): Buffer {
  const [a = 0, b = 0, c = 0, d = 0] = cuts;
  return Buffer.concat([
    bytes.subarray(0, a),
    bytes.subarray(c, d),
    bytes.subarray(b, c),
    bytes.subarray(a, b),
    bytes.subarray(d),
  ]);
}

function drawRecords(random: Xoshiro128, options: ReaderFuzzOptions): readonly [number, number] {
  const [one, other] = [drawRecordStart(random, options), drawRecordStart(random, options)];
  return [Math.min(one, other), Math.max(one, other)];
}

const foundStarts = new WeakMap<Buffer, readonly number[]>();

function drawRecordStart(random: Xoshiro128, options: ReaderFuzzOptions): number {
  const { bytes } = options;
  const known = options.recordStarts ?? foundStarts.get(bytes) ?? findRecordStarts(bytes);
  foundStarts.set(bytes, known);
  return known[below(random, known.length)]!;
}

function findRecordStarts(bytes: Buffer): readonly number[] {
  const starts: number[] = [0];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  if (starts.length > 1) return starts;
  return Array.from({ length: Math.ceil(bytes.length / 64) }, (_, index) => index * 64);
}

function below(random: Xoshiro128, limit: number): number {
  return Math.floor(random.uniform() * limit);
}

function byValue(one: number, other: number): number {
  return one - other;
}
