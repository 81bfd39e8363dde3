/**
 * The FIX session as a state machine: one method for each thing that can happen, each with one output.
 *
 * FIX 4.4 vol. 2 and the session test cases at its end; where these leave a choice, and engines have
 * long made one, we do what QuickFIX does. The table of states and inputs is docs/models/fix-session.md.
 */
import { assert } from "../../../core/assert.ts";
import { MessageScanner } from "../codec/message-scanner.ts";
import type { MessageView, OutboundMessage } from "../codec/message-view.ts";
import type { StoredMessage, StoredSession } from "../store/session-store.ts";
import {
  heartbeatMessage,
  isAdminType,
  logoutMessage,
  testRequestMessage,
} from "./admin-messages.ts";
import { refuseBusiness } from "./business-refusal.ts";
import { endsSession, InboundChecks } from "./inbound-checks.ts";
import { isResetLogon, receiveLogon, receiveResetLogon, sendLogon } from "./logon.ts";
import {
  noteProgress,
  orderOf,
  receiveEarly,
  receiveGapFill,
  receiveLate,
  receiveResendRequest,
  receiveReset,
  refuseSentBeforeOriginal,
  retryMissing,
} from "./recovery.ts";
import { type SessionConfig, settingsOf } from "./session-config.ts";
import type {
  FixApplication,
  SessionIdentity,
  SessionMachine,
  SessionOutput,
  SessionState,
} from "./session-contract.ts";
import { SessionCore } from "./session-core.ts";

/**
 * A session that goes on where its store left off.
 *
 * @param stored what the store knows of it
 * @param nowMs milliseconds since 1970
 */
export function createSession(
  config: SessionConfig,
  application: FixApplication,
  stored: StoredSession,
  nowMs: number,
): SessionMachine {
  return new FixSession(new SessionCore(settingsOf(config), application, { stored, nowMs }));
}

class FixSession implements SessionMachine {
  readonly #core: SessionCore;
  readonly #checks: InboundChecks;
  /** Reads early messages again when their turn has come. */
  readonly #scanner = new MessageScanner();

  constructor(core: SessionCore) {
    this.#core = core;
    this.#checks = new InboundChecks(core.settings);
  }

  get identity(): SessionIdentity {
    return this.#core.identity;
  }

  get key(): string {
    return this.#core.key;
  }

  get state(): SessionState {
    return this.#core.state;
  }

  get nextInbound(): number {
    return this.#core.nextInbound;
  }

  get nextOutbound(): number {
    return this.#core.nextOutbound;
  }

  get wakeMs(): number {
    const { state, scheduleMs, deadlineMs, liveness, throttle, gap } = this.#core;
    // A schedule that is over has had its say once the Logout is out.
    const wakeMs = state === "logoutSent" ? deadlineMs : Math.min(scheduleMs, deadlineMs);
    if (state !== "active") return wakeMs;
    return Math.min(wakeMs, liveness.wakeMs, throttle.wakeMs, gap.retryAtMs);
  }

  get isFull(): boolean {
    return this.#core.throttle.heldBytes >= this.#core.settings.waitingBytesMax;
  }

  connected(nowMs: number): SessionOutput {
    const core = this.#core;
    core.begin(nowMs);
    assert(core.state === "disconnected", "a session has one connection at a time");
    this.#renew();
    if (core.settings.role === "acceptor") {
      core.moveTo("awaitingLogon", "connected");
      core.deadlineMs = core.nowMs + core.settings.logonTimeoutMs;
    } else if (core.isOpenNow) sendLogon(core);
    else core.close("outside the hours of the session");
    return core.finish();
  }

  receive(view: MessageView, nowMs: number): SessionOutput {
    const core = this.#core;
    core.begin(nowMs);
    if (core.isUp) {
      core.liveness.noteReceived(core.nowMs);
      this.#receiveUp(view);
      this.#takeEarly();
    } else if (core.state !== "disconnected") this.#receiveFirst(view);
    return core.finish();
  }

  receiveGarbled(reason: string, nowMs: number): SessionOutput {
    const core = this.#core;
    core.begin(nowMs);
    core.events.push({ kind: "trouble", text: `garbled: ${reason}` });
    // Test case 1.d: a Logon that is no message deserves no answer.
    if (core.state === "awaitingLogon") core.close("the first message was garbled");
    return core.finish();
  }

