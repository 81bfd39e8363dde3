/**
 * Values of enumerated fields of FIXT.1.1, by name.
 *
 * Made by `tools/fix-messages.ts`; not to be edited.
 */

export const EncryptMethod = {
  None: 0,
  Pkcs: 1,
  Des: 2,
  Pkcsdes: 3,
  Pgpdes: 4,
  Pgpdesmd5: 5,
  Pem: 6,
} as const;
export type EncryptMethod = (typeof EncryptMethod)[keyof typeof EncryptMethod];

export const SessionRejectReason = {
  InvalidTagNumber: 0,
  RequiredTagMissing: 1,
  TagNotDefinedForThisMessageType: 2,
  UndefinedTag: 3,
  TagSpecifiedWithoutAValue: 4,
  ValueIsIncorrect: 5,
  IncorrectDataFormatForValue: 6,
  DecryptionProblem: 7,
  SignatureProblem: 8,
  CompIdProblem: 9,
  SendingTimeAccuracyProblem: 10,
  InvalidMsgType: 11,
  XmlValidationError: 12,
  TagAppearsMoreThanOnce: 13,
  TagSpecifiedOutOfRequiredOrder: 14,
  RepeatingGroupFieldsOutOfOrder: 15,
  IncorrectNumInGroupCountForRepeatingGroup: 16,
  NonDataValueIncludesFieldDelimiter: 17,
  InvalidUnsupportedApplVer: 18,
  Other: 99,
} as const;
export type SessionRejectReason = (typeof SessionRejectReason)[keyof typeof SessionRejectReason];

export const MsgDirection = {
  Receive: "R",
  Send: "S",
} as const;
export type MsgDirection = (typeof MsgDirection)[keyof typeof MsgDirection];

export const SessionStatus = {
  SessionActive: 0,
  SessionPasswordChanged: 1,
  SessionPasswordDueToExpire: 2,
  NewSessionPasswordDoesNotComplyWithPolicy: 3,
  SessionLogoutComplete: 4,
  InvalidUsernameOrPassword: 5,
  AccountLocked: 6,
  LogonsAreNotAllowedAtThisTime: 7,
  PasswordExpired: 8,
} as const;
export type SessionStatus = (typeof SessionStatus)[keyof typeof SessionStatus];
