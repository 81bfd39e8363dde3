/** One ITCH message as an object: for edges, the writer and tests. The reader works on the bytes. */
import { assert } from "../../core/assert.ts";
import { type ItchType, itchBytesOfType, itchHeaderBytes, itchLayouts } from "./layout.ts";

export interface ItchHeader {
  /** Number of the stock, today; 0 where a message concerns no stock. */
  readonly stockLocate: number;
  readonly trackingNumber: number;
  /** Nanoseconds since midnight, New York. */
  readonly timeNs: number;
}

type Row<Type extends ItchType> = (typeof itchLayouts)[Type][number];
type Value<Field> = Field extends readonly [string, infer Bytes, infer Kind]
  ? Kind extends "text"
    ? string
    : Bytes extends 8
      ? bigint
      : number
  : never;

/** The fields of a message by name: padding taken off, prices in units of the specification. */
export type ItchFields<Type extends ItchType> = {
  readonly [Field in Row<Type> as Field[0]]: Value<Field>;
};

/** A message of one type, or of any. */
export type ItchMessage<Type extends ItchType = ItchType> = Type extends ItchType
  ? ItchHeader & { readonly type: Type; readonly fields: ItchFields<Type> }
  : never;

/**
 * Writes a message at a place in a buffer that has room for it.
 *
 * @returns bytes written
 * @throws InvariantError for a text that does not fit; RangeError for a number that does not
 */
export function encodeItchMessage(message: ItchMessage, target: Buffer, start = 0): number {
  target.writeUInt8(message.type.charCodeAt(0), start);
  target.writeUInt16BE(message.stockLocate, start + 1);
  target.writeUInt16BE(message.trackingNumber, start + 3);
  target.writeUIntBE(message.timeNs, start + 5, 6);
  let at = start + itchHeaderBytes;
  for (const [name, bytes, kind] of itchLayouts[message.type]) {
    const value = (message.fields as Readonly<Record<string, string | number | bigint>>)[name];
    if (kind === "text") writeText(target, at, bytes, value as string);
    else if (bytes === 8) target.writeBigUInt64BE(value as bigint, at);
    else target.writeUInt32BE(value as number, at);
    at += bytes;
  }
  return at - start;
}

/** Reads the message that starts at a place; its type and its length have been checked. */
export function decodeItchMessage(source: Buffer, start = 0): ItchMessage {
  const type = String.fromCharCode(source.readUInt8(start)) as ItchType;
  assert(itchBytesOfType[type.charCodeAt(0)] > 0, `a decoded message has a type, was ${type}`);
  const fields: Record<string, string | number | bigint> = {};
  let at = start + itchHeaderBytes;
  for (const [name, bytes, kind] of itchLayouts[type]) {
    if (kind === "text") fields[name] = source.toString("latin1", at, at + bytes).trimEnd();
    else fields[name] = bytes === 8 ? source.readBigUInt64BE(at) : source.readUInt32BE(at);
    at += bytes;
  }
  return {
    type,
    stockLocate: source.readUInt16BE(start + 1),
    trackingNumber: source.readUInt16BE(start + 3),
    timeNs: source.readUIntBE(start + 5, 6),
    fields,
  } as unknown as ItchMessage;
}

function writeText(target: Buffer, at: number, bytes: number, text: string): void {
  assert(text.length <= bytes, `an ITCH text fits into ${bytes} bytes, was ${text}`);
  target.write(text.padEnd(bytes), at, bytes, "latin1");
}
