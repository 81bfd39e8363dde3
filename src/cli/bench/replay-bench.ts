/**
 * How fast a day is replayed: events a second through the book alone, and with one policy working
 * an order in it (which has two books: the one it trades in and the recorded one beside it).
 */
import { createHasher } from "../../core/hash.ts";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import { replayOrder } from "../../evaluation/index.ts";
import type { MarketEventSource } from "../../market/event-block.ts";
import { RecordedMarket } from "../../simulation/recorded-market.ts";
import type { OrderRequest } from "../order-options.ts";

export interface ReplayBench {
  readonly source: string;
  readonly events: number;
  /** Reading (or generating) the events, without any book. */
  readonly readEventsPerSecond: number;
  /** Reading and one book. */
  readonly bookEventsPerSecond: number;
  /** Reading and one policy at work. */
  readonly policyEventsPerSecond: number;
  readonly policy: string;
  readonly passes: number;
  /** Over the final book and the policy's commands and fills; equal in every pass. */
  readonly hash: string;
}

export async function runReplayBench(
  open: () => Promise<MarketEventSource>,
  name: string,
  request: OrderRequest,
  passes: number,
): Promise<ReplayBench> {
  const seconds = { read: [] as number[], book: [] as number[], policy: [] as number[] };
  const hashes = new Set<string>();
  let events = 0;
  for (let pass = 0; pass <= passes; pass++) {
    const read = await timed(() => readAll(open));
    const book = await timed(() => replayBook(open));
    const policy = await timed(async () => replayOrder({ ...request, source: await open() }));
    events = read.result;
    const hasher = createHasher();
    hasher.addText(book.result);
    hasher.addText(policy.result.policies.map(({ run }) => run.hash).join());
    hashes.add(hasher.hex());
    if (pass === 0) continue; // warm-up
    seconds.read.push(read.seconds);
    seconds.book.push(book.seconds);
    seconds.policy.push(policy.seconds);
  }
  const rate = (times: readonly number[]): number =>
    Math.round(events / computeQuantile(times, 0.5));
  return {
    source: name,
    events,
    readEventsPerSecond: rate(seconds.read),
    bookEventsPerSecond: rate(seconds.book),
    policyEventsPerSecond: rate(seconds.policy),
    policy: request.policies.map((policy) => policy.name).join(),
    passes,
    hash: [...hashes].join(" "),
  };
}

async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly seconds: number }> {
  const start = process.hrtime.bigint();
  const result = await work();
  return { result, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

async function readAll(open: () => Promise<MarketEventSource>): Promise<number> {
  let events = 0;
  for await (const block of (await open()).blocks()) events += block.length;
  return events;
}

async function replayBook(open: () => Promise<MarketEventSource>): Promise<string> {
  const market = new RecordedMarket();
  for await (const block of (await open()).blocks()) {
    for (let row = 0; row < block.length; row++) market.apply(block, row);
  }
  return market.engine.stateHash();
}
