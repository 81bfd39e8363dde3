/**
 * A parent order worked over a recorded market by one or more policies, side by side.
 *
 * The recording is read once; every policy has its own copy of the market, and one more copy is
 * left alone: the recorded market without us, from which arrival mid, timing and close are read.
 */
import {
  type BenchmarkComparison,
  combineMeasures,
  compareWithBenchmarks,
  computeShortfall,
  type ExecutionQuality,
  measureOrder,
  type OrderMeasures,
  type ReportMarket,
  type Shortfall,
  type ShortfallForm,
} from "../analytics/index.ts";
import { assert } from "../core/assert.ts";
import { formatTimeOfDay } from "../core/time.ts";
import { OutsideError } from "../core/trouble.ts";
import { quantityLots, type TimeNs, timeNs } from "../core/units.ts";
import type {
  ExecutionPolicy,
  ParentOrder,
  SessionContext,
  WorkerState,
} from "../execution/index.ts";
import type { EventBlock, MarketEventSource } from "../market/event-block.ts";
import type { LatencySpec } from "../simulation/latency.ts";
import type { ShownDepth } from "../simulation/level-flow.ts";
import type { VenueFill } from "../simulation/order-gateway.ts";
import type { QueueModel } from "../simulation/queue-model.ts";
import { RecordedMarket } from "../simulation/recorded-market.ts";
import { type Divergence, type ReplayImpact, ReplayVenue } from "../simulation/replay-venue.ts";
import { MarketSampler } from "./market-sampler.ts";
import { PolicyRun } from "./policy-run.ts";
import { type ReplayImpactRequest, resolveImpact } from "./replay-impact.ts";
import { RunRecorder } from "./run-recorder.ts";

export interface ReplayRequest {
  readonly source: MarketEventSource;
  readonly parent: ParentOrder;
  readonly policies: readonly ExecutionPolicy[];
  readonly session: SessionContext;
  readonly latency: LatencySpec;
  readonly seed: number;
  readonly form: ShortfallForm;
  /** Ticks a lot, positive for a cost; a rebate is negative. */
  readonly fees: { readonly removeTicks: number; readonly addTicks: number };
  /** What our trades do to the recorded market; `mechanical` where nothing is said. */
  readonly impact?: ReplayImpactRequest;
  /** Where the recording knows price levels only; risk-averse where nothing is said. */
  readonly queues?: QueueModel;
  /** What the recording's levels are; totals after every trade where nothing is said. */
  readonly shows?: ShownDepth;
  /** Called after every block with the venue time reached. */
  readonly onProgress?: (time: TimeNs, events: number) => void;
}

/** One policy's work on an order, replayed or simulated. */
export interface WorkedPolicy {
  readonly run: {
    readonly policy: ExecutionPolicy;
    readonly state: WorkerState;
    readonly hash: string;
    readonly recorder: RunRecorder;
    readonly venue: {
      readonly fills: readonly VenueFill[];
      /** How far a replay had to leave the recording; absent where nothing was recorded. */
      readonly divergence?: Divergence;
    };
  };
  readonly shortfall: Shortfall;
  readonly benchmarks: BenchmarkComparison;
  /** Markouts, spreads and what rested. */
  readonly quality: ExecutionQuality;
  /** What it adds to those of many orders. */
  readonly measures: OrderMeasures;
}

export interface WorkedOutcome {
  /** Events of the market without us. */
  readonly events: number;
  readonly arrivalMidTicks: number;
  /** Samples of the market without us, around the order. */
  readonly market: ReportMarket;
  readonly policies: readonly WorkedPolicy[];
}

/** Of an order in a recording. */
export interface ReplayOutcome extends WorkedOutcome {
  /** Lots that trade without us, auctions among them: from the order's start to its end, and in all. */
  readonly traded: { readonly intervalLots: number; readonly recordingLots: number };
}

/** A recording may be this quiet before the order's end; a longer silence is its end. */
const quietEndNs = 60e9;

/**
 * @throws OutsideError when the recording shows no two-sided market at the order's start, or does
 *   not last until its end
 */
