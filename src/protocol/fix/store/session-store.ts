/**
 * What a FIX session must not forget, behind one contract.
 *
 * A unit of work holds everything that one input caused: the number of the next message we expect,
 * the messages we are about to send, and what the application wants remembered with them. It becomes
 * durable whole or not at all, and nothing of it leaves this process before it is durable.
 */

/** A message that was, or is about to be, sent. */
export interface StoredMessage {
  readonly seqNum: number;
  /** The whole message, from 8 to the delimiter after 10. */
  readonly bytes: Uint8Array;
}

export interface UnitOfWork {
  /** Key of the session: `FIX.4.4:ISLD->TW44`. */
  readonly session: string;
  /** MsgSeqNum of the message expected next. */
  readonly nextInbound: number;
  /** MsgSeqNum of the message sent next, after those in `outbound`. */
  readonly nextOutbound: number;
  /** New messages; a number that is there already belongs to a session that was reset. */
  readonly outbound: readonly StoredMessage[];
  /** What was received, in order; kept for the record. */
  readonly inbound: readonly StoredMessage[];
  /** Events of the application, opaque. */
  readonly attachments: readonly Uint8Array[];
  /** The session begins anew at this time (milliseconds since 1970): what it has stored goes first. */
  readonly resetMs?: number;
}

export interface StoredSession {
  readonly nextInbound: number;
  readonly nextOutbound: number;
  /** When its numbers last began at 1, milliseconds since 1970. */
  readonly createdMs: number;
}

/** An event of the application, as it was committed. */
export interface StoredAttachment {
  /** Grows from commit to commit over all sessions. */
  readonly id: number;
  readonly session: string;
  readonly bytes: Uint8Array;
}

export interface SessionStore {
  /**
   * What is known of a session; one that was never seen begins with both numbers 1 at `nowMs`.
   *
   * @throws OutsideError where the store cannot be read
   */
  open(session: string, nowMs: number): StoredSession | Promise<StoredSession>;
  /**
   * Makes a unit of work of an opened session durable. Units become durable in the order of the
   * calls; a call need not wait for the one before. Returns nothing where the unit is safe already.
   * Its bytes belong to the store from here on: nobody writes into them again.
   *
   * @throws OutsideError once and for ever where the disk fails: the store takes no more units
   */
  commit(unit: UnitOfWork): undefined | Promise<void>;
  /** Sent messages with numbers `from` to `to`, both included, that are there, in order. */
  readOutbound(
    session: string,
    from: number,
    to: number,
  ): readonly StoredMessage[] | Promise<readonly StoredMessage[]>;
  /** The latest received messages, at most `limit`, in the order they came in; for the record. */
  readInbound(
    session: string,
    limit: number,
  ): readonly StoredMessage[] | Promise<readonly StoredMessage[]>;
  /** Attachments after an id, in order, at most `limit`. */
  readAttachments(
    afterId: number,
    limit: number,
  ): readonly StoredAttachment[] | Promise<readonly StoredAttachment[]>;
  close(): undefined | Promise<void>;
}
