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

/** What a worker of the scaling bench is set up with. */
export interface ScalingSetup {
  readonly order: WorldOrderOptions;
  /** Episodes of one task. */
  readonly episodes: number;
}

/** Work that is timed; it says how much it was and what came of it. */
interface Job {
  readonly run: () => { readonly count: number; readonly hash: string };
}

interface JobResult {
  readonly count: number;
  readonly perSecond: number;
  /** More than one where passes did different work. */
  readonly hash: string;
}

const worldNames = ["cw/noise", "cw/tactical", "cw/strategic"] as const;
/** Evaluated episodes are dearer, so there are fewer of them. */
const evaluatedShare = 0.2;
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
  const { episodes, passes, order } = request;
  const evaluated = Math.max(2, Math.round(evaluatedShare * episodes));
  const worlds = worldNames.map(loadOrderBookWorld);
  const jobs = [
    ...worlds.map((world) => marketJob(world, episodes)),
    ...worldNames.map((name) => evaluationJob(createTwapEvaluator(name, order), evaluated)),
    linearJob(10 * episodes),
  ];
  const memory = benchMemory(createTwapEvaluator("cw/noise", order), episodes);
  const results = await interleave(jobs, request);
  const bare = results.slice(0, worlds.length);
  const whole = results.slice(worlds.length, 2 * worlds.length);
  const linear = results[2 * worlds.length]!;
  return {
    worlds: worldNames.map((world, at) => ({
      world,
      events: bare[at]!.count,
      eventsPerSecond: Math.round(bare[at]!.perSecond),
      hash: bare[at]!.hash,
      evaluated: {
        episodes: evaluated,
        episodesPerSecond: Math.round(whole[at]!.perSecond),
        hash: whole[at]!.hash,
      },
    })),
    linear: {
      trajectories: 10 * episodes,
      stepsPerSecond: Math.round(linear.perSecond),
      hash: linear.hash,
    },
    scaling: await benchScaling(request),
    memory,
    episodes,
    passes,
  };
}

/** The evaluator of a published world with one policy, `twap`. */
export function createTwapEvaluator(name: string, order: WorldOrderOptions): WorldEvaluator {
  const world = loadOrderBookWorld(name);
  return createEvaluator(name, world, completeOptions({ ...order, policies: "twap" }, world));
}

function loadOrderBookWorld(name: string): OrderBookWorld {
  const { world } = loadWorld(name);
  assert(world.kind === "order-book", "the published worlds have a book");
  return world;
}

/** Every job once a pass, in turn; the first pass is warm-up. */
async function interleave(
  jobs: readonly Job[],
  { passes, onProgress }: SimulationBenchRequest,
): Promise<JobResult[]> {
  const timings = jobs.map(() => ({
    count: 0,
    seconds: [] as number[],
    hashes: new Set<string>(),
  }));
  let events = 0;
  for (let pass = 0; pass <= passes; pass++) {
    for (const [at, { run }] of jobs.entries()) {
      const timing = timings[at]!;
      const start = process.hrtime.bigint();
      const { count, hash } = run();
      if (pass > 0) timing.seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
      timing.count = count;
      timing.hashes.add(hash);
      events += count;
      onProgress?.((pass * jobs.length + at + 1) / ((passes + 1) * jobs.length), events);
      // So that Ctrl-C and the progress line get their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return timings.map(({ count, seconds, hashes }) => ({
    count,
    perSecond: count / computeQuantile(seconds, 0.5),
    hash: [...hashes].join(" "),
  }));
}

function marketJob(world: OrderBookWorld, episodes: number): Job {
  const market = createMarket(world);
  return {
    run: () => {
      const hasher = createHasher();
      let count = 0;
      for (let seed = 1; seed <= episodes; seed++) {
        market.open(seed);
        market.runTo(world.order.end);
        count += market.events;
        hasher.addText(market.hash);
      }
      return { count, hash: hasher.hex() };
    },
  };
}

function evaluationJob(evaluator: WorldEvaluator, episodes: number): Job {
  return {
    run: () => {
      const hasher = createHasher();
      for (let seed = 1; seed <= episodes; seed++) {
        for (const value of evaluator.evaluateSeed(seed)) hasher.addNumber(value);
      }
      return { count: episodes, hash: hasher.hex() };
    },
  };
}

/** Ten trajectories an episode asked for: 10,000 at the usual number. */
function linearJob(trajectories: number): Job {
  const { quantity, steps } = linearParameters;
  const sold = new Float64Array(trajectories).fill(quantity / steps);
  return {
    run: () => {
      const market = new LinearMarket(linearParameters, trajectories, 1);
      while (!market.isOver) market.sell(sold);
      const hasher = createHasher();
      for (const cost of market.costs) hasher.addNumber(cost);
      return { count: trajectories * steps, hash: hasher.hex() };
    },
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
  const setup: ScalingSetup = { order, episodes: Math.max(1, Math.round(episodes / scalingTasks)) };
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
  setup: ScalingSetup,
  workers: number,
): Promise<{ readonly rate: number; readonly hash: string }> {
  const hashes = new Array<string>(scalingTasks).fill("");
  const untimed = Math.round(scalingTasks / 3);
  let count = 0;
  let first = 0n;
  let last = 0n;
  await runInPool<ScalingSetup, string>({
    workerFile: new URL("./simulation-bench-worker.ts", import.meta.url),
    setup,
    taskCount: scalingTasks,
    workers,
    onResult: (task, hash) => {
      last = process.hrtime.bigint();
      if (++count === untimed) first = last;
      hashes[task] = hash;
    },
  });
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
