/**
 * Messages that are missing, and those that came too early.
 *
 * FIX 4.4 vol. 2, "Ordered message processing": what comes after a gap waits until the gap is filled,
 * so that the application sees every message once and in order. The other way, to drop what is early
 * and to have all of it sent again, costs the counterparty more and gains nothing.
 */
import type { MessageView } from "../codec/message-view.ts";
import { copyMessage } from "./field-bytes.ts";
import type { RecoveryPolicy } from "./session-config.ts";

/** Numbers of messages, both included. */
export interface MessageRange {
  readonly from: number;
  readonly to: number;
}

export class InboundGap {
  readonly #policy: Required<RecoveryPolicy>;
  readonly #early = new Map<number, Buffer>();
  #earlyBytes = 0;
  /** What is missing, as far as we know; undefined where nothing is. */
  #missing: MessageRange | undefined;
  /** Last number that the latest request covers. */
  #askedTo = 0;
  /** Next expected number when we asked last, to see whether it has grown. */
  #expectedThen = 0;
  #tries = 0;
  /** Number of the early message that was taken last; 0 before the first. */
  lastTaken = 0;
  /** When to ask again; Infinity where nothing is missing. */
  retryAtMs = Number.POSITIVE_INFINITY;

  constructor(policy: Required<RecoveryPolicy>) {
    this.#policy = policy;
  }

  get isOpen(): boolean {
    return this.#missing !== undefined;
  }

  /** Whether there has been no progress for so many requests that there is no point in going on. */
  get isHopeless(): boolean {
    return this.#tries >= this.#policy.triesMax;
  }

  /** Keeps a message for later; one that there is no room for will be asked for again. */
  hold(view: MessageView): void {
    const { earlyMax, earlyBytesMax } = this.#policy;
    this.#forget(view.msgSeqNum);
    if (this.#early.size >= earlyMax) return;
    if (this.#earlyBytes + view.to - view.from > earlyBytesMax) return;
    const bytes = copyMessage(view);
    this.#early.set(view.msgSeqNum, bytes);
    this.#earlyBytes += bytes.length;
  }

  /** The early message with a number, which is forgotten here. */
  take(seqNum: number): Buffer | undefined {
    if (this.#early.size === 0) return undefined;
    const bytes = this.#forget(seqNum);
    if (bytes !== undefined) this.lastTaken = seqNum;
    return bytes;
  }

  /** Whether a message with this number tells of a gap that nobody was asked to fill yet. */
  isNews(seqNum: number): boolean {
    return this.#missing === undefined || seqNum < this.#missing.from;
  }

  /** Notes what is missing and will be asked for, or comes unasked. */
  open(missing: MessageRange, nowMs: number): void {
    this.#missing = missing;
    this.#askedTo = missing.to;
    this.#tries = 0;
    this.#noteRequest(missing.from, nowMs);
  }

  /** What is to be asked for once the gap is open: from the number expected next. */
  request(expected: number, endOfAll: number): MessageRange {
    const { chunk } = this.#policy;
    const { to } = this.#missing!;
    this.#askedTo = chunk === 0 ? to : Math.min(to, expected + chunk - 1);
    return { from: expected, to: chunk === 0 ? endOfAll : this.#askedTo };
  }

  /**
   * Looks at the number expected next after messages came in their turn.
   *
   * @returns whether the next part of the gap is to be asked for
   */
  noteProgress(expected: number, nowMs: number): boolean {
    const missing = this.#missing;
    if (missing === undefined) return false;
    if (expected > missing.to) {
      this.close();
      return false;
    }
    if (expected <= this.#askedTo) return false;
    this.#noteRequest(expected, nowMs);
    return true;
  }

  /** The time to ask again has come: the tries grow where nothing has come in between. */
  noteRetry(expected: number, nowMs: number): void {
    this.#tries = expected > this.#expectedThen ? 0 : this.#tries + 1;
    this.#noteRequest(expected, nowMs);
  }

  close(): void {
    this.#missing = undefined;
    this.#tries = 0;
    this.retryAtMs = Number.POSITIVE_INFINITY;
  }

  /** Forgets early messages below a number: they are not wanted any more. */
  forgetBelow(expected: number): void {
    if (this.#early.size === 0) return;
    for (const seqNum of this.#early.keys()) if (seqNum < expected) this.#forget(seqNum);
  }

  /** Everything is forgotten: the numbers begin anew, or the connection is gone. */
  clear(): void {
    this.close();
    this.#early.clear();
    this.#earlyBytes = 0;
    this.lastTaken = 0;
  }

  #forget(seqNum: number): Buffer | undefined {
    const bytes = this.#early.get(seqNum);
    if (bytes === undefined) return undefined;
    this.#early.delete(seqNum);
    this.#earlyBytes -= bytes.length;
    return bytes;
  }

  #noteRequest(expected: number, nowMs: number): void {
    this.#expectedThen = expected;
    this.retryAtMs = nowMs + this.#policy.retryMs;
  }
}
