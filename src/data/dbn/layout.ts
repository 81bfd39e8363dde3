/**
 * Where things lie in a DBN record: little endian, lengths in words of four bytes, prices in 1e-9,
 * times in nanoseconds since 1970 (Databento Binary Encoding, versions 1 to 3).
 */

/** The second byte of every record: what it is. */
export const recordType = {
  trade: 0x00,
  bestLevel: 0x01,
  tenLevels: 0x0a,
  barOfAnyLength: 0x11,
  status: 0x12,
  definition: 0x13,
  imbalance: 0x14,
  statistics: 0x18,
  secondBar: 0x20,
  minuteBar: 0x21,
  hourBar: 0x22,
  dayBar: 0x23,
  sessionBar: 0x24,
  order: 0xa0,
  consolidatedLevel: 0xb1,
  consolidatedSecond: 0xc0,
  consolidatedMinute: 0xc1,
  consolidatedTrade: 0xc2,
  bestLevelSecond: 0xc3,
  bestLevelMinute: 0xc4,
} as const;

/** The schema code of the metadata. */
export const schemaCode = { tbbo: 3, tcbbo: 17, mixed: 0xffff } as const;

/** Bits of the flags of a record. */
export const recordFlag = {
  /** Last record of its event. */
  last: 128,
  /** From a replay or a snapshot, not from the live feed. */
  snapshot: 32,
  /** The book may be wrong: a gap in the feed. */
  maybeBadBook: 4,
} as const;

/** Every record begins so. */
export const header = { bytes: 16, length: 0, type: 1, instrumentId: 4, eventTime: 8 } as const;

/** Market by order: 56 bytes. */
export const orderRecord = {
  bytes: 56,
  orderId: 16,
  price: 24,
  size: 32,
  flags: 36,
  action: 38,
  side: 39,
  receiveTime: 40,
} as const;

/** Trades and everything by price: 48 bytes and 32 for every level. */
export const levelRecord = {
  bytes: 48,
  price: 16,
  size: 24,
  action: 28,
  side: 29,
  flags: 30,
  receiveTime: 32,
  levels: 48,
} as const;

/** A pair of levels, bid and ask of one rank: 32 bytes. */
export const levelPair = { bytes: 32, bidPrice: 0, askPrice: 8, bidSize: 16, askSize: 20 } as const;

/** Open, high, low, close, volume: 56 bytes. */
export const barRecord = { bytes: 56, open: 16, close: 40, volume: 48 } as const;

/** The trading status: 40 bytes. */
export const statusRecord = { bytes: 40, receiveTime: 16, action: 24 } as const;

/** As much of an instrument definition as stands at the same place in every version. */
export const definitionRecord = { bytes: 40, priceIncrement: 24 } as const;

/** Characters of actions and sides. */
export const letter = {
  add: 0x41,
  cancel: 0x43,
  fill: 0x46,
  modify: 0x4d,
  none: 0x4e,
  clear: 0x52,
  trade: 0x54,
  ask: 0x41,
  bid: 0x42,
} as const;

/** A price or time that is not there. */
const undefinedPriceHigh = 0x7fffffff;
const allOnes = 0xffffffff;
const twoTo32 = 2 ** 32;

/** In 1e-9; NaN where there is none. Exact below 9 million. */
export function readPrice(view: DataView, at: number): number {
  const high = view.getInt32(at + 4, true);
  const low = view.getUint32(at, true);
  return high === undefinedPriceHigh && low === allOnes ? Number.NaN : high * twoTo32 + low;
}

/** Times of records against a midnight, by halves: exact, and without a BigInt a record. */
export class Midnight {
  readonly #high: number;
  readonly #low: number;

  constructor(epochSeconds: number) {
    const nanoseconds = BigInt(epochSeconds) * 1_000_000_000n;
    this.#high = Number(nanoseconds >> 32n);
    this.#low = Number(nanoseconds & 0xffffffffn);
  }

  /** Nanoseconds since midnight; NaN where there is no time. */
  read(view: DataView, at: number): number {
    const high = view.getUint32(at + 4, true);
    const low = view.getUint32(at, true);
    if (high === allOnes && low === allOnes) return Number.NaN;
    return (high - this.#high) * twoTo32 + (low - this.#low);
  }
}
