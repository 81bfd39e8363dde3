/**
 * How fast the worlds run, in one thread: events a second in the published ones, the opening of
 * each episode included, and steps of one trajectory a second in the linear one.
 */
import { createHasher } from "../../core/hash.ts";
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import { evaluatePublishedWorld } from "../../evaluation/index.ts";
import {
  type CheriditoWeissWorldName,
  cheriditoWeissWorlds,
} from "../../simulation/cheridito-weiss/parameters.ts";
import { LinearMarket } from "../../simulation/linear-market.ts";

export interface SimulationBench {
  readonly worlds: readonly {
    readonly world: string;
    readonly events: number;
    /** Events of the traders over the time of whole episodes; median over the timed passes. */
    readonly eventsPerSecond: number;
    readonly episodesPerSecond: number;
    /** Over every reward; equal in every pass. */
    readonly hash: string;
  }[];
  readonly linear: {
    readonly trajectories: number;
    readonly stepsPerSecond: number;
    readonly hash: string;
  };
  readonly episodes: number;
  readonly passes: number;
}

const lots = 20;
const linearParameters = {
  quantity: 1e6,
  duration: 5,
  steps: 50,
  volatility: 0.95,
  permanentImpact: 2.5e-7,
  temporaryImpact: 2.5e-6,
  fixedCost: 0.0625,
};

export function runSimulationBench(options: {
  readonly episodes: number;
  readonly passes: number;
}): SimulationBench {
  const { episodes, passes } = options;
  const names = Object.keys(cheriditoWeissWorlds) as CheriditoWeissWorldName[];
  const timings = names.map(() => ({
    seconds: [] as number[],
    hashes: new Set<string>(),
    events: 0,
  }));
  // The first pass is warm-up.
  for (let pass = 0; pass <= passes; pass++) {
    for (const [index, name] of names.entries()) {
      const timing = timings[index];
      if (timing === undefined) continue;
      const start = process.hrtime.bigint();
      const parameters = cheriditoWeissWorlds[name];
      const request = { parameters, policies: ["twap"] as const, lots, episodes, firstSeed: 1 };
      const { events, hash } = evaluatePublishedWorld(request);
      if (pass > 0) timing.seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
      timing.hashes.add(hash);
      timing.events = events;
    }
  }
  return {
    worlds: timings.map(({ seconds, hashes, events }, index) => {
      const median = computeQuantile(seconds, 0.5);
      return {
        world: `cw/${names[index]}`,
        events,
        eventsPerSecond: Math.round(events / median),
        episodesPerSecond: Math.round(episodes / median),
        hash: [...hashes].join(" "),
      };
    }),
    linear: benchLinear(options),
    episodes,
    passes,
  };
}

/** Ten trajectories an episode asked for: 10,000 at the usual number. */
function benchLinear({ episodes, passes }: { episodes: number; passes: number }) {
  const trajectories = 10 * episodes;
  const { quantity, steps } = linearParameters;
  const sold = new Float64Array(trajectories).fill(quantity / steps);
  const seconds: number[] = [];
  const hashes = new Set<string>();
  for (let pass = 0; pass <= passes; pass++) {
    const market = new LinearMarket(linearParameters, trajectories, 1);
    const start = process.hrtime.bigint();
    while (!market.isOver) market.sell(sold);
    if (pass > 0) seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
    const hasher = createHasher();
    for (const cost of market.costs) hasher.addNumber(cost);
    hashes.add(hasher.hex());
  }
  const stepsPerSecond = Math.round((trajectories * steps) / computeQuantile(seconds, 0.5));
  return { trajectories, stepsPerSecond, hash: [...hashes].join(" ") };
}
