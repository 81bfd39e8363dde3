/** How a session is entered: FIX 4.4 vol. 2, "Logon"; test cases 1.a to 1.e. */
import type { MessageView } from "../codec/message-view.ts";
import { logonMessage } from "./admin-messages.ts";
import { endsSession, type InboundChecks } from "./inbound-checks.ts";
import { noteMissing, orderOf, receiveEarly, refuseLate, resend } from "./recovery.ts";
import type { SessionCore } from "./session-core.ts";

const possDupFlagTag = 43;
const heartBtIntTag = 108;
const resetFlagTag = 141;
const nextExpectedTag = 789;

/** Why a Logon is refused; the counterparty is told where it has shown who it is. */
interface LogonRefusal {
  readonly text: string;
  readonly isTold: boolean;
}

/** The first message of an initiator. */
export function sendLogon(core: SessionCore): void {
  const { settings, dialect } = core;
  if (settings.resetsOnLogon === true) core.resetNumbers("every Logon begins at 1");
  const resets = dialect.hasResetFlag && beginsAnew(core);
  core.hasAskedReset = resets;
  core.moveTo("logonSent", "connected");
  core.deadlineMs = core.nowMs + settings.logonTimeoutMs;
  transmitLogon(core, { resets, heartbeatSeconds: settings.heartbeatSeconds });
}

/** A Logon where one is awaited: the acceptor's first message, or the answer to the initiator's. */
export function receiveLogon(core: SessionCore, view: MessageView, checks: InboundChecks): void {
  const refusal = findRefusal(core, view, checks);
  if (refusal !== undefined) {
    refuse(core, refusal);
    return;
  }
  const isReset = resetNumbersFor(core, view);
  if (orderOf(core, view.msgSeqNum) === "tooLow") {
    if (view.isYes(possDupFlagTag)) core.close("the Logon is a duplicate");
    else refuseLate(core, view);
    return;
  }
  const nextExpected = nextExpectedOf(core, view);
  if (nextExpected !== undefined && nextExpected > core.nextOutbound) {
    core.logOutAndClose(
      `NextExpectedMsgSeqNum too high, expecting ${core.nextOutbound} but received ${nextExpected}`,
    );
    return;
  }
  logOn(core, view, { isReset, nextExpected });
}

/**
 * A Logon with ResetSeqNumFlag in a session that is up: both sides begin again at 1 without a new
 * connection (FIX 4.4 vol. 2, "24 hour trading").
 */
export function receiveResetLogon(core: SessionCore, view: MessageView): void {
  core.resetNumbers("ResetSeqNumFlag in mid-session");
  core.consume(view);
  const heartbeatSeconds = adoptHeartbeat(core, view);
  transmitLogon(core, { resets: true, heartbeatSeconds });
}

export function isResetLogon(core: SessionCore, view: MessageView): boolean {
  return core.dialect.hasResetFlag && view.isYes(resetFlagTag);
}

/** From awaiting a Logon to being logged on. */
function logOn(
  core: SessionCore,
  view: MessageView,
  terms: { readonly isReset: boolean; readonly nextExpected: number | undefined },
): void {
  const isAcceptor = core.settings.role === "acceptor";
  const { nextExpected } = terms;
  const isBehind = nextExpected !== undefined && nextExpected < core.nextOutbound;
  const isEarly = !terms.isReset && orderOf(core, view.msgSeqNum) === "tooHigh";
  if (!isEarly) core.consume(view);
  core.peerApplVerId = view.text(1137);
  const heartbeatSeconds = isAcceptor ? adoptHeartbeat(core, view) : core.settings.heartbeatSeconds;
  const mustAnswer = isAcceptor || (isResetLogon(core, view) && !core.hasAskedReset);
  core.moveTo("active", "Logon");
  core.deadlineMs = Number.POSITIVE_INFINITY;
  core.liveness.start(heartbeatSeconds * 1000, core.nowMs);
  core.events.push({ kind: "logon", heartbeatSeconds });
  if (mustAnswer) {
    transmitLogon(core, { resets: isResetLogon(core, view), heartbeatSeconds });
  }
  if (isEarly && nextExpected === undefined) receiveEarly(core, view);
  else if (isEarly) {
    // Our own NextExpectedMsgSeqNum has told the counterparty what to send again.
    core.gap.hold(view);
    noteMissing(core, view.msgSeqNum - 1);
  }
  if (isBehind) resend(core, nextExpected, Number.POSITIVE_INFINITY);
  const answer = core.application.onLogon?.(core.identity);
  for (const reply of answer?.replies ?? []) core.transmit(reply);
  core.remember(answer?.attachments ?? []);
}

