/**
 * Finds the fields of one message in a buffer, and whether it is a message at all.
 *
 * One pass over the bytes does everything that needs no dictionary: tags, places of values,
 * BodyLength, CheckSum, raw data by its length. Nothing is allocated for a message that is right.
 * A NewOrderSingle of 211 bytes and 22 fields takes 0.21 µs (`src/cli/bench/fix-codec-bench.ts`).
 */

import type { FieldFault, MessageView } from "./message-view.ts";
import { MsgTypeCache } from "./msg-type-cache.ts";
import { dataTagByLengthTag } from "./raw-data-fields.ts";
import { faultOf, rejectReason } from "./reject-reasons.ts";

const delimiter = 0x01;
const equalsSign = 0x3d;
const minusSign = 0x2d;
const zero = 0x30;

/** `10=ddd` and its delimiter. */
const trailerLength = 7;
/** `8=F|9=0|35=0|10=000|` has 21 bytes; nothing shorter is worth a look. */
const shortestMessage = 21;
const largestTag = 2 ** 31 - 1;
/** A message with more fields than this is refused, so that memory stays bounded. */
const defaultMaxFields = 65_536;

/**
 * `whole`: use it. `faulty`: BodyLength and CheckSum are right and the view is good, but `fault` says
 * which field must be rejected. `garbled`: to be ignored, as if it had never come, since nothing in it
 * can be trusted, its sequence number included (FIX 4.4 vol. 2, "Garbled messages").
 */
export type ScanOutcome = "whole" | "faulty" | "garbled";

export interface ScannerOptions {
  /** @defaultValue 65,536 */
  readonly maxFields?: number;
}

export class MessageScanner implements MessageView {
  bytes: Buffer = Buffer.alloc(0);
  from = 0;
  to = 0;
  count = 0;
  tags = new Int32Array(64);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  fault: FieldFault | undefined;
  /** Why the last message was garbled. */
  garbledReason = "";
  readonly #maxFields: number;
  readonly #msgTypes = new MsgTypeCache();
  #msgType: string | undefined;
  #msgSeqNum = -1;

  constructor(options: ScannerOptions = {}) {
    this.#maxFields = options.maxFields ?? defaultMaxFields;
  }

  /**
   * Scans the bytes from `from` up to `to`, which must be one message from 8 to the delimiter after
   * 10. The view is good until the next scan, and only where the outcome is not `garbled`.
   */
  scan(bytes: Buffer, from = 0, to = bytes.length): ScanOutcome {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.count = 0;
    this.fault = undefined;
    this.#msgType = undefined;
    this.#msgSeqNum = -1;
    const bodyEnd = to - trailerLength;
    if (!isEnclosed(bytes, from, to)) return this.#garble("no BeginString or no CheckSum");

    const sum = this.#scanFields(bytes, from, bodyEnd);
    if (sum < 0) return "garbled";
    const stated =
      (bytes[bodyEnd + 3]! - zero) * 100 +
      (bytes[bodyEnd + 4]! - zero) * 10 +
      (bytes[bodyEnd + 5]! - zero);
    if ((sum & 0xff) !== stated) {
      return this.#garble(`CheckSum ${stated}, expected ${sum & 0xff}`);
    }
    this.#add(10, bodyEnd + 3, to - 1);
    return this.fault === undefined ? "whole" : "faulty";
  }

  get msgType(): string {
    if (this.#msgType === undefined) {
      const start = this.starts[2]!;
      this.#msgType = this.count < 3 ? "" : this.#msgTypes.textOf(this.bytes, start, this.ends[2]!);
    }
    return this.#msgType;
  }

  get msgSeqNum(): number {
    if (this.#msgSeqNum < 0) {
      const place = this.indexOf(34);
      const value = place < 0 ? 0 : this.#integerAt(place);
      this.#msgSeqNum = Number.isNaN(value) ? 0 : Math.max(value, 0);
    }
    return this.#msgSeqNum;
  }

  indexOf(tag: number, from = 0): number {
    const { tags, count } = this;
    for (let place = from; place < count; place++) if (tags[place] === tag) return place;
    return -1;
  }

