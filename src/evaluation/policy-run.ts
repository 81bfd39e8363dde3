/**
 * One policy working one parent order at a simulated or replayed venue: the loop that joins venue
 * and worker.
 *
 * Everything in flight waits in one queue with a total order (time, priority, sequence): commands
 * reach the venue before reports reach us, and reports before the worker wakes, all at one time.
 * Whoever owns the run says when the rest of the market happens: recorded events of a time come
 * before any of these, simulated traders after them.
 */
import { createIntervalBenchmarks, type IntervalBenchmarkAccumulator } from "../analytics/index.ts";
import { assert } from "../core/assert.ts";
import { createHasher, type Hasher } from "../core/hash.ts";
import { StateReader, StateWriter } from "../core/state-buffer.ts";
import { type TimeNs, timeNs } from "../core/units.ts";
import {
  type Completion,
  createWorkerState,
  type ExecutionPolicy,
  nextQuestionNs,
  type Observation,
  observeOrder,
  type ParentOrder,
  type SessionContext,
  stepWorker,
  type WorkerEvent,
  type WorkerState,
  workingLots,
} from "../execution/index.ts";
import { MarketView } from "../features/index.ts";
import type { ExecutionReport, Venue, VenueCommand } from "../market/venue.ts";
import { type CalendarQueue, createCalendarQueue } from "../simulation/calendar-queue.ts";
import { createLatency, type LatencySpec } from "../simulation/latency.ts";
import { MarketDataFeed } from "../simulation/market-data-feed.ts";
import { inFlight, type OrderGatewayOptions, type VenueFill } from "../simulation/order-gateway.ts";

const wake = 2;
/** After the order's end, how long late reports are still waited for. */
const graceNs = 3600e9;

/** A venue that somebody here drives. */
export interface WorkedVenue extends Venue {
  readonly fills: readonly VenueFill[];
  readonly midTicks: number;
  processArrivals(time: TimeNs): void;
  stopPublishing(): void;
}

/** How a run and its venue are wired together. */
export type VenueWiring = Pick<OrderGatewayOptions, "latency" | "queue" | "feed" | "tape">;

/** Whoever wants to see more of a run than its outcome. */
export interface RunObserver {
  onReport(report: ExecutionReport): void;
  onDecision(time: number, state: WorkerState, commands: readonly VenueCommand[]): void;
  onTrade(time: number, lots: number, isOwn: boolean): void;
  /** Mid and displayed spread of the venue from a time on. */
  onTouch(time: number, midTicks: number, spreadTicks: number): void;
}

/** What a run needs much room for; taken over by the next run once one is over. */
export interface RunMemory {
  readonly queue: CalendarQueue;
  readonly feed: MarketDataFeed;
  readonly view: MarketView;
}

export function createRunMemory(): RunMemory {
  return { queue: createCalendarQueue(), feed: new MarketDataFeed(), view: new MarketView() };
}

export interface PolicyRunOptions<Place extends WorkedVenue> {
  readonly parent: ParentOrder;
  readonly policy: ExecutionPolicy;
  readonly session: SessionContext;
  readonly completion?: Completion;
  readonly latency: LatencySpec;
  readonly seed: number;
  readonly createVenue: (wiring: VenueWiring) => Place;
  /** Of a run that is over, so that short episodes need not make it anew; fresh where not given. */
  readonly memory?: RunMemory;
}

export class PolicyRun<Place extends WorkedVenue> {
  readonly policy: ExecutionPolicy;
  readonly venue: Place;
  /** Undefined until the order starts, or where nobody wants to know. */
  benchmarks: IntervalBenchmarkAccumulator | undefined;
  observer: RunObserver | undefined;
  /** Mid of the market at the order's end, on the venue clock. */
  endMidTicks = Number.NaN;
  readonly #options: PolicyRunOptions<Place>;
  readonly #queue: CalendarQueue;
  readonly #feed: MarketDataFeed;
  readonly #view: MarketView;
  readonly #hasher: Hasher = createHasher();
  #state: WorkerState;
  #wakeNs = Number.POSITIVE_INFINITY;

