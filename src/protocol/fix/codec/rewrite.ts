/**
 * A stored message, made ready to be sent again (FIX 4.4 vol. 2, "Resend Request": PossDupFlag is Y,
 * OrigSendingTime is the SendingTime that the message first had, SendingTime is the present).
 *
 * Everything else is copied byte by byte. Groups are never taken apart, so that they come out as they
 * went in, whatever the dictionary says.
 */
import { OutsideError } from "../../../core/trouble.ts";
import { headerTags } from "./header-fields.ts";
import { MessageScanner } from "./message-scanner.ts";
import { countDigits } from "./number-text.ts";
import { roomBefore, roomBehind, sealMessage } from "./seal-message.ts";
import { type TimePrecision, TimestampWriter } from "./timestamp.ts";

const delimiter = 0x01;
/** What 43, 122, a longer 52 and a longer 9 can add. */
const growth = 96;

export class ResendWriter {
  readonly #scanner = new MessageScanner();
  readonly #time: TimestampWriter;
  #bytes: Buffer = Buffer.allocUnsafeSlow(2048);
  #at = 0;

  constructor(precision: TimePrecision = "milliseconds") {
    this.#time = new TimestampWriter(precision);
  }

  /**
   * @param stored a whole message, as it was first sent
   * @param sendingTimeMs SendingTime (52) of now, milliseconds since 1970
   * @returns bytes of its own
   * @throws OutsideError where the stored bytes are not a message
   */
  rewrite(stored: Uint8Array, sendingTimeMs: number): Buffer {
    const view = this.#scanner;
    const source = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
    if (view.scan(source) === "garbled") {
      throw new OutsideError("STORED_MESSAGE_BROKEN", `stored message: ${view.garbledReason}`, {
        canRetry: false,
      });
    }
    if (this.#bytes.length < source.length + growth) {
      this.#bytes = Buffer.allocUnsafeSlow((source.length + growth) * 2);
    }
    const bodyStart = view.ends[0]! + 1 + roomBefore;
    this.#at = bodyStart;
    const bodyPlace = this.#writeHeader(source, sendingTimeMs);
    // Body and signature in one piece, up to CheckSum.
    const rest = fieldStart(view.starts[bodyPlace]!, view.tags[bodyPlace]!);
    this.#copy(source, rest, source.length - roomBehind);
    const begin = source.subarray(0, view.ends[0]! + 1);
    return sealMessage(this.#bytes, begin, bodyStart, this.#at);
  }

  /** @returns the place of the first field after the header */
  #writeHeader(source: Buffer, sendingTimeMs: number): number {
    const { tags, starts, ends, count } = this.#scanner;
    let hasFlag = false;
    let hasOriginal = false;
    let place = 2;
    for (; place < count && headerTags.has(tags[place]!); place++) {
      const tag = tags[place]!;
      if (tag === 43 || tag === 122) continue;
      if (!hasFlag && tag > 43 && place > 2) hasFlag = this.#writeFlag();
      if (!hasOriginal && tag > 122 && place > 2) hasOriginal = this.#writeOriginal(source);
      if (tag === 52) this.#writeSendingTime(sendingTimeMs);
      else this.#copy(source, fieldStart(starts[place]!, tag), ends[place]! + 1);
    }
    if (!hasFlag) this.#writeFlag();
    if (!hasOriginal) this.#writeOriginal(source);
    return place;
  }

  #writeFlag(): true {
    this.#writeText("43=Y\x01");
    return true;
  }

  /** Nothing where the message never had a SendingTime. */
  #writeOriginal(source: Buffer): true {
    const { starts, ends } = this.#scanner;
    const place = this.#scanner.indexOf(52);
    if (place < 0) return true;
    this.#writeText("122=");
    this.#copy(source, starts[place]!, ends[place]! + 1);
    return true;
  }

  #writeSendingTime(ms: number): void {
    this.#writeText("52=");
    this.#at = this.#time.write(this.#bytes, this.#at, ms);
    this.#bytes[this.#at++] = delimiter;
  }

  #writeText(text: string): void {
    this.#at += this.#bytes.write(text, this.#at, "latin1");
  }

  #copy(source: Buffer, from: number, to: number): void {
    this.#at += source.copy(this.#bytes, this.#at, from, to);
  }
}

/** First byte of a field, from the first one of its value. */
function fieldStart(valueStart: number, tag: number): number {
  return valueStart - 1 - countDigits(tag);
}