  tick(nowMs: number): SessionOutput {
    const core = this.#core;
    core.begin(nowMs);
    if (core.nowMs >= core.scheduleMs) this.#followSchedule();
    if (core.nowMs >= core.deadlineMs) core.close(overdueCause(core.state));
    if (core.state === "active") this.#keepAlive();
    return core.finish();
  }

  send(
    messages: readonly OutboundMessage[],
    attachments: readonly Uint8Array[],
    nowMs: number,
  ): SessionOutput {
    const core = this.#core;
    core.begin(nowMs);
    if (this.isFull && messages.length > 0) {
      const refusal = `${core.throttle.heldBytes} bytes wait for the throttle already`;
      return { ...core.finish(), refusal };
    }
    for (const message of messages) {
      assert(!isAdminType(message.msgType), "an application sends application messages");
      core.transmit(message);
    }
    core.remember(attachments);
    return core.finish();
  }

  replay(messages: readonly StoredMessage[], nowMs: number): SessionOutput {
    const core = this.#core;
    core.begin(nowMs);
    if (core.isUp) {
      core.resends.answer(messages, core);
      if (core.sends.length > 0) core.liveness.lastSentMs = core.nowMs;
    }
    return core.finish();
  }

  logout(text: string | undefined, nowMs: number): SessionOutput {
    const core = this.#core;
    core.begin(nowMs);
    if (core.state === "active") core.logOut(text);
    else if (core.state !== "logoutSent" && core.state !== "disconnected") {
      core.close(text ?? "logged out before the Logon");
    }
    return core.finish();
  }

  disconnected(nowMs: number): SessionOutput {
    const core = this.#core;
    core.begin(nowMs);
    core.leave("connection lost");
    return core.finish();
  }

