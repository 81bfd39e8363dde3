/**
 * What goes into a FIX session and what comes out of it.
 *
 * A session is a state machine without sockets, clock, timers or files: the driver tells it what
 * happened and when, and it answers with what must be stored, what must then be sent, and what
 * happened for others to know. The driver's order of business: commit `unit`; once it is durable,
 * write `sends`, then tell `events`, then disconnect where asked.
 */
import type {
  BusinessFault,
  FieldFault,
  MessageView,
  OutboundMessage,
} from "../codec/message-view.ts";
import type { StoredMessage, UnitOfWork } from "../store/session-store.ts";

/** Who talks to whom, from our side. */
export interface SessionIdentity {
  /** BeginString (8). */
  readonly beginString: string;
  readonly senderCompId: string;
  readonly targetCompId: string;
  readonly senderSubId?: string;
  readonly targetSubId?: string;
}

export type SessionState =
  /** No connection. */
  | "disconnected"
  /** Acceptor: connected, no Logon yet. */
  | "awaitingLogon"
  /** Initiator: our Logon is out, the answer is not in. */
  | "logonSent"
  | "active"
  /** Our Logout is out, the answer is not in. */
  | "logoutSent";

/** Something that happened in a session, for the log, the desk and the tests. Never holds a secret. */
export type SessionEvent =
  | {
      readonly kind: "state";
      readonly from: SessionState;
      readonly to: SessionState;
      readonly cause: string;
    }
  | { readonly kind: "logon"; readonly heartbeatSeconds: number }
  | { readonly kind: "logout"; readonly text: string | undefined; readonly isOurs: boolean }
  /** Messages are missing and have been asked for. */
  | { readonly kind: "gap"; readonly from: number; readonly to: number }
  /** The counterparty filled a gap without sending the messages again. */
  | { readonly kind: "gapFilled"; readonly from: number; readonly to: number }
  /** A counterparty asked for messages again. */
  | { readonly kind: "resend"; readonly from: number; readonly to: number }
  /** Of what a counterparty asked for again, application messages we did not send: `count` of them. */
  | {
      readonly kind: "withheld";
      readonly from: number;
      readonly to: number;
      readonly count: number;
    }
  /** We refused a message, at session or business level. */
  | { readonly kind: "rejected"; readonly refSeqNum: number; readonly text: string }
  /** The counterparty refused a message of ours. */
  | {
      readonly kind: "rejectReceived";
      readonly refSeqNum: number | undefined;
      readonly text: string;
    }
  | { readonly kind: "reset"; readonly cause: string }
  | { readonly kind: "trouble"; readonly text: string };

export interface SessionOutput {
  /** Undefined where nothing has to be stored. */
  readonly unit: UnitOfWork | undefined;
  /** Whole messages, in the order of the wire. */
  readonly sends: readonly Uint8Array[];
  readonly events: readonly SessionEvent[];
  /** Sent messages that have to be read from the store and handed to `replay`, before other input. */
  readonly resend: { readonly from: number; readonly to: number } | undefined;
  /** Why the connection is to be closed once everything is sent; undefined to keep it. */
  readonly disconnect: string | undefined;
  /** Why nothing was done of what `send` was given; it may be tried again later. */
  readonly refusal?: string;
}

/** What an application makes of a message. */
export interface ApplicationAnswer {
  /** Sent in this order, in the same unit of work as the message that caused them. */
  readonly replies?: readonly OutboundMessage[];
  /** Remembered in the same unit of work. */
  readonly attachments?: readonly Uint8Array[];
  /** The message is refused: with BusinessMessageReject (j), or at session level (3). */
  readonly refusal?:
    | { readonly level: "business"; readonly fault: BusinessFault }
    | { readonly level: "session"; readonly fault: FieldFault };
}

/** Of a message that an application is told of. */
export interface Delivery {
  readonly session: SessionIdentity;
  readonly nowMs: number;
  /** PossDupFlag (43) or PossResend (97) is set. */
  readonly isPossDup: boolean;
  readonly isPossResend: boolean;
}

export interface SessionEnding {
  readonly cause: string;
  /** Cancel on disconnect is agreed: working orders of the session are not to outlive it. */
  readonly cancelsOrders: boolean;
}

/**
 * Whoever a session works for. Called inside a step: it must neither wait nor keep the view, and has
 * no effect but its answer, since a unit of work that fails is one that never was.
 */
export interface FixApplication {
  /** Every application message of the counterparty, in order, each number once. */
  onMessage(view: MessageView, delivery: Delivery): ApplicationAnswer;
  /** A counterparty asks for a message again: false leaves it out and fills the gap. */
  mayResend?(message: StoredMessage, msgType: string, session: SessionIdentity): boolean;
  /** The counterparty has logged on: what is to be sent at once. */
  onLogon?(session: SessionIdentity): ApplicationAnswer;
  /** Whether a Logon's credentials (553, 554, 925, 96, as they came) are good; undefined accepts. */
  authenticate?(view: MessageView, session: SessionIdentity): string | undefined;
  /**
   * A session that was up has ended, however it did.
   *
   * @returns what is to be remembered with it, such as that the session's orders are to be cancelled
   */
  onLogout?(session: SessionIdentity, ending: SessionEnding): readonly Uint8Array[] | undefined;
}

/** A FIX session. Times are milliseconds since 1970, and never go back. */
export interface SessionMachine {
  readonly identity: SessionIdentity;
  /** `FIX.4.4:ISLD->TW44` */
  readonly key: string;
  readonly state: SessionState;
  readonly nextInbound: number;
  readonly nextOutbound: number;
  /** When `tick` has something to do; Infinity when never. */
  readonly wakeMs: number;
  /** More waits for the throttle than should: `send` is refused, and input had better wait. */
  readonly isFull: boolean;
  /** The transport stands. Initiators send their Logon. */
  connected(nowMs: number): SessionOutput;
  /** A message that framing, BodyLength and CheckSum found whole. */
  receive(view: MessageView, nowMs: number): SessionOutput;
  /** Bytes that were no message; the standard says to go on (FIX 4.4 vol. 2, garbled messages). */
  receiveGarbled(reason: string, nowMs: number): SessionOutput;
  /** Time has passed. */
  tick(nowMs: number): SessionOutput;
  /** The application sends, in one unit of work, with what it wants remembered; all or nothing. */
  send(
    messages: readonly OutboundMessage[],
    attachments: readonly Uint8Array[],
    nowMs: number,
  ): SessionOutput;
  /** All that the store has of what `resend` asked for; the output may ask for the next chunk. */
  replay(messages: readonly StoredMessage[], nowMs: number): SessionOutput;
  /** Ends the session in good order. */
  logout(text: string | undefined, nowMs: number): SessionOutput;
  /** The transport is gone. */
  disconnected(nowMs: number): SessionOutput;
}
