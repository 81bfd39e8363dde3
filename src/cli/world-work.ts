/**
 * A world's episodes as numbered tasks: the same code in this process and in worker threads, set
 * up from plain data that crosses threads.
 */

import { formatTimeOfDay } from "../core/time.ts";
import { UsageError } from "../core/trouble.ts";
import {
  type EpisodeRows,
  episodeRowLength,
  fieldAt,
  runInPool,
  type TaskOutcome,
  WorldEvaluator,
  type WorldRequest,
} from "../evaluation/index.ts";
import { createInstrument, type Instrument } from "../market/instrument.ts";
import { createMarket } from "../simulation/worlds/create-market.ts";
import type { OrderBookWorld, World } from "../simulation/worlds/world.ts";
import { createLinearOrder, createLinearTasks } from "./linear-work.ts";
import {
  type OrderOptions,
  type OrderRequest,
  parseOrderOptions,
  type WorldOrderOptions,
} from "./order-options.ts";
import { createWorldSession } from "./world-session.ts";

/** Everything that says what is to be computed; plain data. */
export interface WorldSetup {
  readonly worldPath: string;
  readonly world: World;
  readonly options: OrderOptions;
  readonly firstSeed: number;
  readonly episodes: number;
  /** Episodes of one task. */
  readonly chunk: number;
}

/** Options with what the world says where the command line is silent. */
export function completeOptions(options: WorldOrderOptions, world: World): OrderOptions {
  const { order } = world;
  const { lots, ...rest } = options;
  if (lots !== undefined && options.quantity !== undefined) {
    throw new UsageError(
      "--lots: found beside --quantity, expected one of them: they are the same",
    );
  }
  return {
    ...rest,
    side: options.side ?? order.side,
    quantity: options.quantity ?? lots ?? String(order.quantity),
    start: options.start ?? formatTimeOfDay(order.start, 3),
    end: options.end ?? formatTimeOfDay(order.end, 3),
    policies: options.policies ?? defaultPolicies(world),
    latency: options.latency ?? (world.kind === "linear" ? "0s" : world.latency),
  };
}

function defaultPolicies(world: World): string {
  if (world.kind === "linear") return "twap,almgren-chriss:risk-aversion=1e-6";
  return world.policies === "cheridito-weiss"
    ? "submit-and-leave,twap"
    : "twap,vwap,pov:rate=0.3,almgren-chriss";
}

export function instrumentOf(world: World): Instrument {
  const { symbol, tickSize } =
    world.kind === "linear" ? { symbol: "LINEAR", tickSize: 0.01 } : world.instrument;
  return createInstrument({ symbol, tickSize });
}

/** @throws UsageError naming the option, what was found and what was expected */
export function createOrderRequest(world: OrderBookWorld, options: OrderOptions): OrderRequest {
  const request = parseOrderOptions(options, instrumentOf(world), world.policies);
  const { startNs, endNs } = request.parent;
  const { start, end } = world.session;
  if (startNs < start || endNs > end) {
    const expected = `within the world's session, ${formatTimeOfDay(start)} to ${formatTimeOfDay(end)}`;
    throw new UsageError(
      `--start, --end: found ${options.start} to ${options.end}, expected ${expected}`,
    );
  }
  return { ...request, session: createWorldSession(world, options, request.session) };
}

export function createWorldRequest(
  worldPath: string,
  world: OrderBookWorld,
  options: OrderOptions,
): WorldRequest {
  return {
    ...createOrderRequest(world, options),
    worldPath,
    market: createMarket(world),
    completion: world.completion,
    validity: world.validity,
    newsKinds: newsKindsOf(world),
  };
}

export function createEvaluator(
  worldPath: string,
  world: OrderBookWorld,
  options: OrderOptions,
): WorldEvaluator {
  return new WorldEvaluator(createWorldRequest(worldPath, world, options));
}

/** Kinds of news a world may bring, each once. */
export function newsKindsOf(world: World): string[] {
  if (world.kind === "linear") return [];
  const kinds = world.nature?.news.flatMap(({ mixture }) => mixture.map(({ kind }) => kind));
  return [...new Set(kinds ?? [])];
}

/** Tasks of a setup; each gives the rows of its seeds, one policy behind the other within a seed. */
export function createWorldTasks(setup: WorldSetup): (task: number) => TaskOutcome<Float64Array> {
  const { world, worldPath, options } = setup;
  if (world.kind === "linear") {
    return createLinearTasks(createLinearOrder(world, options), setup.firstSeed, setup.episodes);
  }
  const evaluator = createEvaluator(worldPath, world, options);
  return (task) => {
    const from = task * setup.chunk;
    const count = Math.min(setup.chunk, setup.episodes - from);
    const parts: Float64Array[] = [];
    for (let at = 0; at < count; at++) {
      parts.push(evaluator.evaluateSeed(setup.firstSeed + from + at));
    }
    return joined(parts);
  };
}

function joined(parts: readonly Float64Array[]): TaskOutcome<Float64Array> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const values = new Float64Array(length);
  let at = 0;
  for (const part of parts) {
    values.set(part, at);
    at += part.length;
  }
  return { result: values, transfer: [values.buffer] };
}

export interface WorldProgress {
  update(share: number, events: number): void;
}

/** Runs every episode and gives each policy's rows in the order of the seeds. */
export async function runEpisodes(
  setup: WorldSetup,
  workers: number,
  policies: readonly { readonly name: string; readonly description: string }[],
  progress: WorldProgress,
): Promise<readonly EpisodeRows[]> {
  const { episodes, chunk } = setup;
  const rows = policies.map(({ name, description }) => ({
    policy: name,
    description,
    values: new Float64Array(episodes * episodeRowLength),
  }));
  let done = 0;
  let events = 0;
  const onResult = (task: number, values: Float64Array): void => {
    const count = values.length / (rows.length * episodeRowLength);
    for (let seed = 0; seed < count; seed++) {
      for (const [at, { values: column }] of rows.entries()) {
        const from = (seed * rows.length + at) * episodeRowLength;
        const target = (task * chunk + seed) * episodeRowLength;
        column.set(values.subarray(from, from + episodeRowLength), target);
        events += values[from + fieldAt("marketEvents")] ?? 0;
      }
    }
    done += count;
    progress.update(done / episodes, events);
  };
  const taskCount = Math.ceil(episodes / chunk);
  if (workers > 1) {
    const workerFile = new URL("./episode-worker.ts", import.meta.url);
    await runInPool({ workerFile, setup, taskCount, workers, onResult });
    return rows;
  }
  const work = createWorldTasks(setup);
  for (let task = 0; task < taskCount; task++) {
    onResult(task, work(task).result);
    // So that Ctrl-C and the progress bar get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}
