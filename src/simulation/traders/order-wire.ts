/**
 * Commands of a trader on their way to the market.
 *
 * What is sent at one moment is one packet: it arrives together, in order, after a floor that
 * nothing beats and an exponential excess. No packet overtakes the one before. The excess is a
 * function of (seed, wire, number of the packet), and the sender gives the number: that of the
 * candidate that made it act. So a wire draws the same delays whatever its owner has sent before.
 */
import { z } from "zod";
import { assert } from "../../core/assert.ts";
import { draw, streamId } from "../../core/random/random-stream.ts";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import {
  createNewOrder,
  type NewOrder,
  type TimeInForce,
  timeInForce,
} from "../../market/order.ts";
import { buy, type Side } from "../../market/side.ts";
import { duration } from "../worlds/fields.ts";
import type { MarketFloor } from "./population.ts";

/** How long commands take. */
export const wireLatencySchema = z
  .strictObject({
    /** Nothing is faster. */
    floor: duration,
    /** Of the whole latency; the part above the floor is exponential. */
    mean: duration,
  })
  .refine(({ floor, mean }) => mean >= floor, "expected a mean latency of at least its floor");
export type WireLatency = z.infer<typeof wireLatencySchema>;

export interface OrderWireOptions {
  readonly latency: WireLatency;
  /** Who stands behind the orders. */
  readonly ownerId: number;
  /** Names the stream of the delays. */
  readonly name: string;
  /** Orders are told apart by tags below this. */
  readonly tags: number;
}

const cancelCommand = -1;

export class OrderWire {
  /** When the next packet arrives; Infinity when none is under way. */
  nextNs = Number.POSITIVE_INFINITY;
  /** By tag: the order that entered last, 0 before any did. */
  readonly orderIds: Float64Array;
  /** By tag: commands under way. */
  readonly pending: Int32Array;
  readonly #floorNs: number;
  readonly #excessNs: number;
  readonly #stream: number;
  readonly #order: NewOrder;
  #seed = 0;
  /** Arrival of the last packet. */
  #latestNs = 0;
  /** The packet that is being filled. */
  #departNs = 0;
  #packetNumber = 0;
  #isEmpty = true;

  // A ring of commands, one column a property; its length is a power of two.
  #arrivals = new Float64Array(16);
  #prices = new Float64Array(16);
  #lots = new Float64Array(16);
  #tags = new Int32Array(16);
  #sides = new Uint8Array(16);
  /** A time in force, or `cancelCommand`. */
  #commands = new Int8Array(16);
  #head = 0;
  #count = 0;

