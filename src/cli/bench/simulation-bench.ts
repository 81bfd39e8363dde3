/** How fast the published worlds run: events a second in one thread, opening of each episode included. */
import { computeQuantile } from "../../core/statistics/quantiles.ts";
import { evaluatePublishedWorld } from "../../evaluation/index.ts";
import {
  type CheriditoWeissWorldName,
  cheriditoWeissWorlds,
} from "../../simulation/cheridito-weiss/parameters.ts";

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
  readonly episodes: number;
  readonly passes: number;
}

const lots = 20;

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
    episodes,
    passes,
  };
}
