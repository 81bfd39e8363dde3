/**
 * Numbers that are not the one expected: gaps, duplicates, resets, and requests to fill them.
 * FIX 4.4 vol. 2, "Ordered message processing", "Resend Request", "Sequence Reset".
 */
import type { MessageView } from "../codec/message-view.ts";
import { faultOf, rejectReason } from "../codec/reject-reasons.ts";
import { resendRequestMessage } from "./admin-messages.ts";
import { timeOf } from "./field-bytes.ts";
import type { SessionCore } from "./session-core.ts";

const possDupFlagTag = 43;
const sendingTimeTag = 52;
const origSendingTimeTag = 122;

/** How a message's number stands to the one expected. */
export type NumberOrder = "expected" | "tooHigh" | "tooLow";

export function orderOf(core: SessionCore, seqNum: number): NumberOrder {
  if (seqNum === core.nextInbound) return "expected";
  return seqNum > core.nextInbound ? "tooHigh" : "tooLow";
}

/** Keeps a message that came too early, and asks for what is missing, once. */
export function receiveEarly(core: SessionCore, view: MessageView): void {
  const { gap, nextInbound } = core;
  const seqNum = view.msgSeqNum;
  gap.hold(view);
  if (!gap.isNews(seqNum)) return;
  noteMissing(core, seqNum - 1);
  requestMissing(core, nextInbound);
}

/** A gap up to a number is known, whoever takes the first step to fill it. */
export function noteMissing(core: SessionCore, to: number): void {
  const missing = { from: core.nextInbound, to };
  core.gap.open(missing, core.nowMs);
  core.events.push({ kind: "gap", ...missing });
}

function requestMissing(core: SessionCore, from: number): void {
  core.transmit(resendRequestMessage(core.gap.request(from, core.dialect.endOfAll)));
}

/** Asks again for what did not come; gives up where that has been of no use. */
export function retryMissing(core: SessionCore): void {
  const { gap, nextInbound } = core;
  gap.noteRetry(nextInbound, core.nowMs);
  if (gap.isHopeless) {
    core.logOut(`MsgSeqNum ${nextInbound} was asked for in vain`);
    gap.close();
    return;
  }
  requestMissing(core, nextInbound);
}

/** Messages had their turn: asks for the next part of a gap that is filled in parts. */
export function noteProgress(core: SessionCore): void {
  if (core.gap.isOpen && core.gap.noteProgress(core.nextInbound, core.nowMs)) {
    requestMissing(core, core.nextInbound);
  }
}

/**
 * A number that was used up before. Without PossDupFlag the two sides disagree on where they are, and
 * nothing but a person can tell who is right: Logout, and the connection is closed (test case 2.c).
 */
export function receiveLate(core: SessionCore, view: MessageView): void {
  if (!view.isYes(possDupFlagTag)) {
    refuseLate(core, view);
    return;
  }
  // A gap fill stands for messages that had times of their own.
  if (view.msgType === "4") {
    receiveLateGapFill(core, view);
    return;
  }
  if (!view.has(origSendingTimeTag)) {
    core.reject(view, faultOf(rejectReason.requiredTagMissing, origSendingTimeTag));
  } else refuseSentBeforeOriginal(core, view);
}

/**
 * A gap fill that begins with what was taken already and ends beyond the number expected: a Logon that
 * came early was kept and taken in its turn, and the counterparty's answer fills it and what follows it.
 * Left aside, the rest would be missed until the counterparty happens to speak again.
 */
function receiveLateGapFill(core: SessionCore, view: MessageView): void {
  const newSeqNo = view.integer(36);
  const from = core.nextInbound;
  const followsEarly = core.gap.lastTaken === from - 1 && view.msgSeqNum <= core.gap.lastTaken;
  if (!followsEarly || newSeqNo === undefined || !(newSeqNo > from)) return;
  skipTo(core, newSeqNo);
  core.events.push({ kind: "gapFilled", from, to: newSeqNo - 1 });
}

/**
 * A possible duplicate that claims to be older than the original ends the session (test case 2.f).
 *
 * @returns whether it was refused
 */
