/**
 * How fast the published worlds run: events a second of the bare market, opening included; whole
 * evaluated episodes (twin, worker and costs included); what a second thread adds; whether memory
 * stays flat; and steps of one trajectory a second in the linear market.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { assert } from "../../core/assert.ts";
import { createHasher } from "../../core/hash.ts";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import { runInPool, type WorldEvaluator } from "../../evaluation/index.ts";
import { LinearMarket } from "../../simulation/linear-market.ts";
import { createMarket } from "../../simulation/worlds/create-market.ts";
import type { OrderBookWorld } from "../../simulation/worlds/world.ts";
import type { WorldOrderOptions } from "../order-options.ts";
import { loadWorld } from "../world-file.ts";
import { completeOptions, createEvaluator } from "../world-work.ts";

export interface SimulationBench {
  readonly worlds: readonly {
    readonly world: string;
    readonly events: number;
    /** Of the market alone, from its opening to the order's end; median over the timed passes. */
    readonly eventsPerSecond: number;
    /** Over every trade; equal in every pass. */
    readonly hash: string;
    readonly evaluated: {
      readonly episodes: number;
      /** With twap, its twin and its costs. */
      readonly episodesPerSecond: number;
      readonly hash: string;
    };
  }[];
  readonly linear: {
    readonly trajectories: number;
    readonly stepsPerSecond: number;
    readonly hash: string;
  };
  readonly scaling: {
    readonly workers: number;
    /** Evaluated episodes a second of so many workers over those of one. */
    readonly speedup: number;
    readonly hash: string;
  };
  readonly memory: {
    /** Evaluated one behind the other in one process. */
    readonly episodes: readonly number[];
    /** Heap and buffers after them, garbage collected. */
    readonly heapMbAfter: readonly number[];
  };
  readonly episodes: number;
  readonly passes: number;
}

export interface SimulationBenchRequest {
  /** Episodes of each world in a pass. */
  readonly episodes: number;
  readonly passes: number;
  /** Of the order; side, quantity and times are the worlds' own. */
  readonly order: WorldOrderOptions;
  /** Hears how far the bench is, from 0 to 1, and how many events and steps it has seen. */
  readonly onProgress?: (share: number, events: number) => void;
}

/** What a worker of the bench does, over and over; plain data. */
export type BenchSetup =
  | { readonly work: "market"; readonly world: string; readonly episodes: number }
  | {
      readonly work: "evaluation";
      readonly world: string;
      readonly episodes: number;
      readonly order: WorldOrderOptions;
    }
  | { readonly work: "linear"; readonly trajectories: number };

/** One pass of it. */
export interface BenchPass {
  /** Events, episodes or steps. */
  readonly count: number;
  readonly seconds: number;
  /** Over everything that came of it. */
  readonly hash: string;
}

interface WorkResult {
  readonly count: number;
  readonly perSecond: number;
  /** More than one where passes did different work. */
  readonly hash: string;
}

const worldNames = ["cw/noise", "cw/tactical", "cw/strategic"] as const;
/** Evaluated episodes are dearer, so there are fewer of them. */
const evaluatedShare = 0.2;
const workerFile = new URL("./simulation-bench-worker.ts", import.meta.url);
const scalingTasks = 50;
const scalingWorkers = 2;
/** The paper's example in 50 steps, dollars, shares and days. */
const linearParameters = {
  quantity: 1e6,
  duration: 5,
  steps: 50,
  volatility: 0.95,
  permanentImpact: 2.5e-7,
  temporaryImpact: 2.5e-6,
  fixedCost: 0.0625,
};

