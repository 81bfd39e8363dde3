/** A connection as a session's driver sees it: whole messages in, bytes out. */
import type { MessageView } from "../codec/message-view.ts";

export interface Wire {
  /** Where it leads to, for the log: `127.0.0.1:49152`. */
  readonly peer: string;
  /** Bytes that were written and that the other side has not taken; 0 once it is closed. */
  readonly unsentBytes: number;
  /** In this order; never after `end` or `destroy`. */
  write(messages: readonly Uint8Array[]): void;
  /** Delivers no message until `release`; the counterparty's bytes pile up on its side. */
  hold(): void;
  release(): void;
  /** Sends what was written, then closes. */
  end(reason: string): void;
  /** Closes at once. */
  destroy(reason: string): void;
}

export interface WireListener {
  /** The view is good until this returns. */
  onMessage(view: MessageView): void;
  /** Bytes that were no message. */
  onGarbled(reason: string): void;
  /** Everything that was written is on its way. */
  onDrain(): void;
  /** Once, and the last thing: everything that came in before has been delivered. */
  onClose(reason: string): void;
}