export async function replayOrder(request: ReplayRequest): Promise<ReplayOutcome> {
  const { impact = { kind: "mechanical" }, source, parent, shows } = request;
  const replay = new Replay(request, await resolveImpact(impact, source, parent.side, shows));
  for await (const block of source.blocks()) replay.applyBlock(block);
  return replay.finish();
}

/** A policy's run in its own copy of the recorded market, and the record of it. */
class ReplayRun extends PolicyRun<ReplayVenue> {
  readonly recorder: RunRecorder;

  constructor(
    request: ReplayRequest,
    impact: ReplayImpact,
    policy: ExecutionPolicy,
    recorded: RecordedMarket,
  ) {
    const { parent, session, latency, seed, queues, shows } = request;
    const model = {
      ...(queues === undefined ? {} : { queues }),
      ...(shows === undefined ? {} : { shows }),
    };
    super({
      ...{ parent, policy, session, latency, seed },
      createVenue: (wiring) =>
        new ReplayVenue({ ...wiring, ...model, impact, unperturbed: recorded }),
    });
    this.recorder = new RunRecorder(parent, this.venue);
    this.observer = this.recorder;
  }
}

class Replay {
  readonly #request: ReplayRequest;
  readonly #impact: ReplayImpact;
  readonly #recorded: RecordedMarket;
  readonly #runs: readonly ReplayRun[];
  readonly #sampler: MarketSampler;
  #events = 0;
  #lastNs = 0;
  #decisionMidTicks = Number.NaN;
  #arrivalMidTicks = Number.NaN;
  /** Lots that had traded by the order's start and by its end. */
  #lotsAtStart = 0;
  #lotsAtEnd = 0;
  /** Moments at which mids are read, in time order; each is passed once. */
  readonly #moments: { readonly timeNs: number; readonly pass: (nextNs: number) => void }[];

