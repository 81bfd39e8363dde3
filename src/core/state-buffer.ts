/**
 * A whole state in one buffer: every part writes its numbers one behind the other, and reads them
 * back in the same order.
 */
import { assert } from "./assert.ts";

export class StateWriter {
  #values = new Float64Array(1024);
  #length = 0;

  number(value: number): void {
    this.#reserve(1);
    this.#values[this.#length++] = value;
  }

  /** The first `count` numbers of a column, without their count. */
  column(values: ArrayLike<number>, count = values.length): void {
    this.#reserve(count);
    for (let at = 0; at < count; at++) this.#values[this.#length++] = values[at];
  }

  /** Bytes of any length. */
  bytes(source: Uint8Array): void {
    this.number(source.length);
    const cells = Math.ceil(source.length / 8);
    this.#reserve(cells);
    new Uint8Array(this.#values.buffer, this.#length * 8, source.length).set(source);
    this.#length += cells;
  }

  /** Plain JSON data. */
  json(value: unknown): void {
    this.bytes(new TextEncoder().encode(JSON.stringify(value)));
  }

  /** A copy of what has been written. */
  finish(): ArrayBuffer {
    return this.#values.buffer.slice(0, this.#length * 8);
  }

  #reserve(count: number): void {
    let capacity = this.#values.length;
    if (this.#length + count <= capacity) return;
    while (capacity < this.#length + count) capacity *= 2;
    const larger = new Float64Array(capacity);
    larger.set(this.#values.subarray(0, this.#length));
    this.#values = larger;
  }
}

export class StateReader {
  readonly #values: Float64Array;
  #at = 0;

  constructor(buffer: ArrayBuffer) {
    assert(buffer.byteLength % 8 === 0, "a state is a whole number of doubles");
    this.#values = new Float64Array(buffer);
  }

  number(): number {
    assert(this.#at < this.#values.length, "a state is read no further than it was written");
    return this.#values[this.#at++];
  }

  /** Fills the first `count` places of a column. */
  column(into: { [at: number]: number; readonly length: number }, count = into.length): void {
    for (let at = 0; at < count; at++) into[at] = this.number();
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const length = this.number();
    const start = this.#at * 8;
    this.#at += Math.ceil(length / 8);
    assert(this.#at <= this.#values.length, "a state is read no further than it was written");
    return new Uint8Array(this.#values.buffer as ArrayBuffer, start, length).slice();
  }

  json<Value>(): Value {
    return JSON.parse(new TextDecoder().decode(this.bytes())) as Value;
  }

  /** @throws InvariantError when something was written that nobody has read */
  end(): void {
    assert(this.#at === this.#values.length, "a state is read to its end");
  }
}
