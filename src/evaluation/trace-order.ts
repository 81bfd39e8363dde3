/**
 * One seed of a simulated world, looked at closely: every policy's orders, fills and schedule, and
 * the market as it was without us.
 */
import { combineMeasures, compareWithBenchmarks, measureOrder } from "../analytics/index.ts";
import { assert } from "../core/assert.ts";
import { timeNs } from "../core/units.ts";
import type { ExecutionPolicy } from "../execution/index.ts";
import type { Arrival, Episode } from "./episode.ts";
import type { WorldEvaluator, WorldRequest } from "./evaluate-world.ts";
import { MarketSampler } from "./market-sampler.ts";
import type { WorkedOutcome, WorkedPolicy } from "./replay-order.ts";
import { RunRecorder } from "./run-recorder.ts";
import type { TwinPath } from "./twin-path.ts";

/** The market goes on for so long after the order, so that its last fills have markouts too. */
const afterwardsNs = 3600e9;

export function traceOrder(
  evaluator: WorldEvaluator,
  request: WorldRequest,
  seed: number,
): WorkedOutcome {
  const { market, parent, policies } = request;
  const sampler = new MarketSampler(parent, market);
  const twin = evaluator.runTwin(seed, (time) => sampler.passTime(time));
  sampler.passTime(parent.endNs + 1);
  const events = market.events;
  const worked = policies.map((policy) => tracePolicy(evaluator, policy, seed, twin));
  return {
    events,
    arrivalMidTicks: twin.midBefore(parent.startNs),
    market: sampler.market(),
    policies: worked,
  };
}

function tracePolicy(
  evaluator: WorldEvaluator,
  policy: ExecutionPolicy,
  seed: number,
  twin: TwinPath,
): WorkedPolicy {
  const episode = evaluator.openEpisode(policy, seed);
  const { run, setup } = episode;
  const { parent } = setup;
  const recorder = new RunRecorder(parent, run.venue);
  run.observer = recorder;
  const arrival = episode.arrive();
  run.startBenchmarks(arrival.midTicks);
  const sampleUntil = (time: number): void => {
    while (recorder.nextSampleNs <= time) {
      episode.advanceTo(recorder.nextSampleNs);
      recorder.sample();
    }
    episode.advanceTo(time);
  };
  // Mids are those of the twin, heard in time order with the trades of this run.
  for (const { timeNs: time, midTicks } of twin.changes(parent.startNs, parent.endNs)) {
    sampleUntil(time);
    run.benchmarks?.onMid(timeNs(time), midTicks);
  }
  sampleUntil(parent.endNs);
  episode.finish();
  const worked = {
    run: { policy, state: run.state, hash: run.hash, recorder, venue: { fills: run.venue.fills } },
    shortfall: evaluator.account(episode, arrival),
    benchmarks: benchmarksOf(evaluator, episode, arrival, twin),
  };
  const untilNs = parent.endNs + afterwardsNs;
  episode.advanceTo(untilNs);
  recorder.endMarket(untilNs);
  const measures = measureOrder(recorder.measuredOrder());
  return { ...worked, measures, quality: combineMeasures([measures], { seed }) };
}

function benchmarksOf(
  evaluator: WorldEvaluator,
  episode: Episode,
  arrival: Arrival,
  twin: TwinPath,
): WorkedPolicy["benchmarks"] {
  const interval = episode.run.benchmarks?.read();
  assert(interval !== undefined, "an order that has ended has started");
  const closeMidTicks = twin.midBefore(episode.setup.parent.endNs + 1);
  return compareWithBenchmarks(evaluator.accountOrder(episode, arrival), {
    ...interval,
    closeOffsetTicks: closeMidTicks - arrival.midTicks,
  });
}