  has(tag: number): boolean {
    return this.indexOf(tag) >= 0;
  }

  text(tag: number): string | undefined {
    const place = this.indexOf(tag);
    return place < 0 ? undefined : this.textAt(place);
  }

  textAt(place: number): string {
    return this.bytes.toString("latin1", this.starts[place], this.ends[place]);
  }

  integer(tag: number): number | undefined {
    const place = this.indexOf(tag);
    return place < 0 ? undefined : this.#integerAt(place);
  }

  isYes(tag: number): boolean {
    const place = this.indexOf(tag);
    if (place < 0) return false;
    const start = this.starts[place]!;
    return this.ends[place]! - start === 1 && this.bytes[start] === 0x59;
  }

  /** The bytes of every field up to the trailer, summed up; -1 where the message is garbled. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over every byte, measured.
  #scanFields(bytes: Buffer, from: number, bodyEnd: number): number {
    let { tags, starts, ends } = this;
    // One place is left for the trailer.
    let capacity = tags.length - 1;
    let count = 0;
    let sum = 0;
    let at = from;
    let dataTag = 0;
    while (at < bodyEnd) {
      const fieldStart = at;
      let byte = bytes[at]!;
      let tag = 0;
      while (byte >= zero && byte <= 0x39) {
        tag = tag * 10 + byte - zero;
        sum += byte;
        byte = bytes[++at]!;
      }
      if (byte !== equalsSign || at - fieldStart > 9 || bytes[fieldStart] === zero || tag === 0) {
        // Rare, so it lives elsewhere.
        const odd = this.#readOddTag(bytes, fieldStart, bodyEnd);
        if (odd === undefined) return this.#giveUp(fieldStart, bodyEnd, count);
        for (; at < odd.at; at++) sum += bytes[at]!;
        tag = odd.tag;
      }
      sum += equalsSign;
      at++;
      if (count === capacity) {
        if (!this.#grow()) return this.#stopAtLimit(bodyEnd, count);
        ({ tags, starts, ends } = this);
        capacity = tags.length - 1;
      }
      tags[count] = tag;
      starts[count] = at;
      if (tag === dataTag && tag !== 0) {
        // Raw data: its length was in the field before, and every byte of it is value.
        const end = this.#dataEnd(count, at, bodyEnd);
        for (; at < end; at++) sum += bytes[at]!;
      }
      byte = bytes[at]!;
      while (byte !== delimiter) {
        sum += byte;
        byte = bytes[++at]!;
      }
      ends[count++] = at++;
      sum += delimiter;
      dataTag = tag > 0 && tag < dataTagByLengthTag.length ? dataTagByLengthTag[tag]! : 0;
      if (count === 3 && !this.#isProperStart(bodyEnd)) return -1;
    }
    if (count < 3) return this.#refuse("fewer than three fields");
    this.count = count;
    return sum;
  }

  /** BeginString, BodyLength and MsgType come first, and BodyLength counts from 35 up to 10. */
  #isProperStart(bodyEnd: number): boolean {
    const { bytes, tags, starts, ends } = this;
    if (tags[0] !== 8 || tags[1] !== 9 || tags[2] !== 35) {
      this.#garble("BeginString, BodyLength and MsgType are not the first three fields");
      return false;
    }
    const length = parseDigits(bytes, starts[1]!, ends[1]!);
    const found = bodyEnd - ends[1]! - 1;
    if (length !== found) {
      this.#garble(`BodyLength ${length}, expected ${found}`);
      return false;
    }
    return true;
  }

  /**
   * Where raw data ends, by its length field; the start of the value where that cannot be, so that
   * the value then ends at the next delimiter.
   */
  #dataEnd(place: number, start: number, bodyEnd: number): number {
    const length = parseDigits(this.bytes, this.starts[place - 1]!, this.ends[place - 1]!);
    const end = start + length;
    // NaN fails the comparison, and so does a length that leads out of the message.
    if (end < bodyEnd && this.bytes[end] === delimiter) return end;
    this.fault ??= faultOf(rejectReason.incorrectFormat, this.tags[place - 1]);
    return start;
  }

  /**
   * A tag that is zero, negative, too large or has leading zeros is a number all the same, and gets a
   * reject; anything else makes the message garbled, and gives undefined.
   */
  #readOddTag(bytes: Buffer, from: number, to: number): { tag: number; at: number } | undefined {
    let at = from;
    if (bytes[at] === minusSign) at++;
    const digits = at;
    let tag = 0;
    while (at < to && bytes[at]! >= zero && bytes[at]! <= 0x39) {
      tag = Math.min(tag * 10 + bytes[at]! - zero, largestTag + 1);
      at++;
    }
    if (at === digits || at === to || bytes[at] !== equalsSign) return undefined;
    if (tag > largestTag) {
      this.fault ??= faultOf(rejectReason.invalidTagNumber, undefined);
      return { tag: 0, at };
    }
    const signed = digits > from ? -tag : tag;
    // Also keeps a tag with leading zeros from passing as the tag that it looks like.
    if (signed <= 0 || bytes[digits] === zero) {
      this.fault ??= faultOf(rejectReason.invalidTagNumber, signed === 0 ? 0 : signed);
    }
    return { tag: signed, at };
  }

  /**
   * Something without a tag. After raw data of a wrong length it is a piece of that data: the rest
   * cannot be read, but the message can be rejected. Otherwise the message is garbled.
   */
  #giveUp(at: number, bodyEnd: number, count: number): number {
    if (count < 3 || this.fault?.reason !== rejectReason.incorrectFormat) {
      return this.#refuse(`no tag at byte ${at - this.from}`);
    }
    this.fault = faultOf(rejectReason.delimiterInValue, this.tags[count - 1]);
    this.count = count;
    return sumOf(this.bytes, this.from, bodyEnd);
  }

  #stopAtLimit(bodyEnd: number, count: number): number {
    const text = `More than ${this.#maxFields} fields`;
    this.fault = { reason: rejectReason.other, text, tag: undefined };
    this.count = count;
    return sumOf(this.bytes, this.from, bodyEnd);
  }

  #refuse(reason: string): -1 {
    this.#garble(reason);
    return -1;
  }

  #garble(reason: string): "garbled" {
    this.garbledReason = reason;
    this.count = 0;
    this.fault = undefined;
    return "garbled";
  }

  #grow(): boolean {
    const capacity = this.tags.length;
    if (capacity >= this.#maxFields) return false;
    const larger = Math.min(capacity * 2, this.#maxFields);
    this.tags = extend(this.tags, larger);
    this.starts = extend(this.starts, larger);
    this.ends = extend(this.ends, larger);
    return true;
  }

  #add(tag: number, start: number, end: number): void {
    this.tags[this.count] = tag;
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }

  #integerAt(place: number): number {
    const start = this.starts[place]!;
    const end = this.ends[place]!;
    return this.bytes[start] === minusSign
      ? -parseDigits(this.bytes, start + 1, end)
      : parseDigits(this.bytes, start, end);
  }
}

/** From `8=` to `10=ddd` and a delimiter, with a delimiter before the trailer. */
function isEnclosed(bytes: Buffer, from: number, to: number): boolean {
  const trailer = to - trailerLength;
  return (
    to - from >= shortestMessage &&
    to <= bytes.length &&
    bytes[from] === 0x38 &&
    bytes[from + 1] === equalsSign &&
    bytes[trailer - 1] === delimiter &&
    bytes[trailer] === 0x31 &&
    bytes[trailer + 1] === zero &&
    bytes[trailer + 2] === equalsSign &&
    isDigit(bytes[trailer + 3]!) &&
    isDigit(bytes[trailer + 4]!) &&
    isDigit(bytes[trailer + 5]!) &&
    bytes[to - 1] === delimiter
  );
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= 0x39;
}

/** A whole number without sign; NaN where there is anything else, nothing, or too many digits. */
function parseDigits(bytes: Buffer, from: number, to: number): number {
  if (from === to || to - from > 15) return Number.NaN;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function sumOf(bytes: Buffer, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += bytes[at]!;
  return sum;
}

function extend(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}
