/**
 * A market day that the repository makes itself, order by order: something to run on where no
 * recorded day is at hand. It is synthetic, says so, and does not react; see
 * docs/models/synthetic-day.md for what it can and cannot tell.
 */
import { assert } from "../core/assert.ts";
import { formatTimeOfDay } from "../core/time.ts";
import type { TimeNs } from "../core/units.ts";
import {
  createEventBlock,
  type EventBlock,
  type EventKind,
  eventFlag,
  eventKind,
  type MarketEventSource,
} from "../market/event-block.ts";
import { createInstrument, type Instrument } from "../market/instrument.ts";
import type { FastMatchingEngine } from "../market/matching-engine.ts";
import { cancelCode } from "../market/order.ts";
import { reportField, reportKind } from "../market/report-ring.ts";
import { SyntheticFlow } from "./synthetic-day-flow.ts";
import {
  assertSyntheticDayParameters,
  defaultSyntheticDay,
  type SyntheticDayParameters,
} from "./synthetic-day-parameters.ts";

const blockCapacity = 4096;

/** A generated day. `blocks()` may be called again and gives the same events. */
export interface SyntheticDay extends MarketEventSource {
  readonly isSynthetic: true;
  /** One line for people: what it is, and from which seed. */
  readonly description: string;
  readonly parameters: SyntheticDayParameters;
  readonly seed: number;
  /** When the news comes; undefined on a day without news. */
  readonly newsTimeNs: TimeNs | undefined;
  /** State hash of the generator's own book; undefined until the run begun last is at its end. */
  readonly endStateHash: string | undefined;
}

/**
 * A synthetic day from `startNs` to `endNs`.
 *
 * The first events are the adds of the opening book, all at `startNs`. Then every message is one
 * record: an execute for each resting order it meets, all at its time, and an add where something
 * of it rests. Ids count from 1 (those of orders that never rest are skipped); both clocks show
 * the same time. One block of 4,096 rows is used again and again; no message straddles two.
 *
 * @param parameters what differs from `defaultSyntheticDay`
 * @param seed a safe integer from 0; the same seed gives the same bytes
 * @throws InvariantError for parameters no market can live with
 */
export function createSyntheticDay(
  parameters: Partial<SyntheticDayParameters>,
  seed: number,
): SyntheticDay {
  const whole = { ...defaultSyntheticDay, ...parameters };
  assertSyntheticDayParameters(whole);
  return new GeneratedDay(whole, seed);
}

class GeneratedDay implements SyntheticDay {
  readonly isSynthetic = true;
  readonly instrument: Instrument;
  readonly description: string;
  readonly parameters: SyntheticDayParameters;
  readonly seed: number;
  readonly newsTimeNs: TimeNs | undefined;
  endStateHash: string | undefined;

  constructor(parameters: SyntheticDayParameters, seed: number) {
    const { symbol, tickSize } = parameters;
    this.instrument = createInstrument({ symbol, tickSize });
    this.parameters = parameters;
    this.seed = seed;
    this.newsTimeNs = parameters.news?.timeNs;
    this.description = describe(parameters, seed);
  }

  async *blocks(): AsyncGenerator<EventBlock, void, void> {
    this.endStateHash = undefined;
    const { startNs, endNs } = this.parameters;
    const flow = new SyntheticFlow(this.parameters, this.seed);
    const { engine } = flow;
    const block = createEventBlock(blockCapacity);
    for (const order of engine.restingOrders()) {
      if (block.length === blockCapacity) {
        yield block;
        block.length = 0;
      }
      const { orderId, side, priceTicks, openLots } = order;
      appendRow(block, startNs, eventKind.add, orderId, side, priceTicks, openLots);
    }
    endRecord(block);
    while (flow.advance(endNs)) {
      // A message has at least one report for each of its events.
      const eventsMax = engine.reports.written - engine.reports.released;
      assert(eventsMax <= blockCapacity, "one message's events fit into a block");
      if (block.length + eventsMax > blockCapacity) {
        yield block;
        block.length = 0;
      }
      appendMessage(block, engine, flow.timeNs);
    }
    this.endStateHash = engine.stateHash();
    yield block;
  }
}

/** What one message did to the book: executes, then the cancel or the add of what rests. */
function appendMessage(block: EventBlock, engine: FastMatchingEngine, time: number): void {
  const { book, reports } = engine;
  for (let index = reports.released; index < reports.written; index++) {
    const orderId = reports.read(index, reportField.orderId);
    const side = reports.read(index, reportField.side);
    const price = reports.read(index, reportField.priceTicks);
    const lots = reports.read(index, reportField.quantityLots);
    const kind = reports.read(index, reportField.kind);
    if (kind === reportKind.trade) {
      appendRow(block, time, eventKind.execute, orderId, side, price, lots);
    } else if (kind === reportKind.cancelAck) {
      const cancelled = cancelledKind(reports.read(index, reportField.code));
      if (cancelled === undefined) continue;
      appendRow(block, time, cancelled, orderId, side, price, lots);
    }
  }
  const entered = reports.released;
  if (reports.read(entered, reportField.kind) === reportKind.orderAck) {
    const orderId = reports.read(entered, reportField.orderId);
    const slot = book.index.get(orderId);
    if (slot >= 0) {
      const price = book.priceOf(slot);
      appendRow(block, time, eventKind.add, orderId, book.sides[slot], price, book.openLots[slot]);
    }
  }
  endRecord(block);
}

/** The event of a cancel; undefined where lots went that never rested. */
function cancelledKind(code: number): EventKind | undefined {
  if (code === cancelCode.requested) return eventKind.remove;
  return code === cancelCode.withdrawn ? eventKind.reduce : undefined;
}

function appendRow(
  block: EventBlock,
  time: number,
  kind: EventKind,
  orderId: number,
  side: number,
  priceTicks: number,
  quantityLots: number,
): void {
  const row = block.length++;
  block.venueTimeNs[row] = time;
  block.localTimeNs[row] = time;
  block.kind[row] = kind;
  block.side[row] = side;
  block.orderId[row] = orderId;
  block.priceTicks[row] = priceTicks;
  block.quantityLots[row] = quantityLots;
  block.flags[row] = 0;
}

function endRecord(block: EventBlock): void {
  block.flags[block.length - 1] = eventFlag.endOfRecord;
}

function describe(parameters: SyntheticDayParameters, seed: number): string {
  const { openPriceTicks, tickSize, dailyVolumeLots, startNs, endNs, news } = parameters;
  const price = Number((openPriceTicks * tickSize).toPrecision(9));
  const words = [
    `synthetic day from ${formatTimeOfDay(startNs)} to ${formatTimeOfDay(endNs)}`,
    `opening at ${price}, about ${dailyVolumeLots.toLocaleString("en-US")} lots a day`,
  ];
  if (news !== undefined) {
    const percent = Number((news.fundamentalReturn * 100).toPrecision(6));
    words.push(`news of ${percent} % at ${formatTimeOfDay(news.timeNs)}`);
  }
  words.push(`seed ${seed}`);
  return words.join(", ");
}
