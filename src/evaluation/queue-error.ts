/**
 * How wrong an estimated place in the queue is, measured where the exact one is known.
 *
 * Small orders are put at the touch again and again, and left there for a while: in the recording as
 * it is, order by order, and in the same recording cut down to price levels, where a queue model says
 * how far they have come. What fills, and when, is compared order by order.
 */
import { computeQuantile } from "../core/statistics/quantiles.ts";
import { type DurationNs, priceTicks, quantityLots, type TimeNs } from "../core/units.ts";
import type { MarketEventSource } from "../market/event-block.ts";
import { display, orderType, timeInForce } from "../market/order.ts";
import { ask, bid, buy, type Side, sell } from "../market/side.ts";
import { createCalendarQueue } from "../simulation/calendar-queue.ts";
import { cutToLevels } from "../simulation/cut-to-levels.ts";
import { createLatency } from "../simulation/latency.ts";
import { MarketDataFeed } from "../simulation/market-data-feed.ts";
import type { QueueModel } from "../simulation/queue-model.ts";
import { ReplayVenue } from "../simulation/replay-venue.ts";

export interface ProbePlan {
  readonly startNs: TimeNs;
  readonly endNs: TimeNs;
  /** From one pair of orders, one on each side, to the next. */
  readonly everyNs: DurationNs;
  /** How long each is left. */
  readonly restNs: DurationNs;
}

interface Probe {
  readonly sentNs: number;
  readonly side: Side;
  readonly price: number;
  filledNs: number;
}

/** Of one model, over all probes. */
export interface QueueError {
  readonly model: string;
  /** Share of the orders that the model fills within their time. */
  readonly fillRate: number;
  /** Filled in truth and by the model, or by neither. */
  readonly agreement: number;
  /** Filled by the model and not in truth; the other way round. */
  readonly tooEarly: number;
  readonly missed: number;
  /** Seconds that the model's fill comes after the true one, where both fill: quartiles. */
  readonly delaySeconds: readonly [number, number, number];
}

export interface QueueErrors {
  readonly probes: number;
  readonly trueFillRate: number;
  readonly models: readonly QueueError[];
}

/** @param source order by order; read once for the truth and once for each model */
export async function measureQueueError(
  source: MarketEventSource,
  models: readonly QueueModel[],
  plan: ProbePlan,
): Promise<QueueErrors> {
  const truth = await playProbes(source, undefined, plan);
  const errors: QueueError[] = [];
  for (const model of models) {
    const found = await playProbes(cutToLevels(source), model, plan, truth);
    errors.push(compare(model.name, truth, found));
  }
  return { probes: truth.length, trueFillRate: rateOf(truth, isFilled), models: errors };
}

/** @param known where to put orders; at the touch where not given */
async function playProbes(
  source: MarketEventSource,
  queues: QueueModel | undefined,
  plan: ProbePlan,
  known?: readonly Probe[],
): Promise<readonly Probe[]> {
  const player = new ProbePlayer(queues, plan, known);
  for await (const block of source.blocks()) {
    for (let row = 0; row < block.length; row++) {
      player.passTime(block.venueTimeNs[row]!);
      player.venue.applyRecorded(block, row);
    }
  }
  return player.finish();
}

class ProbePlayer {
  readonly venue: ReplayVenue;
  readonly #plan: ProbePlan;
  readonly #known: readonly Probe[] | undefined;
  readonly #probes: Probe[] = [];
  #dueNs: number;
  /** First probe that may still rest. */
  #oldest = 0;

  constructor(
    queues: QueueModel | undefined,
    plan: ProbePlan,
    known: readonly Probe[] | undefined,
  ) {
    const none = { kind: "constant", durationNs: 0 as DurationNs } as const;
    this.#plan = plan;
    this.#known = known;
    this.#dueNs = plan.startNs;
    this.venue = new ReplayVenue({
      latency: createLatency({ kind: "latency", feed: none, entry: none, response: none }, 1),
      queue: createCalendarQueue(),
      feed: new MarketDataFeed(),
      tape: { onTrade: () => {} },
      unperturbed: { midTicks: Number.NaN },
      impact: { kind: "none" },
      ...(queues === undefined ? {} : { queues }),
    });
    this.venue.stopPublishing();
  }

