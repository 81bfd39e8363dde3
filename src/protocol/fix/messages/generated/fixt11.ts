/**
 * Messages of FIXT.1.1: what `bindMessages` writes and reads. After a field its tag.
 *
 * Made by `tools/fix-messages.ts`; not to be edited.
 */
import type * as v from "./fixt11-values.ts";

export type Fixt11Message =
  | Heartbeat
  | TestRequest
  | ResendRequest
  | Reject
  | SequenceReset
  | Logout
  | Logon;

/** Of all of them. */
export const fixt11Kinds = [
  "Heartbeat",
  "TestRequest",
  "ResendRequest",
  "Reject",
  "SequenceReset",
  "Logout",
  "Logon",
] as const;

/** MsgType 0. */
export interface Heartbeat {
  readonly kind: "Heartbeat";
  readonly testReqID?: string; // 112
}

/** MsgType 1. */
export interface TestRequest {
  readonly kind: "TestRequest";
  readonly testReqID: string; // 112
}

/** MsgType 2. */
export interface ResendRequest {
  readonly kind: "ResendRequest";
  readonly beginSeqNo: number; // 7
  readonly endSeqNo: number; // 16
}

/** MsgType 3. */
export interface Reject {
  readonly kind: "Reject";
  readonly refSeqNum: number; // 45
  readonly refTagID?: number; // 371
  readonly refMsgType?: string; // 372
  readonly refApplVerID?: string; // 1130
  readonly refApplExtID?: number; // 1406
  readonly refCstmApplVerID?: string; // 1131
  readonly sessionRejectReason?: v.SessionRejectReason; // 373
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType 4. */
export interface SequenceReset {
  readonly kind: "SequenceReset";
  readonly gapFillFlag?: boolean; // 123
  readonly newSeqNo: number; // 36
}

/** MsgType 5. */
export interface Logout {
  readonly kind: "Logout";
  readonly sessionStatus?: v.SessionStatus; // 1409
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType A. */
export interface Logon extends MsgTypeGrp {
  readonly kind: "Logon";
  readonly encryptMethod: v.EncryptMethod; // 98
  readonly heartBtInt: number; // 108
  readonly rawData?: Uint8Array; // 96
  readonly resetSeqNumFlag?: boolean; // 141
  readonly nextExpectedMsgSeqNum?: number; // 789
  readonly maxMessageSize?: number; // 383
  readonly testMessageIndicator?: boolean; // 464
  readonly username?: string; // 553
  readonly password?: string; // 554
  readonly newPassword?: string; // 925
  readonly encryptedPasswordMethod?: number; // 1400
  readonly encryptedPassword?: Uint8Array; // 1402
  readonly encryptedNewPassword?: Uint8Array; // 1404
  readonly sessionStatus?: v.SessionStatus; // 1409
  readonly defaultApplVerID: string; // 1137
  readonly defaultApplExtID?: number; // 1407
  readonly defaultCstmApplVerID?: string; // 1408
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface MsgTypeGrp {
  readonly noMsgTypes?: readonly MsgTypesGroup[]; // 384
}

export interface MsgTypesGroup {
  readonly refMsgType: string; // 372
  readonly msgDirection?: v.MsgDirection; // 385
  readonly refApplVerID?: string; // 1130
  readonly refApplExtID?: number; // 1406
  readonly refCstmApplVerID?: string; // 1131
  readonly defaultVerIndicator?: boolean; // 1410
}