  /** Begins a new session where the schedule has. */
  #renew(): void {
    const core = this.#core;
    if (core.isNewSession) core.resetNumbers("a new session begins");
    else core.lookAtSchedule();
  }

  #followSchedule(): void {
    const core = this.#core;
    if (core.state === "disconnected" || core.state === "awaitingLogon") this.#renew();
    else if (core.state === "logonSent") core.close("outside the hours of the session");
    else if (core.state === "active") core.logOut("the session is over");
  }

  /** Heartbeats, TestRequests, messages that were held back, requests that were not answered. */
  #keepAlive(): void {
    const core = this.#core;
    const { nowMs, liveness, gap } = core;
    core.throttle.release(nowMs, core.sends);
    if (nowMs >= gap.retryAtMs) retryMissing(core);
    if (core.state !== "active") return;
    const due = liveness.due(nowMs);
    if (due === "lost") core.close("no heartbeat came");
    else if (due === "heartbeat") core.transmit(heartbeatMessage(undefined));
    else if (due === "testRequest") {
      core.transmit(testRequestMessage);
      liveness.noteAsked();
    }
  }

  /** Test cases 1.a to 1.e: the first message is a Logon, or the connection is closed. */
  #receiveFirst(view: MessageView): void {
    const core = this.#core;
    if (view.msgType === "A") {
      receiveLogon(core, view, this.#checks);
      this.#takeEarly();
      return;
    }
    if (core.state === "logonSent" && (view.msgType === "5" || view.msgType === "3")) {
      this.#receiveRefusal(view);
      return;
    }
    core.close(`the first message was of type ${view.msgType}, expected a Logon`);
  }

  /** Instead of a Logon the acceptor sends Logout or Reject: it says why, and is right. */
  #receiveRefusal(view: MessageView): void {
    const core = this.#core;
    const text = view.text(58);
    const isTheirs =
      this.#checks.hasBeginString(view) && this.#checks.faultOf(view, core.nowMs) === undefined;
    if (isTheirs && orderOf(core, view.msgSeqNum) === "expected") core.consume(view);
    core.events.push(
      view.msgType === "5"
        ? { kind: "logout", text, isOurs: false }
        : { kind: "rejectReceived", refSeqNum: view.integer(45), text: text ?? "" },
    );
    core.close(`our Logon was refused: ${text ?? "no reason given"}`);
  }

  #receiveUp(view: MessageView): void {
    const core = this.#core;
    if (!this.#checks.hasBeginString(view)) {
      this.#receiveOtherVersion(view);
      return;
    }
    if (view.msgSeqNum === 0 && !view.has(34)) {
      core.logOutAndClose("Received message without MsgSeqNum");
      return;
    }
    const fault = core.settings.validate(view, core.peerApplVerId);
    if (fault !== undefined) core.reject(view, fault);
    else if (view.msgType === "A" && !isResetLogon(core, view) && !view.isYes(43)) {
      core.close("a Logon came while logged on");
    } else if (this.#passesChecks(view)) this.#dispatch(view);
  }

  /** Test case 2.i: another BeginString ends the session. */
  #receiveOtherVersion(view: MessageView): void {
    const core = this.#core;
    if (view.msgType === "5") {
      this.#receiveLogout(view);
      return;
    }
    if (orderOf(core, view.msgSeqNum) === "expected") core.consume(view);
    core.logOut("Incorrect BeginString");
  }

  #passesChecks(view: MessageView): boolean {
    const core = this.#core;
    const fault = this.#checks.faultOf(view, core.nowMs);
    if (fault === undefined) return true;
    core.reject(view, fault);
    if (endsSession(fault)) core.logOut(undefined);
    return false;
  }

  /** Messages that mean something whatever their number; all others have to wait their turn. */
  #dispatch(view: MessageView): void {
    const core = this.#core;
    const order = orderOf(core, view.msgSeqNum);
    // What was answered when it first came is not answered again.
    const isRepeated = order === "tooLow" && view.isYes(43);
    switch (isRepeated ? "" : view.msgType) {
      case "A":
        if (!isResetLogon(core, view)) break;
        receiveResetLogon(core, view);
        return;
      case "2":
        receiveResendRequest(core, view);
        return;
      case "5":
        this.#receiveLogout(view);
        return;
    }
    if (view.msgType === "4" && !view.isYes(123)) receiveReset(core, view);
    else if (order === "expected") this.#receiveInTurn(view);
    else if (order === "tooHigh") receiveEarly(core, view);
    else receiveLate(core, view);
  }

  /** Messages that came too early, as long as the next one is among them. */
  #takeEarly(): void {
    const { gap } = this.#core;
    while (this.#core.isUp) {
      const bytes = gap.take(this.#core.nextInbound);
      if (bytes === undefined) break;
      this.#scanner.scan(bytes);
      this.#receiveInTurn(this.#scanner);
    }
    noteProgress(this.#core);
  }

  /** A message that was checked, and that has the number expected. */
  #receiveInTurn(view: MessageView): void {
    const core = this.#core;
    if (view.isYes(43) && refuseSentBeforeOriginal(core, view)) return;
    switch (view.msgType) {
      case "4":
        receiveGapFill(core, view);
        return;
      case "1":
        core.consume(view);
        core.transmit(heartbeatMessage(view.text(112)));
        break;
      case "3":
        core.consume(view);
        core.events.push({
          kind: "rejectReceived",
          refSeqNum: view.integer(45),
          text: view.text(58) ?? "",
        });
        break;
      case "0":
      // A Logon or ResendRequest that came early was answered then.
      case "A":
      case "2":
        core.consume(view);
        break;
      default:
        this.#deliver(view);
    }
  }

  #deliver(view: MessageView): void {
    const core = this.#core;
    const answer = core.application.onMessage(view, {
      session: core.identity,
      nowMs: core.nowMs,
      isPossDup: view.isYes(43),
      isPossResend: view.isYes(97),
    });
    const { replies, attachments, refusal } = answer;
    if (refusal?.level === "session") core.reject(view, refusal.fault);
    else core.consume(view);
    if (refusal?.level === "business") refuseBusiness(core, view, refusal.fault);
    if (replies !== undefined) for (const reply of replies) core.transmit(reply);
    if (attachments !== undefined) core.remember(attachments);
  }

  /** Test case 13: a Logout is answered whatever its number is, and the connection is closed. */
  #receiveLogout(view: MessageView): void {
    const core = this.#core;
    const { settings } = core;
    if (orderOf(core, view.msgSeqNum) === "expected") core.consume(view);
    core.events.push({ kind: "logout", text: view.text(58), isOurs: false });
    if (core.state === "active") {
      core.throttle.releaseAll(core.sends);
      core.transmit(logoutMessage(undefined));
    }
    if (settings.resetsOnLogout === true) core.resetNumbers("logged out");
    core.close("logged out");
  }
}

function overdueCause(state: SessionState): string {
  if (state === "awaitingLogon") return "no Logon came";
  return state === "logonSent" ? "our Logon was not answered" : "our Logout was not answered";
}
