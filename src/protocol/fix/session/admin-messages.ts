/** The messages that a session sends for itself: FIX 4.4 vol. 2, administrative messages. */
import type {
  BusinessFault,
  FieldFault,
  MessageView,
  OutboundField,
  OutboundMessage,
} from "../codec/message-view.ts";
import type { FixDialect } from "./fix-dialect.ts";
import { reverseRoute } from "./reverse-route.ts";
import type { Credentials } from "./session-config.ts";

/** Application messages belong to a counterparty's business, these to the session. */
export function isAdminType(msgType: string): boolean {
  return msgType.length === 1 && "0A12345".includes(msgType);
}

export interface LogonTerms {
  readonly heartbeatSeconds: number;
  /** ResetSeqNumFlag (141); left out where false. */
  readonly resets: boolean;
  /** NextExpectedMsgSeqNum (789). */
  readonly nextExpected: number | undefined;
  /** DefaultApplVerID (1137). */
  readonly applVerId: string | undefined;
  readonly credentials: Credentials | undefined;
}

/** Logon (A), in the order of the specification. EncryptMethod (98) is 0: none. */
export function logonMessage(terms: LogonTerms): OutboundMessage {
  const { username, password, newPassword, rawData } = terms.credentials ?? {};
  const fields: OutboundField[] = [
    [98, 0],
    [108, terms.heartbeatSeconds],
  ];
  if (rawData !== undefined) fields.push([95, rawData.length], [96, rawData]);
  if (terms.resets) fields.push([141, true]);
  if (terms.nextExpected !== undefined) fields.push([789, terms.nextExpected]);
  if (username !== undefined) fields.push([553, username]);
  if (password !== undefined) fields.push([554, password]);
  if (newPassword !== undefined) fields.push([925, newPassword]);
  if (terms.applVerId !== undefined) fields.push([1137, terms.applVerId]);
  return { msgType: "A", fields };
}

const plainHeartbeat: OutboundMessage = { msgType: "0", fields: [] };

/** Heartbeat (0), with the TestReqID of the TestRequest it answers. */
export function heartbeatMessage(testReqId: string | undefined): OutboundMessage {
  return testReqId === undefined ? plainHeartbeat : { msgType: "0", fields: [[112, testReqId]] };
}

export const testRequestMessage: OutboundMessage = { msgType: "1", fields: [[112, "TEST"]] };

/** ResendRequest (2); `to` is 0, or 999999 before FIX 4.2, for all there are. */
export function resendRequestMessage(range: { from: number; to: number }): OutboundMessage {
  return {
    msgType: "2",
    fields: [
      [7, range.from],
      [16, range.to],
    ],
  };
}

/**
 * SequenceReset (4) with GapFillFlag, in place of messages that are not sent again. It has the number
 * of the first of them, and is a possible duplicate itself.
 */
export function gapFillMessage(newSeqNo: number): OutboundMessage {
  return {
    msgType: "4",
    fields: [
      [36, newSeqNo],
      [123, true],
    ],
  };
}

export function logoutMessage(text: string | undefined): OutboundMessage {
  return { msgType: "5", fields: text === undefined ? [] : [[58, text]] };
}

/** Reject (3) of a message, back along the way it came. */
export function rejectMessage(
  view: MessageView,
  fault: FieldFault,
  dialect: FixDialect,
): OutboundMessage {
  const { tag, reason, text } = fault;
  const fields: OutboundField[] = [];
  const refSeqNum = view.text(34);
  if (refSeqNum !== undefined && refSeqNum !== "") fields.push([45, refSeqNum]);
  if (dialect.rejectsNameFields) {
    fields.push([58, text]);
    if (tag !== undefined) fields.push([371, tag]);
    if (view.msgType !== "") fields.push([372, view.msgType]);
    if (reason <= (dialect.rejectReasonMax ?? -1)) fields.push([373, reason]);
  } else {
    fields.push([58, tag === undefined ? text : `${text} (${tag})`]);
  }
  return { msgType: "3", fields, header: reverseRoute(view, dialect) };
}

/**
 * BusinessMessageReject (j): FIX 4.2 and later. Not sent back along the route: engines do so with a
 * Reject alone.
 */
export function businessRejectMessage(
  view: MessageView,
  fault: BusinessFault,
  applVerId: string | undefined,
): OutboundMessage {
  const fields: OutboundField[] = [
    [45, view.msgSeqNum],
    [58, fault.text],
    [372, view.msgType],
  ];
  if (fault.refId !== undefined) fields.push([379, fault.refId]);
  fields.push([380, fault.reason]);
  if (applVerId !== undefined) fields.push([1137, applVerId]);
  return { msgType: "j", fields };
}
