/**
 * How fast the matching engine is, on workloads whose right answer is known.
 *
 * Every timed pass is also checked: its reports are hashed. In the window are the engine and the
 * writing of reports into the ring; decoding the file, hashing and the first pass (warm-up) are
 * not. It is a loop in one thread without hand-off to another: not the measurement of the public
 * harness, whose published figures must not stand beside it.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import { InputError, OutsideError } from "../../core/trouble.ts";
import {
  type MatchingWorkload,
  parseMatchingWorkload,
  runMatchingWorkload,
  takeCanonicalLines,
  workloadMessage,
} from "../../data/index.ts";
import { FastMatchingEngine } from "../../market/matching-engine.ts";
import { generateMatchingWorkload } from "./generated-workload.ts";

export interface NamedWorkload {
  readonly name: string;
  readonly workload: MatchingWorkload;
  /** SHA-256 of the canonical report text, null where nobody has told us. */
  readonly expected: string | null;
}

export interface WorkloadResult {
  readonly name: string;
  readonly messages: number;
  readonly sha256: string;
  readonly expected: string | null;
  /** Whether every timed pass gave the expected hash; null where none is known. */
  readonly match: boolean | null;
  /** Median over the timed passes. */
  readonly messagesPerSecond: number;
  /** The peer on the first messages of the same file, null where it is not installed. */
  readonly peerMessagesPerSecond: number | null;
}

export interface PeerResult {
  readonly package: string;
  /** Of all workloads together, each cut to its first 50,000. */
  readonly messages: number;
  readonly messagesPerSecond: number;
  /** The peer's time for these messages over ours, in the same run. */
  readonly ratio: number;
}

export interface MatchingBench {
  readonly workloads: readonly WorkloadResult[];
  readonly lowestMessagesPerSecond: number;
  /** Null where the package is not installed. */
  readonly peer: PeerResult | null;
  readonly passes: number;
  readonly window: string;
  readonly machine: { readonly node: string; readonly processor: string; readonly cores: number };
}

/** Between batches reports are taken out, outside the timed window. */
const batchMessages = 8192;
const peerMessagesMax = 50_000;
const peerRounds = 3;

/** Workloads of a folder in the public format, `*.bin` or `*.bin.gz`, with `expected.json`. */
export function readWorkloads(folder: string): NamedWorkload[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new OutsideError("FILE_NOT_FOUND", `no folder ${folder}`, { canRetry: false });
  }
  const names = readdirSync(folder).filter((name) => /\.bin(\.gz)?$/.test(name));
  if (names.length === 0) {
    const message = `found no *.bin or *.bin.gz in ${folder}, expected workload files`;
    throw new OutsideError("FILE_NOT_FOUND", message, { canRetry: false });
  }
  const expected = readExpected(join(folder, "expected.json"));
  return names.sort().map((name) => {
    const path = join(folder, name);
    const stored = readFileSync(path);
    const raw = name.endsWith(".gz") ? unpack(stored, path) : stored;
    const digest = createHash("sha256").update(raw).digest("hex");
    return {
      name: name.replace(/\.bin(\.gz)?$/, ""),
      workload: parseMatchingWorkload(raw, path),
      expected: expected.get(digest) ?? null,
    };
  });
}

function unpack(stored: Buffer, path: string): Buffer {
  try {
    return gunzipSync(stored);
  } catch (cause) {
    throw new InputError({ path }, { found: "a damaged gzip", expected: "a whole one" }, cause);
  }
}

/** Expected report hashes by the hash of the unpacked workload. */
function readExpected(path: string): Map<string, string> {
  interface Entry {
    readonly sha256_raw: string;
    readonly report_sha256: string;
  }
  if (!existsSync(path)) return new Map();
  let parsed: Record<string, readonly Entry[]>;
  try {
    parsed = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const fault = { found: "text that is no JSON", expected: "the format's expected.json" };
    throw new InputError({ path }, fault, cause);
  }
  const entries = [...(parsed.workloads ?? []), ...(parsed.full_size ?? [])];
  return new Map(entries.map((entry) => [entry.sha256_raw, entry.report_sha256]));
}

/** A stream of our own with a deep book, and its known answer where one is kept. */
export function generatedWorkload(messages: number): NamedWorkload {
  const workload = generateMatchingWorkload(messages, 1);
  return {
    name: `generated_m${messages}_s1`,
    workload,
    expected: generatedHashes[messages] ?? null,
  };
}

/** The shorter one is agreed by the fast and the plain engine in `bench/bench.test.ts`. */
export const generatedHashes: Readonly<Record<number, string>> = {
  5000: "a415eb39f9abbc04d34d5fecc664c96b6153fcf6081d61febc55df29398cdcf5",
  200000: "9f532a9fe38746dab3ef3c680f02615ef9ff47cfdb3e2d512913fdd4a07d2327",
};

