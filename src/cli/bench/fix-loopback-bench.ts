/**
 * Orders and their reports over a loopback socket: how long one takes there and back, and how many a
 * second go when they need not wait for one another. Client and engine are two processes; the same
 * bare client measures every engine, and bare sockets, whose figures are the floor.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { computeSortedQuantile, sortValues } from "../../core/statistics/quantiles.ts";
import { OutsideError } from "../../core/trouble.ts";
import { findFreePort } from "../fix-crash-peer.ts";
import { connectBareClient, connectEngineClient, type EchoClient } from "./fix-echo-client.ts";
import type { EchoServerAnswer, EchoServerTerms } from "./fix-echo-server.ts";

export interface LoopbackResult {
  readonly name: string;
  readonly what: string;
  /** Order to report, one at a time, microseconds. */
  readonly p50Us: number;
  readonly p99Us: number;
  readonly p999Us: number;
  /** Orders with their reports, `window` of them under way; median of the passes. */
  readonly ordersPerSecond: number;
  /** What the median may be at most; null where nothing is asked for. */
  readonly limitP50Us: number | null;
}

export interface LoopbackBench {
  /** Round trips and pipelined orders of one pass. */
  readonly messages: number;
  readonly passes: number;
  readonly window: number;
  readonly results: readonly LoopbackResult[];
  /** One record of 512 bytes written and synced, in the folder of the durable store. */
  readonly fdatasync: { readonly p50Us: number; readonly p99Us: number; readonly folder: string };
  /** Why QuickFIX is not among the results; null where it is. */
  readonly quickfixLeftOut: string | null;
}

export interface LoopbackRequest {
  readonly passes: number;
  readonly messages: number;
  /** A peer built by `test/interop/build-peer.sh`. */
  readonly quickfix?: string;
  readonly onProgress?: (share: number) => void;
}

/** Orders under way at once, as in the house's notes on other engines. */
const window = 64;
const limitP50Us = 60;

interface Target {
  readonly name: string;
  readonly what: string;
  readonly limitP50Us: number | null;
  /** Starts the other end; `folder` is its own. */
  readonly start: (folder: string) => Promise<Running>;
  readonly connect: (port: number) => Promise<EchoClient>;
}