export async function runSimulationBench(
  request: SimulationBenchRequest,
): Promise<SimulationBench> {
  const { episodes, passes, order, onProgress } = request;
  const evaluated = Math.max(2, Math.round(evaluatedShare * episodes));
  let works = 0;
  let events = 0;
  const time = async (setup: BenchSetup): Promise<WorkResult> => {
    const result = await timeWork(setup, passes);
    events += (passes + 1) * result.count;
    onProgress?.(++works / (2 * worldNames.length + 2), events);
    return result;
  };
  const worlds: SimulationBench["worlds"][number][] = [];
  for (const world of worldNames) {
    const bare = await time({ work: "market", world, episodes });
    const whole = await time({ work: "evaluation", world, episodes: evaluated, order });
    worlds.push({
      ...{ world, events: bare.count, eventsPerSecond: Math.round(bare.perSecond) },
      hash: bare.hash,
      evaluated: {
        episodes: evaluated,
        episodesPerSecond: Math.round(whole.perSecond),
        hash: whole.hash,
      },
    });
  }
  // Ten trajectories an episode asked for: 10,000 at the usual number.
  const trajectories = 10 * episodes;
  const linear = await time({ work: "linear", trajectories });
  return {
    worlds,
    linear: { trajectories, stepsPerSecond: Math.round(linear.perSecond), hash: linear.hash },
    scaling: await benchScaling(request),
    memory: benchMemory(createTwapEvaluator("cw/noise", order), episodes),
    episodes,
    passes,
  };
}

/**
 * The same work over and over in a thread of its own, as episodes of an evaluation are played: what
 * is compiled for one world does not slow another. The first pass is warm-up.
 */
async function timeWork(setup: BenchSetup, passes: number): Promise<WorkResult> {
  const seconds: number[] = [];
  const hashes = new Set<string>();
  let count = 0;
  const onResult = (pass: number, result: BenchPass): void => {
    if (pass > 0) seconds.push(result.seconds);
    count = result.count;
    hashes.add(result.hash);
  };
  await runInPool({ workerFile, setup, taskCount: passes + 1, workers: 1, onResult });
  return { count, perSecond: count / computeQuantile(seconds, 0.5), hash: [...hashes].join(" ") };
}

