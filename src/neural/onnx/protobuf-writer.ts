/**
 * Writes protobuf messages: fields in the order of the calls, each value with its tag.
 *
 * Source: the protobuf encoding specification (protobuf.dev/programming-guides/encoding): a tag is
 * `field * 8 + wire type` as a varint; a varint has seven bits a byte, low bits first; fixed
 * numbers are little-endian.
 */
import { assert } from "../../core/assert.ts";
import { type WireType, wireType } from "./wire-type.ts";

const encoder = new TextEncoder();

export class ProtobufWriter {
  #bytes = new Uint8Array(64);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** An int32, int64 or enum; negative numbers take ten bytes, as the specification has it. */
  int(field: number, value: number): void {
    assert(Number.isSafeInteger(value), "an integer in a file is a safe integer");
    this.#tag(field, wireType.varint);
    // The two's complement in two words; `>>>` is modulo 2^32 for any integer.
    this.#varint(value >>> 0, Math.floor(value / 2 ** 32) >>> 0);
  }

  /** A float of 32 bits, rounded to the nearest. */
  float(field: number, value: number): void {
    this.#tag(field, wireType.fixed32);
    this.#reserve(4);
    this.#view.setFloat32(this.#length, value, true);
    this.#length += 4;
  }

  bytes(field: number, value: Uint8Array): void {
    this.#tag(field, wireType.lengthDelimited);
    this.#varint(value.length >>> 0, Math.floor(value.length / 2 ** 32));
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** Text in UTF-8. */
  text(field: number, value: string): void {
    assert(value.isWellFormed(), "a string in a file has no half of a surrogate pair");
    this.bytes(field, encoder.encode(value));
  }

  /** A message inside this one. */
  message(field: number, write: (inner: ProtobufWriter) => void): void {
    const inner = new ProtobufWriter();
    write(inner);
    this.bytes(field, inner.#bytes.subarray(0, inner.#length));
  }

  /** A copy of what has been written. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #tag(field: number, wire: WireType): void {
    this.#varint(field * 8 + wire, 0);
  }

  #varint(low: number, high: number): void {
    this.#reserve(10);
    while (high > 0 || low > 0x7f) {
      this.#bytes[this.#length++] = (low & 0x7f) | 0x80;
      low = ((low >>> 7) | (high << 25)) >>> 0;
      high >>>= 7;
    }
    this.#bytes[this.#length++] = low;
  }

  #reserve(count: number): void {
    let capacity = this.#bytes.length;
    if (this.#length + count <= capacity) return;
    while (capacity < this.#length + count) capacity *= 2;
    const larger = new Uint8Array(capacity);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