export function refuseSentBeforeOriginal(core: SessionCore, view: MessageView): boolean {
  const origMs = timeOf(view, origSendingTimeTag) ?? Number.NaN;
  const sentMs = timeOf(view, sendingTimeTag) ?? Number.NaN;
  if (view.msgType === "4" || !(origMs > sentMs)) return false;
  core.reject(view, faultOf(rejectReason.sendingTimeAccuracy, undefined));
  core.logOut(undefined);
  return true;
}

export function refuseLate(core: SessionCore, view: MessageView): void {
  core.logOutAndClose(
    `MsgSeqNum too low, expecting ${core.nextInbound} but received ${view.msgSeqNum}`,
  );
}

/** SequenceReset (4) with GapFillFlag, in its turn: the numbers up to NewSeqNo will never come. */
export function receiveGapFill(core: SessionCore, view: MessageView): void {
  const newSeqNo = view.integer(36);
  const from = core.nextInbound;
  // Test case 10.e: a gap fill leads forward, beyond its own number.
  if (newSeqNo === undefined || !(newSeqNo > from)) {
    refuseNewSeqNo(core, view);
    return;
  }
  core.consume(view);
  skipTo(core, newSeqNo);
  core.events.push({ kind: "gapFilled", from, to: newSeqNo - 1 });
}

/**
 * SequenceReset (4) without GapFillFlag: whatever was said before, the next number is NewSeqNo. Its own
 * number means nothing (FIX 4.4 vol. 2, "Sequence Reset", reset mode).
 */
export function receiveReset(core: SessionCore, view: MessageView): void {
  const newSeqNo = view.integer(36);
  const from = core.nextInbound;
  if (newSeqNo === undefined || !(newSeqNo >= from)) {
    refuseNewSeqNo(core, view);
    return;
  }
  if (newSeqNo === from) return;
  skipTo(core, newSeqNo);
  core.gap.close();
  core.events.push({ kind: "reset", cause: `SequenceReset to ${newSeqNo}` });
  core.events.push({ kind: "gapFilled", from, to: newSeqNo - 1 });
}

/** Test case 11.c: a lower number is refused, or messages would be taken twice. */
function refuseNewSeqNo(core: SessionCore, view: MessageView): void {
  core.rejectUnused(view, faultOf(rejectReason.valueIncorrect, undefined));
}

function skipTo(core: SessionCore, newSeqNo: number): void {
  core.nextInbound = newSeqNo;
  core.gap.forgetBelow(newSeqNo);
}

/**
 * ResendRequest (2): answered whatever its own number is, so that two sides with a gap each do not
 * wait for one another (test case 20).
 */
export function receiveResendRequest(core: SessionCore, view: MessageView): void {
  const from = view.integer(7) ?? Number.NaN;
  const end = view.integer(16) ?? Number.NaN;
  const order = orderOf(core, view.msgSeqNum);
  if (order === "expected") core.consume(view);
  // The answer to an open request covers this number too; the pieces of a large gap may not.
  if (order === "tooHigh" && core.settings.recovery.chunk > 0) core.gap.hold(view);
  if (!(from >= 1 && from <= core.nextOutbound)) {
    core.reject(view, faultOf(rejectReason.valueIncorrect, 7));
    return;
  }
  const isOpenEnd = end === 0 || (end === 999_999 && core.dialect.endOfAll !== 0);
  if (!isOpenEnd && !(end >= from)) {
    core.reject(view, faultOf(rejectReason.valueIncorrect, 16));
    return;
  }
  const repeats = core.resends.countRequest({ from, to: end });
  if (repeats > core.settings.resend.repeatsMax) {
    core.logOut(`ResendRequest for ${from} to ${end} came ${repeats} times`);
    return;
  }
  resend(core, from, isOpenEnd ? Number.POSITIVE_INFINITY : end);
}

/** Begins to send messages again, as far as they have left at all. */
export function resend(core: SessionCore, from: number, end: number): void {
  // What the throttle holds has not left yet, and will.
  const to = Math.min(end, core.nextOutbound - 1, core.throttle.firstHeld - 1);
  if (to < from) return;
  core.resends.begin({ from, to });
  core.events.push({ kind: "resend", from, to });
}
