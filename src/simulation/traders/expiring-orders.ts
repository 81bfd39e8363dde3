/**
 * Orders that rest until a time and are then cancelled: the first to expire is the first found,
 * those of one moment by their ids. A binary heap in columns, which double rather than lose an order.
 */
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";

export class ExpiringOrders {
  #timesNs = new Float64Array(64);
  #orderIds = new Float64Array(64);
  #notes = new Float64Array(64);
  #count = 0;

  /** When the first expires; Infinity when there is none. */
  get nextNs(): number {
    return this.#count > 0 ? this.#timesNs[0] : Number.POSITIVE_INFINITY;
  }

  get firstOrderId(): number {
    return this.#orderIds[0];
  }

  /** The number that was given with the first order: whose it is, or how much of it goes. */
  get firstNote(): number {
    return this.#notes[0];
  }

  add(orderId: number, timeNs: number, note = 0): void {
    if (this.#count === this.#timesNs.length) this.#grow();
    let at = this.#count++;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (!this.#isAfter(parent, timeNs, orderId)) break;
      this.#copy(parent, at);
      at = parent;
    }
    this.#set(at, orderId, timeNs, note);
  }

  dropFirst(): void {
    const last = --this.#count;
    const timeNs = this.#timesNs[last];
    const orderId = this.#orderIds[last];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= last) break;
      const right = child + 1;
      if (right < last && this.#isAfter(child, this.#timesNs[right], this.#orderIds[right])) {
        child = right;
      }
      if (this.#isAfter(child, timeNs, orderId)) break;
      this.#copy(child, at);
      at = child;
    }
    this.#set(at, orderId, timeNs, this.#notes[last]);
  }

  clear(): void {
    this.#count = 0;
  }

  save(writer: StateWriter): void {
    writer.number(this.#count);
    for (const column of [this.#timesNs, this.#orderIds, this.#notes]) {
      writer.column(column, this.#count);
    }
  }

  load(reader: StateReader): void {
    const count = reader.number();
    while (this.#timesNs.length < count) this.#grow();
    this.#count = count;
    for (const column of [this.#timesNs, this.#orderIds, this.#notes]) {
      reader.column(column, count);
    }
  }

  #isAfter(at: number, timeNs: number, orderId: number): boolean {
    const ownNs = this.#timesNs[at];
    return ownNs > timeNs || (ownNs === timeNs && this.#orderIds[at] > orderId);
  }

  #copy(from: number, to: number): void {
    this.#set(to, this.#orderIds[from], this.#timesNs[from], this.#notes[from]);
  }

  #set(at: number, orderId: number, timeNs: number, note: number): void {
    this.#timesNs[at] = timeNs;
    this.#orderIds[at] = orderId;
    this.#notes[at] = note;
  }

  #grow(): void {
    this.#timesNs = doubled(this.#timesNs);
    this.#orderIds = doubled(this.#orderIds);
    this.#notes = doubled(this.#notes);
  }
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