export async function runMatchingBench(
  workloads: readonly NamedWorkload[],
  options: { readonly passes: number; readonly onPass?: (share: number) => void },
): Promise<MatchingBench> {
  const peer = await loadPeer();
  const timings = workloads.map(() => ({
    hashes: new Set<string>(),
    ours: [] as number[],
    /** Our and the peer's seconds for the same first messages, one of each a round. */
    oursCut: [] as number[],
    peerCut: [] as number[],
  }));
  const rounds = options.passes + 1;
  for (let round = 0; round < rounds; round++) {
    for (const [index, { workload }] of workloads.entries()) {
      const timing = timings[index]!;
      const pass = timePass(workload);
      timing.hashes.add(pass.sha256);
      if (round > 0) timing.ours.push(pass.seconds);
      if (round > 0 && round <= peerRounds && peer !== undefined) {
        const cut = firstMessages(workload, peerMessagesMax);
        timing.oursCut.push(timePass(cut).seconds);
        timing.peerCut.push(timePeerPass(new peer.OrderBook(), cut));
      }
      options.onPass?.((round * workloads.length + index + 1) / (rounds * workloads.length));
    }
  }
  const cutCount = (count: number): number => Math.min(count, peerMessagesMax);
  const results = workloads.map(({ name, workload, expected }, index): WorkloadResult => {
    const { hashes, ours, peerCut } = timings[index]!;
    const seen = [...hashes];
    return {
      name,
      messages: workload.count,
      sha256: seen.join(" "),
      expected,
      match: expected === null ? null : seen.length === 1 && seen[0] === expected,
      messagesPerSecond: Math.round(workload.count / median(ours)),
      peerMessagesPerSecond:
        peerCut.length === 0 ? null : Math.round(cutCount(workload.count) / median(peerCut)),
    };
  });
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0);
  const messages = sum(workloads.map(({ workload }) => cutCount(workload.count)));
  const peerSeconds = sum(
    timings.map(({ peerCut }) => (peerCut.length === 0 ? 0 : median(peerCut))),
  );
  const oursSeconds = sum(
    timings.map(({ oursCut }) => (oursCut.length === 0 ? 0 : median(oursCut))),
  );
  return {
    workloads: results,
    lowestMessagesPerSecond: Math.min(...results.map((result) => result.messagesPerSecond)),
    peer:
      peer === undefined
        ? null
        : {
            package: "nodejs-order-book",
            messages,
            messagesPerSecond: Math.round(messages / peerSeconds),
            ratio: Number((peerSeconds / oursSeconds).toPrecision(3)),
          },
    passes: options.passes,
    window: "engine and report ring, one thread; decoding, hashing and the first pass excluded",
    machine: {
      node: process.version,
      processor: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
    },
  };
}

function median(values: readonly number[]): number {
  return computeQuantile(values, 0.5);
}

function timePass(workload: MatchingWorkload): { sha256: string; seconds: number } {
  const engine = new FastMatchingEngine({ rules: { replaceKeepsRank: "never" } });
  const hash = createHash("sha256");
  let elapsedNs = 0;
  let isFirst = true;
  for (let from = 0; from < workload.count; from += batchMessages) {
    const to = Math.min(workload.count, from + batchMessages);
    const start = process.hrtime.bigint();
    runMatchingWorkload(engine, workload, { from, to });
    elapsedNs += Number(process.hrtime.bigint() - start);
    const lines = takeCanonicalLines(engine.reports);
    if (lines.length === 0) continue;
    hash.update(isFirst ? lines.join("\n") : `\n${lines.join("\n")}`);
    isFirst = false;
  }
  return { sha256: hash.digest("hex"), seconds: elapsedNs / 1e9 };
}

type PeerModule = typeof import("nodejs-order-book");

async function loadPeer(): Promise<PeerModule | undefined> {
  try {
    return await import("nodejs-order-book");
  } catch {
    return undefined; // A development dependency: not there in an installation for use.
  }
}

function firstMessages(workload: MatchingWorkload, count: number): MatchingWorkload {
  return { ...workload, count: Math.min(count, workload.count) };
}

/** @returns seconds */
function timePeerPass(
  book: InstanceType<PeerModule["OrderBook"]>,
  workload: MatchingWorkload,
): number {
  const { types, sides, immediate, quantities, orderIds, prices, count } = workload;
  const ids = Array.from(orderIds.subarray(0, count), String);
  const start = process.hrtime.bigint();
  for (let row = 0; row < count; row++) {
    const id = ids[row]!;
    const price = prices[row]!;
    const size = quantities[row]!;
    if (types[row] === workloadMessage.cancel) book.cancel(id);
    else if (types[row] === workloadMessage.modify) book.modify(id, { price, size });
    else {
      book.limit({
        side: (sides[row] === 0 ? "buy" : "sell") as Parameters<typeof book.limit>[0]["side"],
        id,
        size,
        price,
        timeInForce: (immediate[row] === 1 ? "IOC" : "GTC") as NonNullable<
          Parameters<typeof book.limit>[0]["timeInForce"]
        >,
      });
    }
  }
  return Number(process.hrtime.bigint() - start) / 1e9;
}