  /** Sends and cancels what is due before an event of this time. */
  passTime(timeNs: number): void {
    const { restNs, endNs, everyNs } = this.#plan;
    for (;;) {
      const oldest = this.#probes[this.#oldest];
      const cancelNs = oldest === undefined ? Number.POSITIVE_INFINITY : oldest.sentNs + restNs;
      if (Math.min(cancelNs, this.#dueNs) >= timeNs) return;
      if (cancelNs <= this.#dueNs) {
        const clientOrderId = ++this.#oldest;
        this.venue.send({ kind: "cancel", clientOrderId }, cancelNs as TimeNs);
        this.#settle(cancelNs);
      } else {
        this.#probe(this.#dueNs);
        this.#dueNs += everyNs;
        if (this.#dueNs >= endNs) this.#dueNs = Number.POSITIVE_INFINITY;
      }
    }
  }

  finish(): readonly Probe[] {
    for (const { clientOrderId, venueTimeNs } of this.venue.fills) {
      const probe = this.#probes[clientOrderId - 1]!;
      // The first lot decides; an order is one round lot at most.
      if (Number.isNaN(probe.filledNs)) probe.filledNs = venueTimeNs;
    }
    return this.#probes;
  }

  #probe(timeNs: number): void {
    const { book } = this.venue.engine;
    for (const side of [buy, sell] as const) {
      const at = this.#probes.length;
      const slot = book.bestDisplayed(side === buy ? bid : ask);
      const touch = slot < 0 ? undefined : book.levels[side === buy ? bid : ask].priceOf(slot);
      const price = this.#known === undefined ? touch : this.#known[at]?.price;
      if (price === undefined) continue;
      this.#probes.push({ sentNs: timeNs, side, price, filledNs: Number.NaN });
      this.venue.send(
        {
          ...{ kind: "submit", clientOrderId: at + 1, side, type: orderType.limit },
          ...{ timeInForce: timeInForce.day, priceTicks: priceTicks(price) },
          ...{ quantityLots: quantityLots(1), display: display.full },
          ...{ displayLots: quantityLots(0), isPostOnly: false },
        },
        timeNs as TimeNs,
      );
      this.#settle(timeNs);
    }
  }

  #settle(timeNs: number): void {
    this.venue.processArrivals(timeNs as TimeNs);
    this.venue.takeReports(timeNs as TimeNs);
  }
}

function isFilled({ filledNs }: Probe): boolean {
  return !Number.isNaN(filledNs);
}

function rateOf(probes: readonly Probe[], counts: (probe: Probe, at: number) => boolean): number {
  return probes.filter(counts).length / Math.max(1, probes.length);
}

function compare(model: string, truth: readonly Probe[], found: readonly Probe[]): QueueError {
  const pair = (at: number): readonly [boolean, boolean] => [
    isFilled(truth[at]!),
    at < found.length && isFilled(found[at]!),
  ];
  const delays = truth.flatMap(({ filledNs }, at) => {
    const [isTrue, isFound] = pair(at);
    return isTrue && isFound ? [(found[at]!.filledNs - filledNs) / 1e9] : [];
  });
  const quartile = (part: number): number =>
    delays.length === 0 ? Number.NaN : computeQuantile(delays, part);
  return {
    model,
    fillRate: rateOf(found, isFilled),
    agreement: rateOf(truth, (_, at) => pair(at)[0] === pair(at)[1]),
    tooEarly: rateOf(truth, (_, at) => !pair(at)[0] && pair(at)[1]),
    missed: rateOf(truth, (_, at) => pair(at)[0] && !pair(at)[1]),
    delaySeconds: [quartile(0.25), quartile(0.5), quartile(0.75)],
  };
}