/** Whether the numbers are at 1 because we begin anew at such occasions; the counterparty is told. */
function beginsAnew({ settings, nextInbound, nextOutbound }: SessionCore): boolean {
  const { resetsOnLogon, resetsOnLogout, resetsOnDisconnect } = settings;
  const resets = resetsOnLogon === true || resetsOnLogout === true || resetsOnDisconnect === true;
  return resets && nextInbound === 1 && nextOutbound === 1;
}

/** @returns whether the numbers begin anew because the counterparty says so */
function resetNumbersFor(core: SessionCore, view: MessageView): boolean {
  if (isResetLogon(core, view)) {
    if (!core.hasAskedReset) core.resetNumbers("Logon with ResetSeqNumFlag");
    return true;
  }
  if (core.isNewSession) core.resetNumbers("a new session begins");
  else if (core.settings.role === "acceptor" && core.settings.resetsOnLogon === true) {
    core.resetNumbers("every Logon begins at 1");
  }
  return false;
}

/** A stranger changes nothing; whoever is told why is one whose Logons begin at 1, if any does. */
function refuse(core: SessionCore, { text, isTold }: LogonRefusal): void {
  if (!isTold) {
    core.close(text);
    return;
  }
  const { role, resetsOnLogon } = core.settings;
  if (role === "acceptor" && resetsOnLogon === true) core.resetNumbers("every Logon begins at 1");
  core.logOutAndClose(text);
}

function findRefusal(
  core: SessionCore,
  view: MessageView,
  checks: InboundChecks,
): LogonRefusal | undefined {
  const silent = (text: string): LogonRefusal => ({ text, isTold: false });
  const told = (text: string): LogonRefusal => ({ text, isTold: true });
  if (!checks.hasBeginString(view)) return silent("Logon with another BeginString");
  const fault = core.settings.validate(view, view.text(1137)) ?? checks.faultOf(view, core.nowMs);
  if (fault !== undefined) {
    const kind = endsSession(fault) ? "" : `, tag ${fault.tag ?? "unknown"}`;
    return silent(`Logon is not valid: ${fault.text}${kind}`);
  }
  if (view.msgSeqNum === 0 && view.integer(34) !== 0) return silent("Logon without MsgSeqNum");
  if (core.dialect.isFixt && !view.has(1137)) return silent("Logon without DefaultApplVerID");
  if (!core.isOpenNow) return silent("Logon outside the hours of the session");
  const heartbeatSeconds = view.integer(heartBtIntTag) ?? Number.NaN;
  if (Number.isNaN(heartbeatSeconds)) return silent("Logon without a good HeartBtInt");
  if (heartbeatSeconds < 0) return told("HeartBtInt must not be negative");
  if ((view.integer(98) ?? 0) !== 0) return told("EncryptMethod is not supported");
  const reason =
    core.settings.role === "acceptor"
      ? core.application.authenticate?.(view, core.identity)
      : undefined;
  return reason === undefined ? undefined : told(reason);
}

/** What the counterparty expects from us, where both sides use NextExpectedMsgSeqNum (789). */
function nextExpectedOf(core: SessionCore, view: MessageView): number | undefined {
  if (core.settings.usesNextExpected !== true || !core.dialect.hasNextExpected) return undefined;
  const value = view.integer(nextExpectedTag);
  return value !== undefined && value >= 1 ? value : undefined;
}

/** The acceptor takes the initiator's interval (FIX 4.4 vol. 2, "Logon", HeartBtInt). */
function adoptHeartbeat(core: SessionCore, view: MessageView): number {
  const heartbeatSeconds = Math.max(0, view.integer(heartBtIntTag) || 0);
  core.liveness.start(heartbeatSeconds * 1000, core.nowMs);
  return heartbeatSeconds;
}

function transmitLogon(
  core: SessionCore,
  terms: { readonly resets: boolean; readonly heartbeatSeconds: number },
): void {
  const { settings, dialect } = core;
  const tellsExpected = settings.usesNextExpected === true && dialect.hasNextExpected;
  core.transmit(
    logonMessage({
      ...terms,
      nextExpected: tellsExpected ? core.nextInbound : undefined,
      applVerId: dialect.isFixt ? settings.defaultApplVerId : undefined,
      credentials: settings.role === "initiator" ? settings.credentials : undefined,
    }),
  );
}
