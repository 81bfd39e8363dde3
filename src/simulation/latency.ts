/**
 * How long messages take between a trader and the simulated venue.
 *
 * Three legs, never assumed equal: the market's data to us, our commands to the venue, its reports
 * back to us. A shifted exponential keeps the two facts that matter for fills: nothing beats the
 * wire (the floor), and the tail is long. A leg is one ordered connection, so a message held up
 * holds up the ones behind it, and none overtakes.
 */
import { assert } from "../core/assert.ts";
import { drawExponential } from "../core/random/distributions.ts";
import { createRandomStream, streamId } from "../core/random/random-stream.ts";
import type { DurationNs, TimeNs } from "../core/units.ts";

/** Every message of the leg takes the same time. */
export interface ConstantLatency {
  readonly kind: "constant";
  readonly durationNs: DurationNs;
}

/** A floor that nothing beats, and an exponential excess over it. */
export interface ShiftedExponentialLatency {
  readonly kind: "shiftedExponential";
  readonly floorNs: DurationNs;
  /** Of the whole latency, above the floor. */
  readonly meanNs: DurationNs;
}

export type LegLatency = ConstantLatency | ShiftedExponentialLatency;

/** The model of each leg; a plain value, as it stands in a configuration. */
export interface LatencySpec {
  readonly kind: "latency";
  /** Market data, venue to us. */
  readonly feed: LegLatency;
  /** Commands, us to venue. */
  readonly entry: LegLatency;
  /** Execution reports, venue to us. */
  readonly response: LegLatency;
}

/** When messages sent now arrive. Within a leg the times never fall. */
export interface Latency {
  /** When market data of `nowNs` reaches us. */
  feedDeliveryNs(nowNs: TimeNs): TimeNs;
  /** When a command sent at `nowNs` reaches the venue. */
  entryArrivalNs(nowNs: TimeNs): TimeNs;
  /** When a report written at `nowNs` reaches us. */
  responseDeliveryNs(nowNs: TimeNs): TimeNs;
  /** All that changes: for each leg the latest delivery and the index of its random stream. */
  state(): LatencyState;
  /** Goes on from a state; under another seed, with other draws. */
  restore(state: LatencyState): void;
}

export interface LegState {
  readonly latestNs: number;
  readonly drawIndex: number;
}

export interface LatencyState {
  readonly feed: LegState;
  readonly entry: LegState;
  readonly response: LegState;
}

interface Leg {
  deliver(nowNs: TimeNs): TimeNs;
  state(): LegState;
  restore(state: LegState): void;
}

/**
 * Latencies of one run, from three streams of their own ("latency-feed", "latency-entry",
 * "latency-response").
 *
 * @throws InvariantError when a mean is not above its floor, or on a bad seed
 */
export function createLatency(spec: LatencySpec, seed: number): Latency {
  const feed = createLeg(spec.feed, seed, "latency-feed");
  const entry = createLeg(spec.entry, seed, "latency-entry");
  const response = createLeg(spec.response, seed, "latency-response");
  return {
    feedDeliveryNs: feed.deliver,
    entryArrivalNs: entry.deliver,
    responseDeliveryNs: response.deliver,
    state: () => ({ feed: feed.state(), entry: entry.state(), response: response.state() }),
    restore: (state) => {
      feed.restore(state.feed);
      entry.restore(state.entry);
      response.restore(state.response);
    },
  };
}

function createLeg(latency: LegLatency, seed: number, purpose: string): Leg {
  const stream = createRandomStream(seed, streamId(purpose));
  const sampleNs = createSampler(latency, () => drawExponential(stream));
  let latestNs = 0;
  return {
    deliver: (nowNs) => {
      assert(nowNs >= 0, "a message is sent at a time from 0");
      latestNs = Math.max(latestNs, nowNs + sampleNs());
      return latestNs as TimeNs;
    },
    state: () => ({ latestNs, drawIndex: stream.index }),
    restore: (state) => {
      assert(state.latestNs >= 0, "the latest delivery is a time from 0");
      latestNs = state.latestNs;
      stream.seek(state.drawIndex);
    },
  };
}

function createSampler(latency: LegLatency, drawExcess: () => number): () => number {
  switch (latency.kind) {
    case "constant": {
      const { durationNs } = latency;
      return () => durationNs;
    }
    case "shiftedExponential": {
      const { floorNs, meanNs } = latency;
      assert(meanNs > floorNs, "the mean latency is above its floor");
      return () => floorNs + Math.round((meanNs - floorNs) * drawExcess());
    }
    default:
      return latency satisfies never;
  }
}
