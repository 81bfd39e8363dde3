/**
 * What every part of a session works on: its numbers, its state, and what the present step has put
 * together so far.
 *
 * A step begins with an input and finishes with its output. Nothing here waits, reads a clock or
 * talks to anyone; the state is private to the session and changes only within a step.
 */
import { assert } from "../../../core/assert.ts";
import { MessageEncoder } from "../codec/message-encoder.ts";
import type { FieldFault, MessageView, OutboundMessage } from "../codec/message-view.ts";
import type { StoredMessage, StoredSession, UnitOfWork } from "../store/session-store.ts";
import { isAdminType, logoutMessage, rejectMessage } from "./admin-messages.ts";
import { copyMessage } from "./field-bytes.ts";
import { dialectOf, type FixDialect } from "./fix-dialect.ts";
import { InboundGap } from "./inbound-gap.ts";
import { Liveness } from "./liveness.ts";
import { ResendAnswer } from "./resend-answer.ts";
import { isOpen, nextChange, sameSession } from "./schedule.ts";
import type { SessionSettings } from "./session-config.ts";
import type {
  FixApplication,
  SessionEvent,
  SessionIdentity,
  SessionOutput,
  SessionState,
} from "./session-contract.ts";
import { Throttle } from "./throttle.ts";

export class SessionCore {
  readonly settings: SessionSettings;
  readonly application: FixApplication;
  readonly identity: SessionIdentity;
  readonly key: string;
  readonly dialect: FixDialect;
  readonly gap: InboundGap;
  readonly liveness = new Liveness();
  readonly throttle: Throttle;
  readonly resends: ResendAnswer;
  readonly #encoder: MessageEncoder;

  state: SessionState = "disconnected";
  nextInbound: number;
  nextOutbound: number;
  /** When the present state must be over; Infinity where it may last. */
  deadlineMs = Number.POSITIVE_INFINITY;
  /** When the schedule has something for us to do. */
  scheduleMs = Number.POSITIVE_INFINITY;
  /** Our Logon asked for the numbers to begin anew. */
  hasAskedReset = false;
  /** DefaultApplVerID (1137) that the counterparty logged on with. */
  peerApplVerId: string | undefined;
  #createdMs: number;

  nowMs: number;
  sends: Uint8Array[] = [];
  events: SessionEvent[] = [];
  #outbound: StoredMessage[] = [];
  #inbound: StoredMessage[] = [];
  #attachments: Uint8Array[] = [];
  #resetMs: number | undefined;
  #disconnect: string | undefined;
  #inboundThen = 0;
  #outboundThen = 0;

  constructor(
    settings: SessionSettings,
    application: FixApplication,
    start: { readonly stored: StoredSession; readonly nowMs: number },
  ) {
    const { identity, timePrecision: precision, resend } = settings;
    const { beginString, senderCompId, targetCompId } = identity;
    this.settings = settings;
    this.application = application;
    this.identity = identity;
    this.key = `${beginString}:${senderCompId}->${targetCompId}`;
    this.dialect = dialectOf(beginString);
    this.gap = new InboundGap(settings.recovery);
    this.throttle = new Throttle(settings.messagesPerSecondMax);
    this.#encoder = new MessageEncoder(identity, precision);
    this.resends = new ResendAnswer({
      policy: resend,
      encoder: this.#encoder,
      precision,
      mayResend: (message, msgType) => application.mayResend?.(message, msgType, identity) ?? true,
    });
    this.nextInbound = start.stored.nextInbound;
    this.nextOutbound = start.stored.nextOutbound;
    this.#createdMs = start.stored.createdMs;
    this.nowMs = start.nowMs;
    this.lookAtSchedule();
  }

  /** Logged on, and not yet gone. */
  get isUp(): boolean {
    return this.state === "active" || this.state === "logoutSent";
  }

  begin(nowMs: number): void {
    this.nowMs = Math.max(this.nowMs, nowMs);
    this.sends = [];
    this.events = [];
    this.#outbound = [];
    this.#inbound = [];
    this.#attachments = [];
    this.#resetMs = undefined;
    this.#disconnect = undefined;
    this.#inboundThen = this.nextInbound;
    this.#outboundThen = this.nextOutbound;
  }

  finish(): SessionOutput {
    const isChanged =
      this.nextInbound !== this.#inboundThen ||
      this.nextOutbound !== this.#outboundThen ||
      this.#inbound.length > 0 ||
      this.#attachments.length > 0 ||
      this.#resetMs !== undefined;
    const unit = isChanged ? this.#unitOfWork() : undefined;
    return {
      unit,
      sends: this.sends,
      events: this.events,
      resend: this.isUp ? this.resends.wanted : undefined,
      disconnect: this.#disconnect,
    };
  }

