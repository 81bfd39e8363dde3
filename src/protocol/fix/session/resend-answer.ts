/**
 * Answers a ResendRequest from the store.
 *
 * FIX 4.4 vol. 2, "Resend Request": application messages are sent again with PossDupFlag and
 * OrigSendingTime; administrative ones never are, a SequenceReset with GapFillFlag takes the place of
 * each run of them. So does one for messages that would do harm if they arrived late, and for those
 * that the store does not have.
 */
import type { MessageEncoder } from "../codec/message-encoder.ts";
import { MessageScanner } from "../codec/message-scanner.ts";
import type { OutboundField } from "../codec/message-view.ts";
import { ResendWriter } from "../codec/rewrite.ts";
import { parseUtcTimestamp } from "../codec/time-parser.ts";
import { formatTimestamp, type TimePrecision } from "../codec/timestamp.ts";
import type { StoredMessage } from "../store/session-store.ts";
import { gapFillMessage, isAdminType } from "./admin-messages.ts";
import type { MessageRange } from "./inbound-gap.ts";
import type { ResendPolicy } from "./session-config.ts";
import type { SessionEvent } from "./session-contract.ts";

/** What an answer needs of the session it belongs to. */
export interface ResendTerms {
  readonly policy: Required<ResendPolicy>;
  readonly encoder: MessageEncoder;
  readonly precision: TimePrecision;
  /** Asks the application. */
  readonly mayResend: (message: StoredMessage, msgType: string) => boolean;
}

/** Where an answer goes. */
export interface ResendSink {
  readonly nowMs: number;
  readonly sends: Uint8Array[];
  readonly events: SessionEvent[];
}

export class ResendAnswer {
  readonly #terms: ResendTerms;
  readonly #writer: ResendWriter;
  readonly #scanner = new MessageScanner();
  /** What is still to be read and sent; nothing where `#from` is beyond `#to`. */
  #from = 1;
  #to = 0;
  /** Where the run of numbers begins that a gap fill will stand for; 0 where there is none. */
  #gapFrom = 0;
  #withheld = 0;
  #lastAsked: MessageRange = { from: 0, to: 0 };
  #repeats = 0;

  constructor(terms: ResendTerms) {
    this.#terms = terms;
    this.#writer = new ResendWriter(terms.precision);
  }

  /** What is to be read from the store next. */
  get wanted(): MessageRange | undefined {
    if (this.#from > this.#to) return undefined;
    return { from: this.#from, to: Math.min(this.#to, this.#from + this.#terms.policy.chunk - 1) };
  }

  /** How often the very same request came, one after the other. */
  countRequest(asked: MessageRange): number {
    const { from, to } = this.#lastAsked;
    this.#repeats = asked.from === from && asked.to === to ? this.#repeats + 1 : 1;
    this.#lastAsked = asked;
    return this.#repeats;
  }

  begin(range: MessageRange): void {
    this.#from = range.from;
    this.#to = range.to;
    this.#gapFrom = 0;
    this.#withheld = 0;
  }

  clear(): void {
    this.begin({ from: 1, to: 0 });
    this.#lastAsked = { from: 0, to: 0 };
    this.#repeats = 0;
  }

  /** Sends what was wanted, as far as the store has it. */
  answer(messages: readonly StoredMessage[], sink: ResendSink): void {
    const { wanted } = this;
    if (wanted === undefined) return;
    for (const message of messages) {
      const { seqNum } = message;
      if (seqNum < this.#from || seqNum > wanted.to) continue;
      if (seqNum > this.#from) this.#gapFrom ||= this.#from;
      if (this.#isToBeSent(message, sink.nowMs)) {
        this.#fillGap(seqNum, sink);
        sink.sends.push(this.#writer.rewrite(message.bytes, sink.nowMs));
      } else {
        this.#gapFrom ||= seqNum;
      }
      this.#from = seqNum + 1;
    }
    if (this.#from <= wanted.to) this.#gapFrom ||= this.#from;
    this.#from = wanted.to + 1;
    if (this.#from > this.#to) this.#fillGap(this.#from, sink);
  }

  #fillGap(newSeqNo: number, sink: ResendSink): void {
    const from = this.#gapFrom;
    if (from === 0) return;
    const { encoder, precision } = this.#terms;
    const header: OutboundField[] = [
      [43, true],
      [122, formatTimestamp(sink.nowMs, precision)],
    ];
    sink.sends.push(encoder.encode({ ...gapFillMessage(newSeqNo), header }, from, sink.nowMs));
    const count = this.#withheld;
    if (count > 0) sink.events.push({ kind: "withheld", from, to: newSeqNo - 1, count });
    this.#gapFrom = 0;
    this.#withheld = 0;
  }

  #isToBeSent(message: StoredMessage, nowMs: number): boolean {
    const { bytes } = message;
    const view = this.#scanner;
    // What is no message any more gets its number filled: better a gap that is told of than a stop.
    if (view.scan(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) === "garbled") {
      return false;
    }
    if (isAdminType(view.msgType)) return false;
    const isWelcome = !this.#isStale(nowMs) && this.#terms.mayResend(message, view.msgType);
    if (!isWelcome) this.#withheld++;
    return isWelcome;
  }

  /** Of the message in the scanner. One whose age cannot be read is stale. */
  #isStale(nowMs: number): boolean {
    const { maxAgeMs, agingTypes } = this.#terms.policy;
    const view = this.#scanner;
    if (maxAgeMs === Number.POSITIVE_INFINITY || !agingTypes.has(view.msgType)) return false;
    const place = view.indexOf(52);
    if (maxAgeMs === 0 || place < 0) return true;
    const sentMs = parseUtcTimestamp(view.bytes, view.starts[place]!, view.ends[place]!);
    return !(nowMs - sentMs <= maxAgeMs);
  }
}