interface Running {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** @throws OutsideError where an end cannot be started, or stops in the middle */
export async function runLoopbackBench(request: LoopbackRequest): Promise<LoopbackBench> {
  const { passes, messages, quickfix } = request;
  const folder = mkdtempSync(join(tmpdir(), "metaorder-bench-"));
  try {
    const results: LoopbackResult[] = [];
    const targets = createTargets(quickfix);
    for (const target of targets) {
      results.push(await measureTarget(target, request, mkdtempSync(join(folder, "end-"))));
      request.onProgress?.(results.length / targets.length);
    }
    return {
      ...{ messages, passes, window, results },
      fdatasync: { ...measureSync(folder), folder: tmpdir() },
      quickfixLeftOut:
        quickfix === undefined ? "no --quickfix with a peer of test/interop/build-peer.sh" : null,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function createTargets(quickfix: string | undefined): Target[] {
  const bare = (port: number): Promise<EchoClient> => connectBareClient(port, true);
  const durable: Target["start"] = (folder) =>
    startOwn({ kind: "sqlite", storePath: join(folder, "store.db") });
  const targets: Target[] = [
    {
      ...{ name: "bare sockets", what: "bytes sent back, no engine: the floor", limitP50Us: null },
      start: () => startOwn({ kind: "sockets" }),
      connect: (port) => connectBareClient(port, false),
    },
    {
      ...{ name: "memory store", what: "our acceptor, validating", limitP50Us },
      start: () => startOwn({ kind: "memory" }),
      connect: bare,
    },
    {
      ...{ name: "both ends", what: "our initiator and our acceptor", limitP50Us: null },
      start: () => startOwn({ kind: "memory" }),
      connect: connectEngineClient,
    },
    {
      ...{ name: "SQLite store", what: "synced before it is sent", limitP50Us: null },
      start: durable,
      connect: bare,
    },
  ];
  if (quickfix === undefined) return targets;
  const peer = (name: string, what: string, hasFiles: boolean): Target => ({
    ...{ name, what, limitP50Us: null },
    start: (folder) => startQuickfix(quickfix, hasFiles ? folder : "memory"),
    connect: bare,
  });
  targets.push(peer("QuickFIX memory", "QuickFIX C++, validating", false));
  targets.push(peer("QuickFIX files", "QuickFIX C++, not synced", true));
  return targets;
}

async function measureTarget(
  target: Target,
  { passes, messages }: LoopbackRequest,
  folder: string,
): Promise<LoopbackResult> {
  const running = await target.start(folder);
  try {
    const client = await target.connect(running.port);
    const roundTripsUs: number[] = [];
    const ratesPerSecond: number[] = [];
    // The first pass is warm-up.
    for (let pass = 0; pass <= passes; pass++) {
      const samples = await pingPong(client, messages);
      const rate = await pipeline(client, messages);
      if (pass === 0) continue;
      for (const sample of samples) roundTripsUs.push(sample);
      ratesPerSecond.push(rate);
    }
    client.close();
    const sorted = sortValues(roundTripsUs);
    return {
      ...{ name: target.name, what: target.what, limitP50Us: target.limitP50Us },
      p50Us: computeSortedQuantile(sorted, 0.5),
      p99Us: computeSortedQuantile(sorted, 0.99),
      p999Us: computeSortedQuantile(sorted, 0.999),
      ordersPerSecond: Math.round(computeSortedQuantile(sortValues(ratesPerSecond), 0.5)),
    };
  } finally {
    await running.stop();
  }
}

/** Each order waits for the report on the one before. */
function pingPong(client: EchoClient, count: number): Promise<Float64Array> {
  const samplesUs = new Float64Array(count);
  return new Promise((resolve, reject) => {
    client.onEnd = (error) => reject(endedError(error));
    let [done, start] = [0, 0n];
    const send = (): void => {
      start = process.hrtime.bigint();
      client.send();
    };
    client.onReport = () => {
      samplesUs[done++] = Number(process.hrtime.bigint() - start) / 1000;
      if (done === count) resolve(samplesUs);
      else send();
    };
    send();
  });
}

/** @returns orders a second */
function pipeline(client: EchoClient, count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    client.onEnd = (error) => reject(endedError(error));
    let [sent, done] = [0, 0];
    const start = process.hrtime.bigint();
    client.onReport = () => {
      done++;
      if (done === count) resolve((count * 1e9) / Number(process.hrtime.bigint() - start));
      else if (sent < count) {
        sent++;
        client.send();
      }
    };
    for (; sent < Math.min(window, count); sent++) client.send();
  });
}

function endedError(cause: Error): OutsideError {
  const text = `the bench lost its other end: ${cause.message}`;
  return new OutsideError("BENCH_CUT", text, { canRetry: true, cause });
}

const serverFile = fileURLToPath(new URL("./fix-echo-server.ts", import.meta.url));

async function startOwn(terms: EchoServerTerms): Promise<Running> {
  const child = fork(serverFile, [JSON.stringify(terms)], { execArgv: [] });
  const [answer] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => {
      const text = `the other end of the bench exited with ${code}`;
      throw new OutsideError("BENCH_NOT_STARTED", text, { canRetry: false });
    }),
  ])) as [EchoServerAnswer];
  return { port: answer.port, stop: () => stopProcess(child) };
}

/** @param store `memory`, or a folder */
async function startQuickfix(path: string, store: string): Promise<Running> {
  const port = await findFreePort();
  const flags = ["--port", String(port), "--store", store, "--expect", String(2 ** 31 - 1)];
  const child = spawn(path, ["acceptor", ...flags], { stdio: ["ignore", "pipe", "inherit"] });
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), "line").then(([text]) => String(text)),
    once(child, "error").then(([error]) => String(error)),
    once(child, "exit").then(([code]) => `it exited with ${code}`),
  ]);
  if (line !== "ready") {
    throw new OutsideError("PEER_NOT_STARTED", `${path}: ${line}`, { canRetry: false });
  }
  return { port, stop: () => stopProcess(child) };
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** What the disk itself takes: the durable store cannot be faster than this, one order at a time. */
function measureSync(folder: string): { readonly p50Us: number; readonly p99Us: number } {
  const file = openSync(join(folder, "sync"), "w");
  const record = Buffer.alloc(512, 7);
  const samplesUs: number[] = [];
  for (let count = 0; count < 300; count++) {
    const start = process.hrtime.bigint();
    writeSync(file, record);
    fdatasyncSync(file);
    samplesUs.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  closeSync(file);
  const sorted = sortValues(samplesUs);
  return { p50Us: computeSortedQuantile(sorted, 0.5), p99Us: computeSortedQuantile(sorted, 0.99) };
}