  #unitOfWork(): UnitOfWork {
    const unit = {
      session: this.key,
      nextInbound: this.nextInbound,
      nextOutbound: this.nextOutbound,
      outbound: this.#outbound,
      inbound: this.#inbound,
      attachments: this.#attachments,
    };
    return this.#resetMs === undefined ? unit : { ...unit, resetMs: this.#resetMs };
  }

  /** Numbers, stores and, if the connection is up to it, sends a message. */
  transmit(message: OutboundMessage): void {
    const seqNum = this.nextOutbound;
    const bytes = this.#encoder.encode(this.#withProcessed(message), seqNum, this.nowMs);
    this.nextOutbound++;
    this.#outbound.push({ seqNum, bytes });
    if (!this.#mayLeave(message.msgType)) return;
    this.liveness.lastSentMs = this.nowMs;
    const isCounted = !isAdminType(message.msgType);
    if (this.throttle.passes({ seqNum, bytes, isCounted }, this.nowMs)) this.sends.push(bytes);
  }

  /** What was received has had its turn: its number is used up, and it is kept for the record. */
  consume(view: MessageView): void {
    this.#inbound.push({ seqNum: view.msgSeqNum, bytes: copyMessage(view) });
    this.nextInbound++;
  }

  remember(attachments: readonly Uint8Array[]): void {
    for (const attachment of attachments) this.#attachments.push(attachment);
  }

  /**
   * Refuses a message at session level. Where it was its turn its number is used up (FIX 4.4 vol. 2,
   * "Reject"), except for the messages that set numbers themselves.
   */
  reject(view: MessageView, fault: FieldFault): void {
    const setsNumbers = view.msgType === "A" || (view.msgType === "4" && !view.isYes(123));
    if (view.msgSeqNum === this.nextInbound && !setsNumbers) this.consume(view);
    this.rejectUnused(view, fault);
  }

  /** Refuses a message whose number is not used up. */
  rejectUnused(view: MessageView, fault: FieldFault): void {
    this.transmit(rejectMessage(view, fault, this.dialect));
    const where = fault.tag === undefined ? "" : ` (${fault.tag})`;
    const text = `${fault.text}${where}`;
    this.events.push({ kind: "rejected", refSeqNum: view.msgSeqNum, text });
  }

  /** Sends our Logout and waits for the answer. */
  logOut(text: string | undefined): void {
    if (this.state === "logoutSent") return;
    this.throttle.releaseAll(this.sends);
    this.transmit(logoutMessage(text));
    this.events.push({ kind: "logout", text, isOurs: true });
    this.moveTo("logoutSent", text ?? "logging out");
    this.deadlineMs = this.nowMs + this.settings.logoutTimeoutMs;
  }

  /** Sends a Logout that waits for no answer, and closes the connection. */
  logOutAndClose(text: string): void {
    if (this.state !== "logoutSent") {
      this.throttle.releaseAll(this.sends);
      this.transmit(logoutMessage(text));
      this.events.push({ kind: "logout", text, isOurs: true });
    }
    this.close(text);
  }

  /** Asks for the connection to be closed once everything is sent. */
  close(cause: string): void {
    this.#disconnect = cause;
    this.leave(cause);
  }

  /** The session has no connection from here on. */
  leave(cause: string): void {
    if (this.state === "disconnected") return;
    const wasUp = this.isUp;
    this.moveTo("disconnected", cause);
    this.deadlineMs = Number.POSITIVE_INFINITY;
    this.hasAskedReset = false;
    this.gap.clear();
    this.throttle.clear();
    this.resends.clear();
    if (wasUp) {
      const cancelsOrders = this.settings.cancelsOnDisconnect === true;
      this.remember(this.application.onLogout?.(this.identity, { cause, cancelsOrders }) ?? []);
    }
    if (wasUp && this.settings.resetsOnDisconnect === true) this.resetNumbers("connection lost");
    this.lookAtSchedule();
  }

  moveTo(to: SessionState, cause: string): void {
    this.events.push({ kind: "state", from: this.state, to, cause });
    this.state = to;
  }

  /** Both numbers begin at 1, and what was stored belongs to the past. */
  resetNumbers(cause: string): void {
    this.nextInbound = 1;
    this.nextOutbound = 1;
    this.#createdMs = this.nowMs;
    this.#resetMs = this.nowMs;
    this.#outbound = [];
    this.gap.clear();
    this.throttle.clear();
    this.resends.clear();
    this.events.push({ kind: "reset", cause });
    this.lookAtSchedule();
  }

  /** Whether a session may be logged on now. */
  get isOpenNow(): boolean {
    const { schedule } = this.settings;
    return schedule === undefined || isOpen(schedule, this.nowMs);
  }

  /** Whether the schedule has begun a session that our numbers do not belong to. */
  get isNewSession(): boolean {
    const { schedule } = this.settings;
    return (
      schedule !== undefined &&
      isOpen(schedule, this.nowMs) &&
      !sameSession(schedule, this.#createdMs, this.nowMs)
    );
  }

  /** Works out when the schedule matters next. */
  lookAtSchedule(): void {
    const { schedule } = this.settings;
    if (schedule === undefined) return;
    this.scheduleMs = this.isNewSession ? this.nowMs : nextChange(schedule, this.nowMs);
  }

  #mayLeave(msgType: string): boolean {
    if (this.isUp) return true;
    return this.state !== "disconnected" && (msgType === "A" || msgType === "5");
  }

  /** LastMsgSeqNumProcessed (369), where it is agreed on. */
  #withProcessed(message: OutboundMessage): OutboundMessage {
    if (this.settings.sendsLastProcessed !== true) return message;
    const processed = this.nextInbound - 1;
    assert(processed >= 0, "the number expected next is positive");
    return { ...message, header: [...(message.header ?? []), [369, processed]] };
  }
}