  constructor({ latency, ownerId, name, tags }: OrderWireOptions) {
    this.#floorNs = latency.floor;
    this.#excessNs = latency.mean - latency.floor;
    this.#stream = streamId(name);
    this.orderIds = new Float64Array(tags);
    this.pending = new Int32Array(tags);
    this.#order = createNewOrder({
      orderId: 1,
      ownerId,
      side: buy,
      priceTicks: 1,
      quantityLots: 1,
    });
  }

  /** Begins the run of a seed with nothing under way. */
  open(seed: number): void {
    this.#seed = seed;
    this.#latestNs = 0;
    this.#head = 0;
    this.#count = 0;
    this.nextNs = Number.POSITIVE_INFINITY;
    this.orderIds.fill(0);
    this.pending.fill(0);
  }

  /**
   * Begins a packet; the commands that follow travel in it. Numbers name packets for good. One that
   * stays empty never leaves.
   */
  depart(nowNs: number, packetNumber: number): void {
    this.#departNs = nowNs;
    this.#packetNumber = packetNumber;
    this.#isEmpty = true;
  }

  /** A limit order. One that is to rest (`day`) is refused where it would trade at once. */
  submit(tag: number, side: Side, priceTicks: number, lots: number, lifetime: TimeInForce): void {
    const at = this.#push(tag, lifetime);
    this.#sides[at] = side;
    this.#prices[at] = priceTicks;
    this.#lots[at] = lots;
  }

  /** Cancels what has entered under a tag by the time this arrives. */
  cancel(tag: number): void {
    this.#push(tag, cancelCommand);
  }

  /** Hands over everything that arrives at `nextNs`. */
  deliver(floor: MarketFloor): void {
    const dueNs = this.nextNs;
    const mask = this.#arrivals.length - 1;
    while (this.#count > 0 && this.#arrivals[this.#head] === dueNs) {
      this.#execute(floor, this.#head);
      this.#head = (this.#head + 1) & mask;
      this.#count--;
    }
    this.nextNs = this.#count > 0 ? this.#arrivals[this.#head] : Number.POSITIVE_INFINITY;
  }

  save(writer: StateWriter): void {
    writer.column([this.nextNs, this.#seed, this.#latestNs, this.#count]);
    writer.column(this.orderIds);
    writer.column(this.pending);
    const mask = this.#arrivals.length - 1;
    for (let nth = 0; nth < this.#count; nth++) {
      const at = (this.#head + nth) & mask;
      writer.column([this.#arrivals[at], this.#prices[at], this.#lots[at]]);
      writer.column([this.#tags[at], this.#sides[at], this.#commands[at]]);
    }
  }

  load(reader: StateReader): void {
    this.nextNs = reader.number();
    this.#seed = reader.number();
    this.#latestNs = reader.number();
    const count = reader.number();
    reader.column(this.orderIds);
    reader.column(this.pending);
    this.#head = 0;
    this.#count = 0;
    while (this.#arrivals.length < count) this.#grow();
    for (; this.#count < count; this.#count++) {
      const at = this.#count;
      this.#arrivals[at] = reader.number();
      this.#prices[at] = reader.number();
      this.#lots[at] = reader.number();
      this.#tags[at] = reader.number();
      this.#sides[at] = reader.number();
      this.#commands[at] = reader.number();
    }
  }

  #push(tag: number, command: number): number {
    assert(tag >= 0 && tag < this.pending.length, "an order's tag is one of the wire's");
    if (this.#isEmpty) this.#leave();
    if (this.#count === this.#arrivals.length) this.#grow();
    const at = (this.#head + this.#count++) & (this.#arrivals.length - 1);
    this.#arrivals[at] = this.#latestNs;
    this.#tags[at] = tag;
    this.#commands[at] = command;
    this.pending[tag]++;
    if (this.#count === 1) this.nextNs = this.#latestNs;
    return at;
  }

  /** Draws the delay of a packet, once it has something in it. */
  #leave(): void {
    this.#isEmpty = false;
    const excess = -Math.log1p(-draw(this.#seed, this.#stream, this.#packetNumber));
    const arrivalNs = this.#departNs + this.#floorNs + Math.round(this.#excessNs * excess);
    if (arrivalNs > this.#latestNs) this.#latestNs = arrivalNs;
  }

  #execute(floor: MarketFloor, at: number): void {
    const tag = this.#tags[at];
    this.pending[tag]--;
    if (this.#commands[at] === cancelCommand) {
      const orderId = this.orderIds[tag];
      // The trader hears of a fill that came first when it looks again.
      const { engine } = floor;
      if (orderId !== 0 && engine.book.index.get(orderId) >= 0) engine.cancel(orderId);
      return;
    }
    const order = this.#order;
    order.side = this.#sides[at] as Side;
    order.priceTicks = this.#prices[at];
    order.quantityLots = this.#lots[at];
    order.timeInForce = this.#commands[at] as TimeInForce;
    order.isPostOnly = order.timeInForce === timeInForce.day;
    this.orderIds[tag] = floor.submit(order);
  }

  /** Twice the room, with the oldest command first. */
  #grow(): void {
    this.#arrivals = unrolled(this.#arrivals, this.#head);
    this.#prices = unrolled(this.#prices, this.#head);
    this.#lots = unrolled(this.#lots, this.#head);
    this.#tags = unrolled(this.#tags, this.#head);
    this.#sides = unrolled(this.#sides, this.#head) as Uint8Array<ArrayBuffer>;
    this.#commands = unrolled(this.#commands, this.#head);
    this.#head = 0;
  }
}

/** A full ring of twice the length that begins at its head. */
function unrolled<Column extends Int32Array | Float64Array | Uint8Array | Int8Array>(
  column: Column,
  head: number,
): Column {
  const larger = new (column.constructor as new (length: number) => Column)(column.length * 2);
  larger.set(column.subarray(head));
  larger.set(column.subarray(0, head), column.length - head);
  return larger;
}
