/**
 * Answers of a session on their way out: each leaves when its unit of work, and every one before it,
 * is durable. So no byte is ever ahead of the disk, and the order on the wire is that of the session.
 */
import type { OutsideError } from "../../../core/trouble.ts";
import type { SessionEvent } from "../session/session-contract.ts";
import type { Wire } from "./wire.ts";

export interface Answer {
  /** The connection it belongs to; messages for one that is closed are lost, as on any wire. */
  readonly wire: Wire | undefined;
  readonly sends: readonly Uint8Array[];
  readonly events: readonly SessionEvent[];
  /** Why the connection is closed after it. */
  readonly disconnect: string | undefined;
  /** Who waits for it. */
  readonly waiter: Waiter | undefined;
}

export interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: OutsideError) => void;
}

export interface AnswerQueueTerms {
  readonly onEvent: (event: SessionEvent) => void;
  /** The connection of an answer is to be closed, now that the answer has left. */
  readonly onDisconnect: (wire: Wire, reason: string) => void;
  /** Some answers have left. */
  readonly onReleased: () => void;
  /** A unit of work could not be stored. */
  readonly onFailure: (error: unknown) => void;
}

export class AnswerQueue {
  readonly #terms: AnswerQueueTerms;
  readonly #entries: { readonly answer: Answer; isDurable: boolean }[] = [];
  #isReleasing = false;

  constructor(terms: AnswerQueueTerms) {
    this.#terms = terms;
  }

  get length(): number {
    return this.#entries.length;
  }

  /** @param committed undefined where there is nothing to wait for */
  add(answer: Answer, committed: Promise<void> | undefined): void {
    const entry = { answer, isDurable: committed === undefined };
    this.#entries.push(entry);
    if (committed === undefined) this.#releaseDurable();
    else committed.then(() => this.#settle(entry), this.#terms.onFailure);
  }

  /** Nothing leaves any more. */
  fail(error: OutsideError): void {
    for (const { answer } of this.#entries.splice(0)) answer.waiter?.reject(error);
  }

  #settle(entry: { isDurable: boolean }): void {
    entry.isDurable = true;
    this.#releaseDurable();
    this.#terms.onReleased();
  }

  /** An event may cause answers; they wait for their turn behind the one that is on its way out. */
  #releaseDurable(): void {
    if (this.#isReleasing) return;
    this.#isReleasing = true;
    while (this.#entries[0]?.isDurable) this.#release(this.#entries.shift()!.answer);
    this.#isReleasing = false;
  }

  #release({ wire, sends, events, disconnect, waiter }: Answer): void {
    if (sends.length > 0) wire?.write(sends);
    for (const event of events) this.#terms.onEvent(event);
    if (disconnect !== undefined && wire !== undefined) {
      this.#terms.onDisconnect(wire, disconnect);
    }
    waiter?.resolve();
  }
}