/** What a worker does in each pass. */
export function createBenchWork(setup: BenchSetup): (pass: number) => BenchPass {
  const work = createWork(setup);
  return (pass) => {
    const start = process.hrtime.bigint();
    const { count, hash } = work(pass);
    return { count, hash, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
  };
}

type Work = (pass: number) => Omit<BenchPass, "seconds">;

function createWork(setup: BenchSetup): Work {
  switch (setup.work) {
    case "market":
      return createMarketWork(setup.world, setup.episodes);
    case "evaluation":
      return createEvaluationWork(createTwapEvaluator(setup.world, setup.order), setup.episodes);
    case "linear":
      return createLinearWork(setup.trajectories);
    default:
      return setup satisfies never;
  }
}

/** The evaluator of a published world with one policy, `twap`. */
function createTwapEvaluator(name: string, order: WorldOrderOptions): WorldEvaluator {
  const world = loadOrderBookWorld(name);
  return createEvaluator(name, world, completeOptions({ ...order, policies: "twap" }, world));
}

function loadOrderBookWorld(name: string): OrderBookWorld {
  const { world } = loadWorld(name);
  assert(world.kind === "order-book", "the published worlds have a book");
  return world;
}

function createMarketWork(name: string, episodes: number): Work {
  const world = loadOrderBookWorld(name);
  const market = createMarket(world);
  return () => {
    const hasher = createHasher();
    let count = 0;
    for (let seed = 1; seed <= episodes; seed++) {
      market.open(seed);
      market.runTo(world.order.end);
      count += market.events;
      hasher.addText(market.hash);
    }
    return { count, hash: hasher.hex() };
  };
}

function createEvaluationWork(evaluator: WorldEvaluator, episodes: number): Work {
  return () => {
    const hasher = createHasher();
    for (let seed = 1; seed <= episodes; seed++) {
      for (const value of evaluator.evaluateSeed(seed)) hasher.addNumber(value);
    }
    return { count: episodes, hash: hasher.hex() };
  };
}

function createLinearWork(trajectories: number): Work {
  const { quantity, steps } = linearParameters;
  const sold = new Float64Array(trajectories).fill(quantity / steps);
  return () => {
    const market = new LinearMarket(linearParameters, trajectories, 1);
    while (!market.isOver) market.sell(sold);
    const hasher = createHasher();
    for (const cost of market.costs) hasher.addNumber(cost);
    return { count: trajectories * steps, hash: hasher.hex() };
  };
}

/**
 * The same tasks by one worker and by two, in turn. Threads are timed once the first third of the
 * results is in: starting them and compiling is the same for any amount of work.
 */
async function benchScaling({
  episodes,
  passes,
  order,
}: SimulationBenchRequest): Promise<SimulationBench["scaling"]> {
  const perTask = Math.max(1, Math.round(episodes / scalingTasks));
  const setup: BenchSetup = { work: "evaluation", world: "cw/noise", episodes: perTask, order };
  const rates = new Map<number, number[]>([
    [1, []],
    [scalingWorkers, []],
  ]);
  const hashes = new Set<string>();
  for (let pass = 0; pass < passes; pass++) {
    for (const [workers, perSecond] of rates) {
      const { rate, hash } = await runTasks(setup, workers);
      perSecond.push(rate);
      hashes.add(hash);
    }
  }
  const [one = [], two = []] = [...rates.values()];
  const speedup = computeQuantile(two, 0.5) / computeQuantile(one, 0.5);
  return {
    workers: scalingWorkers,
    speedup: Math.round(speedup * 100) / 100,
    hash: [...hashes].join(" "),
  };
}

async function runTasks(
  setup: BenchSetup,
  workers: number,
): Promise<{ readonly rate: number; readonly hash: string }> {
  const hashes = new Array<string>(scalingTasks).fill("");
  const untimed = Math.round(scalingTasks / 3);
  let count = 0;
  let first = 0n;
  let last = 0n;
  const onResult = (task: number, { hash }: BenchPass): void => {
    last = process.hrtime.bigint();
    if (++count === untimed) first = last;
    hashes[task] = hash;
  };
  await runInPool({ workerFile, setup, taskCount: scalingTasks, workers, onResult });
  const hasher = createHasher();
  for (const hash of hashes) hasher.addText(hash);
  return { rate: (scalingTasks - untimed) / (Number(last - first) / 1e9), hash: hasher.hex() };
}

/** What is kept after a tenth of the episodes and after all of them. */
function benchMemory(evaluator: WorldEvaluator, episodes: number): SimulationBench["memory"] {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const counts = [Math.max(1, Math.round(episodes / 10)), episodes];
  let seed = 0;
  const heapMbAfter = counts.map((count) => {
    while (seed < count) evaluator.evaluateSeed(++seed);
    // The second time waits for the buffers that the first has let go.
    collectGarbage();
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return Math.round((heapUsed + external) / 1e5) / 10;
  });
  return { episodes: counts, heapMbAfter };
}

/** As people read it. */
export function simulationText({
  worlds,
  linear,
  scaling,
  memory,
  episodes,
  passes,
}: SimulationBench): string {
  const rate = (perSecond: number): string => (perSecond / 1e6).toFixed(2).padStart(5);
  const lines = worlds.map(
    ({ world, eventsPerSecond, hash, evaluated }) =>
      `${world.padEnd(13)} ${rate(eventsPerSecond)} M events/s  hash ${hash}` +
      `  evaluated ${evaluated.episodesPerSecond} episodes/s  hash ${evaluated.hash}`,
  );
  const [few, many] = memory.episodes;
  const [before, after] = memory.heapMbAfter;
  return [
    ...lines,
    `linear        ${rate(linear.stepsPerSecond)} M steps/s   hash ${linear.hash}` +
      `  ${linear.trajectories.toLocaleString("en-US")} trajectories at once`,
    `${scaling.workers} workers     ${scaling.speedup.toFixed(2).padStart(5)} times as fast as one  hash ${scaling.hash}`,
    `memory        ${before} MB after ${few} episodes, ${after} MB after ${many}`,
    `markets alone: ${episodes} episodes a pass; evaluated: twap, twin and costs; median of ${passes}`,
  ].join("\n");
}