  constructor(options: PolicyRunOptions<Place>) {
    const { parent, policy, latency, seed } = options;
    this.#options = options;
    this.policy = policy;
    const { queue, feed, view } = options.memory ?? createRunMemory();
    if (options.memory !== undefined) for (const part of [queue, feed, view]) part.clear();
    this.#queue = queue;
    this.#feed = feed;
    this.#view = view;
    this.venue = options.createVenue({
      latency: createLatency(latency, seed),
      queue: this.#queue,
      feed: this.#feed,
      tape: {
        onTrade: (time, price, lots, isOwn) => {
          this.benchmarks?.onTrade(time, price, lots, isOwn);
          this.observer?.onTrade(time, lots, isOwn);
        },
        onTouch: (time, mid, spread) => this.observer?.onTouch(time, mid, spread),
      },
    });
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
    while (this.#queue.peekTimeNs() < time) this.takeNext();
  }

  /** When something in flight arrives next, or the worker wakes; Infinity when nothing does. */
  get nextNs(): number {
    return this.#queue.peekTimeNs();
  }

  /** Messages and wakes on their way; changes whenever `nextNs` may. */
  get inFlightCount(): number {
    return this.#queue.size;
  }

  /** What the worker can know of the market. */
  get view(): MarketView {
    return this.#view;
  }

  /** From when on a clocked policy would be asked again; Infinity when it is not. */
  get nextQuestionNs(): number {
    return nextQuestionNs(this.#state);
  }

  /** What a policy would be told now; nothing in flight is due before this time. */
  observe(nowNs: TimeNs): Observation {
    this.#feed.deliver(nowNs, this.#view);
    return observeOrder(this.#state, this.#view, this.#options.session, nowNs);
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

  /** Lets the next thing in flight happen. */
  takeNext(): void {
    this.#queue.pop();
    const now = timeNs(this.#queue.poppedTimeNs);
    switch (this.#queue.poppedPayload) {
      case inFlight.command:
        this.venue.processArrivals(now);
        return;
      case inFlight.report:
        for (const report of this.venue.takeReports(now)) {
          this.observer?.onReport(report);
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
    if (event.kind === "wake") this.#wakeNs = Number.POSITIVE_INFINITY;
    const step = stepWorker(this.#options, this.#state, event, this.#view);
    this.#state = step.state;
    for (const command of step.commands) this.#send(command, event.nowNs);
    this.observer?.onDecision(event.nowNs, step.state, step.commands);
    if (step.state.status === "done") this.venue.stopPublishing();
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

  /**
   * Takes over what another run knows: worker, policy and view, but nothing that is still on its
   * way. The venue is told of the working orders by the caller.
   *
   * @param state without unanswered requests
   */
  continueFrom(known: PolicyRun<Place>, state: WorkerState, nowNs: TimeNs): void {
    const writer = new StateWriter();
    known.#view.save(writer);
    this.#view.load(new StateReader(writer.finish()));
    this.#queue.clear();
    this.#wakeNs = Number.POSITIVE_INFINITY;
    this.#state = { ...state, wakeNs: timeNs(Math.max(nowNs, state.wakeNs ?? nowNs)) };
    this.#requestWake();
  }

  /** Writes worker, policy, view and everything in flight, but not the venue. */
  save(writer: StateWriter): void {
    const { policyState, ...state } = this.#state;
    writer.json(state);
    writer.bytes(this.policy.encodeState(policyState));
    writer.bytes(new Uint8Array(this.#queue.snapshot()));
    writer.column([this.#wakeNs, this.endMidTicks, ...this.#hasher.state()]);
    this.#feed.save(writer);
    this.#view.save(writer);
  }

  load(reader: StateReader): void {
    const state = reader.json<Omit<WorkerState, "policyState">>();
    this.#state = { ...state, policyState: this.policy.decodeState(reader.bytes()) };
    this.#queue.restore(reader.bytes().buffer);
    this.#wakeNs = reader.number();
    this.endMidTicks = reader.number();
    this.#hasher.restore([reader.number(), reader.number(), reader.number()]);
    this.#feed.load(reader);
    this.#view.load(reader);
  }
}
