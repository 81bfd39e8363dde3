/**
 * One policy working one parent order in a replayed market: the loop that joins venue and worker.
 *
 * Everything in flight waits in one queue with a total order (time, priority, sequence): commands
 * reach the venue before reports reach us, and reports before the worker wakes, all at one time;
 * recorded events of a time come before any of them.
 */
import { createIntervalBenchmarks, type IntervalBenchmarkAccumulator } from "../analytics/index.ts";
import { assert } from "../core/assert.ts";
import { createHasher, type Hasher } from "../core/hash.ts";
import { type TimeNs, timeNs } from "../core/units.ts";
import {
  createWorkerState,
  type ExecutionPolicy,
  type ParentOrder,
  type SessionContext,
  stepWorker,
  type WorkerEvent,
  type WorkerState,
  workingLots,
} from "../execution/index.ts";
import { MarketView } from "../features/index.ts";
import type { EventBlock } from "../market/event-block.ts";
import type { VenueCommand } from "../market/venue.ts";
import { createCalendarQueue } from "../simulation/calendar-queue.ts";
import { createLatency, type LatencySpec } from "../simulation/latency.ts";
import { MarketDataFeed } from "../simulation/market-data-feed.ts";
import type { RecordedMarket } from "../simulation/recorded-market.ts";
import { inFlight, ReplayVenue } from "../simulation/replay-venue.ts";
import { RunRecorder } from "./run-recorder.ts";

const wake = 2;
/** After the order's end, how long late reports are still waited for. */
const graceNs = 3600e9;

export interface PolicyRunOptions {
  readonly parent: ParentOrder;
  readonly policy: ExecutionPolicy;
  readonly session: SessionContext;
  readonly latency: LatencySpec;
  readonly seed: number;
  readonly recorded: RecordedMarket;
}

export class PolicyRun {
  readonly policy: ExecutionPolicy;
  readonly venue: ReplayVenue;
  readonly recorder: RunRecorder;
  /** Undefined until the order starts. */
  benchmarks: IntervalBenchmarkAccumulator | undefined;
  /** Mid of the replayed market at the order's end, on the venue clock. */
  endMidTicks = Number.NaN;
  readonly #options: PolicyRunOptions;
  readonly #queue = createCalendarQueue();
  readonly #feed = new MarketDataFeed();
  readonly #view = new MarketView();
  readonly #hasher: Hasher = createHasher();
  #state: WorkerState;
  #wakeNs = Number.POSITIVE_INFINITY;

  constructor(options: PolicyRunOptions) {
    const { parent, policy, latency, seed, recorded } = options;
    this.#options = options;
    this.policy = policy;
    this.venue = new ReplayVenue({
      latency: createLatency(latency, seed),
      queue: this.#queue,
      feed: this.#feed,
      recorded,
      tape: {
        onTrade: (time, price, lots, isOwn) => {
          this.benchmarks?.onTrade(time, price, lots, isOwn);
          this.recorder.onTrade(time, lots, isOwn);
        },
      },
    });
    this.recorder = new RunRecorder(parent, this.venue);
    this.#state = createWorkerState(parent, policy);
    this.#requestWake();
  }

  get state(): WorkerState {
    return this.#state;
  }

  /** 16 hexadecimal digits over every command and every fill. */
  get hash(): string {
    return this.#hasher.hex();
  }

  /** The market stands as it does at the order's start: costs are counted from here. */
  startBenchmarks(arrivalMidTicks: number): void {
    const { startNs, endNs } = this.#options.parent;
    this.benchmarks = createIntervalBenchmarks({ startNs, endNs, arrivalMidTicks });
  }

  /** Lets everything happen that lies before `timeNs`. */
  advanceTo(time: number): void {
    while (this.#queue.peekTimeNs() < time) this.#takeNext();
  }

  applyRecorded(block: EventBlock, row: number): void {
    this.venue.applyRecorded(block, row);
  }

  /** Takes in the market data that has arrived, so that it does not pile up. */
  deliverFeed(time: number): void {
    this.#feed.deliver(time, this.#view);
  }

  /** Lets the order come to its end after the last recorded event. */
  finish(): void {
    const { endNs } = this.#options.parent;
    this.advanceTo(endNs + graceNs);
    const { totals, status } = this.#state;
    assert(status === "done", "an order is done once its end has passed");
    const out = workingLots(this.#state);
    const accounted = totals.filledLots + out + totals.cancelledLots + totals.rejectedLots;
    assert(totals.sentLots === accounted, "sent = filled + resting + cancelled + rejected");
    let filledAtVenue = 0;
    for (const fill of this.venue.fills) {
      filledAtVenue += fill.lots;
      this.#hasher.addNumber(fill.venueTimeNs);
      this.#hasher.addNumber(fill.priceTicks);
      this.#hasher.addNumber(fill.lots);
    }
    assert(filledAtVenue === totals.filledLots, "the worker's fills are the venue's fills");
  }

  #takeNext(): void {
    this.#queue.pop();
    const now = timeNs(this.#queue.poppedTimeNs);
    switch (this.#queue.poppedPayload) {
      case inFlight.command:
        this.venue.processArrivals(now);
        return;
      case inFlight.report:
        for (const report of this.venue.takeReports(now)) {
          this.recorder.onReport(report);
          this.#step({ kind: "report", nowNs: now, report });
        }
        return;
      case wake:
        // A wake that was moved meanwhile has another entry.
        if (this.#wakeNs === now) this.#step({ kind: "wake", nowNs: now });
        return;
      default:
        assert(false, "the queue holds commands, reports and wakes");
    }
  }

  #step(event: WorkerEvent): void {
    this.#feed.deliver(event.nowNs, this.#view);
    const { policy, session } = this.#options;
    if (event.kind === "wake") this.#wakeNs = Number.POSITIVE_INFINITY;
    const step = stepWorker({ policy, session }, this.#state, event, this.#view);
    this.#state = step.state;
    for (const command of step.commands) this.#send(command, event.nowNs);
    this.recorder.onDecision(event.nowNs, step.state, step.commands);
    if (step.state.status === "done") this.venue.isPublishing = false;
    this.#requestWake();
  }

  #send(command: VenueCommand, now: TimeNs): void {
    this.#hasher.addNumber(now);
    this.#hasher.addText(command.kind);
    this.#hasher.addNumber(command.clientOrderId);
    if (command.kind !== "cancel") {
      this.#hasher.addNumber(command.priceTicks);
      this.#hasher.addNumber(command.quantityLots);
    }
    this.venue.send(command, now);
  }

  #requestWake(): void {
    const { wakeNs } = this.#state;
    if (wakeNs === undefined || wakeNs === this.#wakeNs) return;
    this.#wakeNs = wakeNs;
    this.#queue.push(wakeNs, wake, wake);
  }
}
