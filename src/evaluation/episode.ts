/**
 * One policy working one parent order in one simulated market, from the opening to the end.
 *
 * The order comes before the traders of the market at equal times. The whole of it (market, venue,
 * worker, policy and everything in flight) can be written to one buffer: `restore` in an episode of
 * the same setup is a fork for measurement, which keeps every random stream. A fork for a decision
 * is another thing: decision-fork.ts.
 */
import { assert } from "../core/assert.ts";
import { StateReader, StateWriter } from "../core/state-buffer.ts";
import { type TimeNs, timeNs } from "../core/units.ts";
import type {
  Completion,
  ExecutionPolicy,
  ParentOrder,
  SessionContext,
} from "../execution/index.ts";
import { ask, bid, buy, oppositeSide } from "../market/side.ts";
import type { LatencySpec } from "../simulation/latency.ts";
import type { OpeningBook, SimulatedMarket } from "../simulation/simulated-market.ts";
import { SimulatedVenue } from "../simulation/simulated-venue.ts";
import { PolicyRun, type RunMemory } from "./policy-run.ts";
import type { TwinPath } from "./twin-path.ts";

export interface EpisodeSetup {
  readonly market: SimulatedMarket;
  readonly parent: ParentOrder;
  readonly policy: ExecutionPolicy;
  readonly session: SessionContext;
  readonly completion: Completion;
  readonly latency: LatencySpec;
  readonly seed: number;
  /** The same seed without us. */
  readonly twin: TwinPath;
  /** Of an episode that is over. */
  readonly memory?: RunMemory;
}

/** The market when the order came to it. */
export interface Arrival {
  readonly midTicks: number;
  /** Best price of the side the order would pay, just before its first act. */
  readonly farTouchTicks: number;
}

export class Episode {
  readonly market: SimulatedMarket;
  readonly run: PolicyRun<SimulatedVenue>;
  readonly setup: EpisodeSetup;

  /**
   * Opens the market anew: whatever ran in it before is gone.
   *
   * @param book seen at a moment, to begin there instead of at the opening
   */
  constructor(setup: EpisodeSetup, book?: { readonly nowNs: number; readonly seen: OpeningBook }) {
    const { market, twin, seed } = setup;
    this.setup = setup;
    this.market = market;
    if (book === undefined) market.open(seed);
    else market.openAt(book.nowNs, book.seen, seed);
    this.run = new PolicyRun({
      ...setup,
      createVenue: (wiring) =>
        new SimulatedVenue(market, {
          ...wiring,
          unperturbed: {
            get midTicks() {
              return twin.midBefore(market.nowNs);
            },
          },
        }),
    });
    if (book === undefined) this.run.venue.publishBook(timeNs(market.nowNs));
  }

  get remainingLots(): number {
    return this.setup.parent.quantityLots - this.run.state.totals.filledLots;
  }

  /** Lets everything happen that lies before a time, ours first where times are equal. */
  advanceTo(time: number): void {
    const { market, run } = this;
    for (;;) {
      const ownNs = run.nextNs;
      if (ownNs >= time && market.nextNs >= time) return;
      if (ownNs <= market.nextNs) run.takeNext();
      else this.#playOthers(Math.min(ownNs, time));
    }
  }

  /**
   * Lets everything happen until a clocked policy is about to be asked: the next thing to happen is
   * that it is. Market and worker stand as they will then.
   *
   * @returns when it is asked; undefined when it will not be asked again
   */
  advanceToDecision(): TimeNs | undefined {
    const { market, run } = this;
    const { endNs } = this.setup.parent;
    // Only what is ours can move the question.
    let questionNs = run.nextQuestionNs;
    while (questionNs < endNs) {
      const ownNs = run.nextNs;
      if (ownNs >= endNs && market.nextNs >= endNs) break;
      if (ownNs > market.nextNs) {
        this.#playOthers(Math.min(ownNs, endNs));
      } else if (ownNs >= questionNs) {
        return timeNs(ownNs);
      } else {
        run.takeNext();
        questionNs = run.nextQuestionNs;
      }
    }
    return undefined;
  }

  /** Lets others act before a time, until they give us something to hear. */
  #playOthers(time: number): void {
    const { market, run } = this;
    const inFlight = run.inFlightCount;
    while (market.nextNs < time && run.inFlightCount === inFlight) run.venue.step();
  }

  /** Lets everything happen that lies before the order's start, and looks at the market then. */
  arrive(): Arrival {
    const { startNs, side } = this.setup.parent;
    this.advanceTo(startNs);
    this.market.observe(startNs);
    this.market.watch();
    const far = oppositeSide(side) === buy ? bid : ask;
    return { midTicks: this.market.midTicks, farTouchTicks: this.market.bestTicks(far) };
  }

  /** Lets the order come to its end: its last reports may arrive after it. */
  finish(): void {
    const { endNs } = this.setup.parent;
    this.advanceTo(endNs + 1);
    this.market.observe(endNs);
    this.run.endMidTicks = this.market.midTicks;
    while (this.run.state.status !== "done" && this.run.nextNs < Number.POSITIVE_INFINITY) {
      this.advanceTo(this.run.nextNs + 1);
    }
    this.run.finish();
    const { sentLots, tradedLots, cancelledLots, rejectedLots, restingLots } =
      this.market.lotAccount;
    const accounted = tradedLots + cancelledLots + rejectedLots + restingLots;
    assert(
      sentLots === accounted,
      `lots sent in the market are traded, cancelled, rejected or resting: ${sentLots} sent, ${accounted} found (seed ${this.setup.seed})`,
    );
  }

  /** Everything, in one buffer. */
  snapshot(): ArrayBuffer {
    const writer = new StateWriter();
    this.run.venue.save(writer);
    this.run.save(writer);
    return writer.finish();
  }

  /** Goes on from a snapshot of an episode with the same world, order and policy. */
  restore(snapshot: ArrayBuffer): void {
    const reader = new StateReader(snapshot);
    this.run.venue.load(reader);
    this.run.load(reader);
    reader.end();
  }
}
