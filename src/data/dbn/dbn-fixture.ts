/** For tests: DBN files made by hand, byte by byte. */
import {
  barRecord,
  header,
  levelPair,
  levelRecord,
  orderRecord,
  recordFlag,
  recordType,
  statusRecord,
} from "./layout.ts";

/** 25 December 2023, 00:00 UTC, in nanoseconds since 1970. */
export const fixtureMidnight = 1_703_462_400_000_000_000n;
export const fixtureInstrument = 17;
const undefinedPrice = 0x7fff_ffff_ffff_ffffn;
const undefinedTime = 0xffff_ffff_ffff_ffffn;

export interface DbnFixture {
  readonly version?: 1 | 2 | 3;
  readonly dataset?: string;
  readonly schema?: number;
  /** Symbol by instrument id. */
  readonly symbols?: Readonly<Record<number, string>>;
  readonly records: readonly Buffer[];
}

/** A file of the records, with the metadata of its version. */
export function dbnBytes(fixture: DbnFixture): Buffer {
  const { version = 2, dataset = "GLBX.MDP3", schema = 0 } = fixture;
  const symbols = fixture.symbols ?? { [fixtureInstrument]: "TEST" };
  const symbolBytes = version === 1 ? 22 : 71;
  const fixed = Buffer.alloc(100);
  fixed.write(dataset, 0, "latin1");
  fixed.writeUInt16LE(schema, 16);
  fixed.writeBigUInt64LE(fixtureMidnight, 18);
  if (version > 1) fixed.writeUInt16LE(symbolBytes, 45);
  const parts = [fixed, u32(0), u32(0), u32(0), u32(0), u32(Object.keys(symbols).length)];
  for (const [id, symbol] of Object.entries(symbols)) {
    parts.push(text(symbol, symbolBytes), u32(1), u32(20231225), u32(20231226));
    parts.push(text(id, symbolBytes));
  }
  const metadata = Buffer.concat(parts);
  const begin = Buffer.from([0x44, 0x42, 0x4e, version]);
  return Buffer.concat([begin, u32(metadata.length), metadata, ...fixture.records]);
}

export interface OrderFixture {
  readonly action: "A" | "C" | "M" | "T" | "F" | "R" | "N";
  readonly side?: "B" | "A" | "N";
  readonly id?: bigint;
  /** In dollars; undefined is no price. */
  readonly price?: number | undefined;
  readonly size?: number;
  /** Nanoseconds since midnight; received a thousand later unless said. */
  readonly time?: bigint;
  readonly received?: bigint;
  readonly instrument?: number;
  /** Whether more records of the event follow. Default false. */
  readonly more?: boolean;
  readonly flags?: number;
}

/** A market-by-order record. */
export function orderBytes(order: OrderFixture): Buffer {
  const record = recordBytes(recordType.order, orderRecord.bytes, order);
  const time = order.time ?? 1000n;
  record.writeBigUInt64LE(order.id ?? 0n, orderRecord.orderId);
  writePrice(record, orderRecord.price, order.price);
  record.writeUInt32LE(order.size ?? 0, orderRecord.size);
  const last = order.more === true ? 0 : recordFlag.last;
  record.writeUInt8(last | (order.flags ?? 0), orderRecord.flags);
  record.write(order.action + (order.side ?? "N"), orderRecord.action, "latin1");
  record.writeBigUInt64LE(
    fixtureMidnight + (order.received ?? time + 1000n),
    orderRecord.receiveTime,
  );
  return record;
}

export interface LevelFixture {
  readonly type: number;
  readonly action?: string;
  readonly side?: "B" | "A" | "N";
  readonly price?: number | undefined;
  readonly size?: number;
  /** Bid price and size, ask price and size; undefined prices are empty levels. */
  readonly pairs?: readonly (readonly [
    bid: number | undefined,
    bidSize: number,
    ask: number | undefined,
    askSize: number,
  ])[];
  readonly time?: bigint;
  readonly received?: bigint;
  readonly instrument?: number;
  readonly flags?: number;
}

/** A trade, or a record by price with as many levels as are given. */
export function levelBytes(level: LevelFixture): Buffer {
  const pairs = level.pairs ?? [];
  const length = levelRecord.bytes + pairs.length * levelPair.bytes;
  const record = recordBytes(level.type, length, level);
  const time = level.time ?? 1000n;
  writePrice(record, levelRecord.price, level.price);
  record.writeUInt32LE(level.size ?? 0, levelRecord.size);
  record.write((level.action ?? "A") + (level.side ?? "N"), levelRecord.action, "latin1");
  record.writeUInt8(level.flags ?? recordFlag.last, levelRecord.flags);
  record.writeBigUInt64LE(
    fixtureMidnight + (level.received ?? time + 1000n),
    levelRecord.receiveTime,
  );
  for (const [index, [bid, bidSize, ask, askSize]] of pairs.entries()) {
    const at = levelRecord.levels + index * levelPair.bytes;
    writePrice(record, at + levelPair.bidPrice, bid);
    writePrice(record, at + levelPair.askPrice, ask);
    record.writeUInt32LE(bidSize, at + levelPair.bidSize);
    record.writeUInt32LE(askSize, at + levelPair.askSize);
  }
  return record;
}

/** A bar that starts at this time. */
export function barBytes(
  type: number,
  bar: {
    readonly time: bigint;
    readonly close: number;
    readonly volume: bigint;
  },
): Buffer {
  const record = recordBytes(type, barRecord.bytes, bar);
  for (const at of [16, 24, 32, barRecord.close]) writePrice(record, at, bar.close);
  record.writeBigUInt64LE(bar.volume, barRecord.volume);
  return record;
}

/** A change of the trading status. */
export function statusBytes(action: number, time: bigint): Buffer {
  const record = recordBytes(recordType.status, statusRecord.bytes, { time });
  record.writeBigUInt64LE(fixtureMidnight + time, statusRecord.receiveTime);
  record.writeUInt16LE(action, statusRecord.action);
  return record;
}

/** A definition of the fixture's instrument, as long as its version has it. */
export function definitionBytes(tick: number | undefined, length = 400): Buffer {
  const record = recordBytes(recordType.definition, length, {});
  record.writeBigUInt64LE(fixtureMidnight, 16);
  writePrice(record, 24, tick);
  return record;
}

/** A record of a type that is passed over. */
export function otherBytes(type: number, length: number): Buffer {
  return recordBytes(type, length, {});
}

/** No time at all. */
export function withoutEventTime(record: Buffer): Buffer {
  record.writeBigUInt64LE(undefinedTime, header.eventTime);
  return record;
}

function recordBytes(
  type: number,
  length: number,
  common: { readonly instrument?: number; readonly time?: bigint },
): Buffer {
  const record = Buffer.alloc(length);
  record.writeUInt8(length / 4, header.length);
  record.writeUInt8(type, header.type);
  record.writeUInt32LE(common.instrument ?? fixtureInstrument, header.instrumentId);
  record.writeBigUInt64LE(fixtureMidnight + (common.time ?? 1000n), header.eventTime);
  return record;
}

function writePrice(record: Buffer, at: number, price: number | undefined): void {
  const nano = price === undefined ? undefinedPrice : BigInt(Math.round(price * 1e9));
  record.writeBigInt64LE(nano, at);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function text(value: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.write(value, "latin1");
  return bytes;
}
