/**
 * Units of work as one buffer, to move to the thread that writes them.
 *
 * A buffer moves between threads for the price of a pointer, where an object is copied field by
 * field. Numbers are doubles, little-endian: sequence numbers go past 2^32 in long-lived sessions.
 */
import type { StoredMessage, UnitOfWork } from "./session-store.ts";

/** A unit of work with its session as the number that the file has for it. */
export interface NumberedUnit extends Omit<UnitOfWork, "session"> {
  readonly sessionId: number;
}

const headLength = 7 * 8;
const bytesFirst = 16 * 1024;

/** Collects units until they are taken. */
export class UnitBatch {
  count = 0;
  /** How many bytes are in use. */
  length = 0;
  #buffer = Buffer.allocUnsafeSlow(bytesFirst);

  add(sessionId: number, unit: UnitOfWork): void {
    this.#makeRoom(sizeOf(unit));
    this.#putNumber(sessionId);
    this.#putNumber(unit.nextInbound);
    this.#putNumber(unit.nextOutbound);
    this.#putNumber(unit.resetMs ?? Number.NaN);
    this.#putNumber(unit.outbound.length);
    this.#putNumber(unit.inbound.length);
    this.#putNumber(unit.attachments.length);
    for (const message of unit.outbound) this.#putMessage(message);
    for (const message of unit.inbound) this.#putMessage(message);
    for (const bytes of unit.attachments) this.#putBytes(bytes);
    this.count++;
  }

  /** The buffer, to be transferred; the batch is not to be used any more. */
  take(): ArrayBuffer {
    return this.#buffer.buffer;
  }

  #makeRoom(size: number): void {
    if (this.length + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.#buffer.length, this.length + size));
    this.#buffer.copy(larger, 0, 0, this.length);
    this.#buffer = larger;
  }

  #putNumber(value: number): void {
    this.length = this.#buffer.writeDoubleLE(value, this.length);
  }

  #putMessage(message: StoredMessage): void {
    this.#putNumber(message.seqNum);
    this.#putBytes(message.bytes);
  }

  #putBytes(bytes: Uint8Array): void {
    this.#putNumber(bytes.length);
    this.#buffer.set(bytes, this.length);
    this.length += bytes.length;
  }
}

/** The units of a batch, in order. Their bytes lie in the batch and are not copied. */
export function readUnits(batch: ArrayBuffer, length: number): readonly NumberedUnit[] {
  const reader = new UnitReader(Buffer.from(batch, 0, length));
  const units: NumberedUnit[] = [];
  while (!reader.isAtEnd) units.push(reader.unit());
  return units;
}

class UnitReader {
  readonly #buffer: Buffer;
  #at = 0;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#buffer.length;
  }

  unit(): NumberedUnit {
    const sessionId = this.#number();
    const nextInbound = this.#number();
    const nextOutbound = this.#number();
    const resetMs = this.#number();
    const [outbounds, inbounds, attachments] = [this.#number(), this.#number(), this.#number()];
    return {
      sessionId,
      nextInbound,
      nextOutbound,
      ...(Number.isNaN(resetMs) ? {} : { resetMs }),
      outbound: Array.from({ length: outbounds }, () => this.#message()),
      inbound: Array.from({ length: inbounds }, () => this.#message()),
      attachments: Array.from({ length: attachments }, () => this.#bytes()),
    };
  }

  #number(): number {
    const value = this.#buffer.readDoubleLE(this.#at);
    this.#at += 8;
    return value;
  }

  #message(): StoredMessage {
    return { seqNum: this.#number(), bytes: this.#bytes() };
  }

  #bytes(): Uint8Array {
    const length = this.#number();
    const start = this.#at;
    this.#at += length;
    return this.#buffer.subarray(start, this.#at);
  }
}

function sizeOf({ outbound, inbound, attachments }: UnitOfWork): number {
  let size = headLength;
  for (const { bytes } of outbound) size += 16 + bytes.length;
  for (const { bytes } of inbound) size += 16 + bytes.length;
  for (const bytes of attachments) size += 8 + bytes.length;
  return size;
}
