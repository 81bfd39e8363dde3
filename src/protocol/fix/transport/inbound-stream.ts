/**
 * From chunks of bytes to a listener's messages, as many at a time as the rest of the house bears.
 *
 * A turn of the event loop takes a bounded number of messages of one connection, so that a flood on
 * one does not starve the others, and a stream that is held delivers nothing at all.
 */
import { FrameReader } from "../codec/frame-reader.ts";
import { MessageScanner } from "../codec/message-scanner.ts";
import type { MessageView } from "../codec/message-view.ts";
import type { TransportClock } from "./transport-clock.ts";

export interface InboundTerms {
  readonly clock: TransportClock;
  /** Longest message that is taken. */
  readonly messageBytesMax: number;
  /** Most messages that one turn of the event loop takes. */
  readonly messagesPerTurnMax: number;
  readonly onMessage: (view: MessageView) => void;
  readonly onGarbled: (reason: string) => void;
  /** A message announces more bytes than are taken; nothing follows. */
  readonly onOversized: (reason: string) => void;
  /** After `finish`, when everything before it has been delivered. */
  readonly onEnd: () => void;
}

export class InboundStream {
  readonly #terms: InboundTerms;
  readonly #reader: FrameReader;
  readonly #scanner = new MessageScanner();
  readonly #chunks: Buffer[] = [];
  #isHeld = false;
  #isPumping = false;
  #isFinished = false;
  #isOver = false;
  #isTurnPlanned = false;

  constructor(terms: InboundTerms) {
    this.#terms = terms;
    this.#reader = new FrameReader({ maxMessageBytes: terms.messageBytesMax });
  }

  push(chunk: Buffer): void {
    if (this.#isOver) return;
    this.#chunks.push(chunk);
    this.#pump();
  }

  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#pump();
  }

  /** No more bytes will come. */
  finish(): void {
    this.#isFinished = true;
    this.#pump();
  }

  /** What has come and what will come is thrown away. */
  discard(): void {
    this.#isOver = true;
    this.#chunks.length = 0;
    this.#pump();
  }

  #pump(): void {
    if (this.#isPumping || this.#isTurnPlanned) return;
    this.#isPumping = true;
    let budget = this.#terms.messagesPerTurnMax;
    let hasMore = true;
    while (hasMore && !this.#isHeld && budget-- > 0) hasMore = this.#deliverNext();
    this.#isPumping = false;
    if (!hasMore) this.#end();
    else if (!this.#isHeld) this.#planTurn();
  }

  #planTurn(): void {
    this.#isTurnPlanned = true;
    this.#terms.clock.setTimer(0, () => {
      this.#isTurnPlanned = false;
      this.#pump();
    });
  }

  #end(): void {
    if (!this.#isFinished) return;
    this.#isFinished = false;
    this.#terms.onEnd();
  }

  /** False where there is nothing to deliver. */
  #deliverNext(): boolean {
    if (this.#isOver) return false;
    const frame = this.#reader.next();
    switch (frame) {
      case undefined: {
        const chunk = this.#chunks.shift();
        if (chunk !== undefined) this.#reader.push(chunk);
        return chunk !== undefined;
      }
      case "frame":
        this.#deliverFrame();
        return true;
      case "garbled":
        this.#terms.onGarbled(this.#reader.reason);
        return true;
      case "oversized":
        this.#isOver = true;
        this.#terms.onOversized(this.#reader.reason);
        return false;
      default:
        return frame satisfies never;
    }
  }

  #deliverFrame(): void {
    const { bytes, from, to } = this.#reader;
    const outcome = this.#scanner.scan(bytes, from, to);
    if (outcome === "garbled") this.#terms.onGarbled(this.#scanner.garbledReason);
    else this.#terms.onMessage(this.#scanner);
  }
}
