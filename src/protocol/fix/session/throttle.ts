/**
 * Lets so many application messages a second leave, and holds the rest in order.
 *
 * What is held has its number and is stored already, so a crash loses none of it. Whatever is sent
 * after it waits behind it, since numbers must leave in order; only application messages are counted.
 */

interface HeldMessage {
  readonly seqNum: number;
  readonly bytes: Uint8Array;
  readonly isCounted: boolean;
}

const windowMs = 1000;

export class Throttle {
  /** Infinity where there is no throttle. */
  readonly #perSecondMax: number;
  /** When the latest messages left, oldest at `#next`. */
  readonly #leftMs: Float64Array;
  #next = 0;
  #held: HeldMessage[] = [];
  #heldFirst = 0;
  #heldBytes = 0;

  constructor(perSecondMax: number | undefined) {
    this.#perSecondMax = perSecondMax ?? Number.POSITIVE_INFINITY;
    this.#leftMs = new Float64Array(perSecondMax ?? 0).fill(Number.NEGATIVE_INFINITY);
  }

  get heldCount(): number {
    return this.#held.length - this.#heldFirst;
  }

  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** The lowest number that is held; Infinity where none is. */
  get firstHeld(): number {
    return this.#held[this.#heldFirst]?.seqNum ?? Number.POSITIVE_INFINITY;
  }

  /** When the first held message may leave; Infinity where none is held. */
  get wakeMs(): number {
    const first = this.#held[this.#heldFirst];
    if (first === undefined) return Number.POSITIVE_INFINITY;
    return first.isCounted ? this.#leftMs[this.#next]! + windowMs : 0;
  }

  /** Whether a message may leave now, which is counted; otherwise it is held. */
  passes(message: HeldMessage, nowMs: number): boolean {
    if (this.heldCount === 0 && this.#mayLeave(message.isCounted, nowMs)) return true;
    this.#held.push(message);
    this.#heldBytes += message.bytes.length;
    return false;
  }

  /** Moves what may leave by now to the messages that are sent. */
  release(nowMs: number, sends: Uint8Array[]): void {
    let first = this.#held[this.#heldFirst];
    while (first !== undefined && this.#mayLeave(first.isCounted, nowMs)) {
      sends.push(first.bytes);
      this.#heldBytes -= first.bytes.length;
      first = this.#held[++this.#heldFirst];
    }
    if (first === undefined) this.clear();
  }

  /** Everything leaves: the session ends. */
  releaseAll(sends: Uint8Array[]): void {
    for (let at = this.#heldFirst; at < this.#held.length; at++) sends.push(this.#held[at]!.bytes);
    this.clear();
  }

  /** Nothing is held any more. It is stored, and will be asked for. */
  clear(): void {
    if (this.#held.length > 0) this.#held = [];
    this.#heldFirst = 0;
    this.#heldBytes = 0;
  }

  #mayLeave(isCounted: boolean, nowMs: number): boolean {
    if (!isCounted || this.#perSecondMax === Number.POSITIVE_INFINITY) return true;
    if (nowMs - this.#leftMs[this.#next]! < windowMs) return false;
    this.#leftMs[this.#next] = nowMs;
    this.#next = (this.#next + 1) % this.#leftMs.length;
    return true;
  }
}
