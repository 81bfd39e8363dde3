/**
 * Writes messages: 8, 9, 35, the rest of the header with its tags ascending, the body as it is given,
 * 10. That is the order of QuickFIX, which strict counterparties compare byte by byte.
 */
import { assert } from "../../../core/assert.ts";
import type { FieldValue, OutboundField, OutboundMessage } from "./message-view.ts";
import { countDigits, textOfNumber, writeDigits } from "./number-text.ts";
import { roomBefore, roomBehind, sealMessage } from "./seal-message.ts";
import { type TimePrecision, TimestampWriter, timestampLength } from "./timestamp.ts";

const delimiter = 0x01;
const equalsSign = 0x3d;
const questionMark = 0x3f;
/** Of a tag, its equals sign, a number and the delimiter. */
const fieldRoom = 48;

/** Who sends to whom, and in which version. */
export interface EncoderIdentity {
  /** BeginString (8). */
  readonly beginString: string;
  readonly senderCompId: string;
  readonly targetCompId: string;
  readonly senderSubId?: string;
  readonly targetSubId?: string;
}

/** Of the header fields that an encoder writes by itself. */
interface OwnField {
  readonly tag: number;
  /** `49=ISLD` and its delimiter; undefined for MsgSeqNum and SendingTime. */
  readonly bytes: Buffer | undefined;
}

export class MessageEncoder {
  readonly #begin: Buffer;
  readonly #own: readonly OwnField[];
  readonly #time: TimestampWriter;
  #bytes: Buffer = Buffer.allocUnsafeSlow(2048);
  #at = 0;

  constructor(identity: EncoderIdentity, precision: TimePrecision = "milliseconds") {
    this.#begin = Buffer.from(`8=${identity.beginString}\x01`, "latin1");
    this.#own = createOwnFields(identity);
    this.#time = new TimestampWriter(precision);
  }

  /**
   * One whole message in bytes of its own, which may share an ArrayBuffer with others.
   *
   * Fields of `message.header` take their places among 34, 49, 50, 52, 56 and 57, and replace them
   * where the tag is the same. Text beyond Latin-1 is sent as `?`.
   *
   * @param seqNum MsgSeqNum (34)
   * @param sendingTimeMs SendingTime (52), milliseconds since 1970
   */
  encode(message: OutboundMessage, seqNum: number, sendingTimeMs: number): Buffer {
    assert(Number.isSafeInteger(seqNum) && seqNum > 0, "MsgSeqNum is a positive whole number");
    assert(message.msgType !== "", "a message has a type");
    const bodyStart = this.#begin.length + roomBefore;
    this.#at = bodyStart;
    this.#writeField(35, message.msgType);
    this.#writeHeader(message.header, seqNum, sendingTimeMs);
    for (const field of message.fields) this.#writeField(field[0], field[1]);
    this.#reserve(roomBehind);
    return sealMessage(this.#bytes, this.#begin, bodyStart, this.#at);
  }

  #writeHeader(
    header: readonly OutboundField[] | undefined,
    seqNum: number,
    sendingTimeMs: number,
  ): void {
    const others = header === undefined ? [] : inHeaderOrder(header);
    let next = 0;
    for (const own of this.#own) {
      while (next < others.length && others[next]![0] < own.tag) {
        const field = others[next++]!;
        this.#writeField(field[0], field[1]);
      }
      if (next < others.length && others[next]![0] === own.tag) continue;
      if (own.bytes !== undefined) this.#writeBytes(own.bytes);
      else if (own.tag === 34) this.#writeField(34, seqNum);
      else this.#writeSendingTime(sendingTimeMs);
    }
    for (; next < others.length; next++) this.#writeField(others[next]![0], others[next]![1]);
  }

  #writeSendingTime(ms: number): void {
    this.#reserve(fieldRoom + timestampLength(this.#time.precision));
    this.#writeTag(52);
    this.#at = this.#time.write(this.#bytes, this.#at, ms);
    this.#bytes[this.#at++] = delimiter;
  }

  #writeField(tag: number, value: FieldValue): void {
    assert(tag > 0 && tag <= 0x7fff_ffff && Number.isInteger(tag), "a tag is a positive number");
    this.#reserve(fieldRoom);
    this.#writeTag(tag);
    if (typeof value === "string") this.#writeText(value);
    else if (typeof value === "number") this.#writeNumber(value);
    else if (typeof value === "boolean") this.#bytes[this.#at++] = value ? 0x59 : 0x4e;
    else this.#writeBytes(value);
    this.#reserve(1);
    this.#bytes[this.#at++] = delimiter;
  }

  #writeTag(tag: number): void {
    const digits = countDigits(tag);
    this.#at = writeDigits(this.#bytes, this.#at, tag, digits);
    this.#bytes[this.#at++] = equalsSign;
  }

  #writeNumber(value: number): void {
    if (value >= 0 && Number.isSafeInteger(value)) {
      this.#at = writeDigits(this.#bytes, this.#at, value, countDigits(value));
      return;
    }
    this.#writeText(textOfNumber(value));
  }

  /** A delimiter within text would make fields of what follows it. */
  #writeText(text: string): void {
    this.#reserve(text.length + 1);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let place = 0; place < text.length; place++) {
      const code = text.charCodeAt(place);
      assert(code !== delimiter, "text that is sent holds no field delimiter");
      bytes[at++] = code <= 0xff ? code : questionMark;
    }
    this.#at = at;
  }

  #writeBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length + 1);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #reserve(room: number): void {
    const needed = this.#at + room;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(needed * 2);
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

function createOwnFields(identity: EncoderIdentity): OwnField[] {
  const texts: readonly (readonly [tag: number, text: string | undefined])[] = [
    [49, identity.senderCompId],
    [50, identity.senderSubId],
    [56, identity.targetCompId],
    [57, identity.targetSubId],
  ];
  const fields: OwnField[] = [
    { tag: 34, bytes: undefined },
    { tag: 52, bytes: undefined },
  ];
  for (const [tag, text] of texts) {
    if (text === undefined) continue;
    assert(text !== "" && !text.includes("\x01"), "an identity has text without delimiters");
    fields.push({ tag, bytes: Buffer.from(`${tag}=${text}\x01`, "latin1") });
  }
  return fields.sort((one, other) => one.tag - other.tag);
}

/** Ascending; what is in the group of hops (627) stays behind its count. */
function inHeaderOrder(header: readonly OutboundField[]): readonly OutboundField[] {
  const keyOf = (tag: number): number => (tag >= 628 && tag <= 630 ? 627 : tag);
  for (let place = 1; place < header.length; place++) {
    if (keyOf(header[place - 1]![0]) > keyOf(header[place]![0])) {
      return [...header].sort((one, other) => keyOf(one[0]) - keyOf(other[0]));
    }
  }
  return header;
}