  constructor(request: ReplayRequest, impact: ReplayImpact) {
    const { parent, policies } = request;
    this.#request = request;
    this.#impact = impact;
    const recorded = new RecordedMarket(request.shows);
    this.#recorded = recorded;
    this.#runs = policies.map((policy) => new ReplayRun(request, impact, policy, recorded));
    this.#sampler = new MarketSampler(parent, recorded);
    this.#moments = [
      { timeNs: parent.decisionNs ?? parent.startNs, pass: (nextNs) => this.#decide(nextNs) },
      { timeNs: parent.startNs, pass: () => this.#start() },
      { timeNs: parent.endNs, pass: () => this.#end() },
    ];
  }

  applyBlock(block: EventBlock): void {
    const recorded = this.#recorded;
    for (let row = 0; row < block.length; row++) {
      const time = block.venueTimeNs[row]!;
      this.#passMoments(time);
      this.#sampler.passTime(time);
      for (const run of this.#runs) {
        while (run.recorder.nextSampleNs < time) {
          run.advanceTo(run.recorder.nextSampleNs);
          run.recorder.sample();
        }
        run.advanceTo(time);
        run.venue.applyRecorded(block, row);
      }
      const before = recorded.midTicks;
      recorded.apply(block, row);
      if (recorded.midTicks !== before && !Number.isNaN(recorded.midTicks)) {
        for (const run of this.#runs) run.benchmarks?.onMid(time, recorded.midTicks);
      }
    }
    this.#events += block.length;
    const last = block.venueTimeNs[block.length - 1] ?? this.#lastNs;
    this.#lastNs = last;
    for (const run of this.#runs) run.deliverFeed(last);
    this.#request.onProgress?.(timeNs(last), this.#events);
  }

  finish(): ReplayOutcome {
    const { endNs } = this.#request.parent;
    if (this.#lastNs < endNs - quietEndNs) {
      const last = formatTimeOfDay(timeNs(this.#lastNs));
      const message = `the recording ends at ${last}, expected one that covers the order until ${formatTimeOfDay(endNs)}`;
      throw new OutsideError("RECORDING_ENDS", message, { canRetry: false });
    }
    this.#passMoments(Number.POSITIVE_INFINITY);
    this.#sampler.passTime(Number.POSITIVE_INFINITY);
    return {
      events: this.#events,
      arrivalMidTicks: this.#arrivalMidTicks,
      traded: {
        intervalLots: this.#lotsAtEnd - this.#lotsAtStart,
        recordingLots: this.#recorded.tradedLots,
      },
      market: this.#sampler.market(),
      policies: this.#runs.map((run) => this.#account(run)),
    };
  }

  /** Events at a moment's own time belong to what was known then. */
  #passMoments(time: number): void {
    while ((this.#moments[0]?.timeNs ?? Number.POSITIVE_INFINITY) < time) {
      this.#moments.shift()?.pass(time);
    }
  }

  #decide(nextNs: number): void {
    const { startNs, decisionNs } = this.#request.parent;
    const isEarlier = decisionNs !== undefined && decisionNs < startNs;
    const what = isEarlier ? "decision falls" : "order starts";
    this.#expectMarket(`when the ${what}`, decisionNs ?? startNs, nextNs);
    this.#decisionMidTicks = this.#recorded.midTicks;
  }

  #expectMarket(when: string, time: TimeNs, nextNs: number): void {
    if (this.#recorded.isTwoSided) return;
    const at = formatTimeOfDay(time);
    const found =
      Number.isNaN(this.#recorded.midTicks) && Number.isFinite(nextNs)
        ? `the recording shows its first market after ${at}, its next event at ${formatTimeOfDay(timeNs(nextNs), 6)}`
        : `the market is not two-sided at ${at}`;
    const message = `${found}; expected one ${when}`;
    throw new OutsideError("NO_MARKET", message, { canRetry: false });
  }

  #start(): void {
    const { startNs } = this.#request.parent;
    this.#expectMarket("when the order starts", startNs, startNs);
    this.#arrivalMidTicks = this.#recorded.midTicks;
    this.#lotsAtStart = this.#recorded.tradedLots;
    for (const run of this.#runs) run.startBenchmarks(this.#arrivalMidTicks);
  }

  #end(): void {
    this.#lotsAtEnd = this.#recorded.tradedLots;
    for (const run of this.#runs) {
      run.advanceTo(this.#request.parent.endNs + 1);
      run.endMidTicks = run.venue.midTicks;
    }
  }

  #account(run: ReplayRun): WorkedPolicy {
    run.finish();
    run.recorder.endMarket(this.#lastNs);
    const { parent, form, fees, seed } = this.#request;
    const fills = run.venue.fills.map((fill) => ({
      ...fill,
      lots: quantityLots(fill.lots),
      impactTicks: fill.midTicks - fill.unperturbedMidTicks,
    }));
    let feesTicksLots = 0;
    for (const { lots, liquidity } of fills) {
      feesTicksLots += lots * (liquidity === "added" ? fees.addTicks : fees.removeTicks);
    }
    const order = {
      side: parent.side,
      quantityLots: parent.quantityLots,
      decisionMidTicks: this.#decisionMidTicks,
      arrivalMidTicks: this.#arrivalMidTicks,
      endMidTicks: run.endMidTicks,
      fills,
      feesTicksLots,
      impactSource: impactSourceOf(this.#impact),
    };
    const { tickSize, lotSize } = this.#request.source.instrument;
    const tickValue = tickSize * lotSize;
    const measures = measureOrder({ ...run.recorder.measuredOrder(), tickValue });
    const interval = run.benchmarks?.read();
    assert(interval !== undefined, "an order that has ended has started");
    const closeOffsetTicks = this.#recorded.midTicks - this.#arrivalMidTicks;
    return {
      run,
      shortfall: computeShortfall(order, form),
      benchmarks: compareWithBenchmarks(order, { ...interval, closeOffsetTicks }),
      quality: combineMeasures([measures], { seed }),
      measures,
    };
  }
}

/** Where the account of impact comes from. */
function impactSourceOf({ kind }: ReplayImpact): "propagator" | "mechanical" {
  return kind === "propagator" ? "propagator" : "mechanical";
}
