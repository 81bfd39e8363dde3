/** SessionRejectReason (373), with the texts that engines put into Text (58) of a Reject. */
import type { FieldFault } from "./message-view.ts";

/** FIX 5.0SP2, SessionRejectReason; the texts are those that QuickFIX made customary. */
const texts: ReadonlyMap<number, string> = new Map([
  [0, "Invalid tag number"],
  [1, "Required tag missing"],
  [2, "Tag not defined for this message type"],
  [3, "Undefined Tag"],
  [4, "Tag specified without a value"],
  [5, "Value is incorrect (out of range) for this tag"],
  [6, "Incorrect data format for value"],
  [7, "Decryption problem"],
  [8, "Signature problem"],
  [9, "CompID problem"],
  [10, "SendingTime accuracy problem"],
  [11, "Invalid MsgType"],
  [12, "XML validation error"],
  [13, "Tag appears more than once"],
  [14, "Tag specified out of required order"],
  [15, "Repeating group fields out of order"],
  [16, "Incorrect NumInGroup count for repeating group"],
  [17, 'Non "data" value includes field delimiter (SOH character)'],
  [18, "Invalid/Unsupported Application Version"],
  [99, "Other"],
]);

/** Names for the reasons that code of this engine gives. */
export const rejectReason = {
  invalidTagNumber: 0,
  requiredTagMissing: 1,
  tagNotDefinedForMessage: 2,
  undefinedTag: 3,
  tagWithoutValue: 4,
  valueIncorrect: 5,
  incorrectFormat: 6,
  decryptionProblem: 7,
  signatureProblem: 8,
  compIdProblem: 9,
  sendingTimeAccuracy: 10,
  invalidMsgType: 11,
  xmlValidation: 12,
  tagAppearsTwice: 13,
  tagOutOfOrder: 14,
  groupFieldsOutOfOrder: 15,
  groupCountIncorrect: 16,
  delimiterInValue: 17,
  applicationVersion: 18,
  other: 99,
} as const;

/**
 * A fault with the customary text of its reason, without the tag that FIX 4.0 and 4.1 add to it.
 *
 * @param tag RefTagID (371); undefined where the message as a whole is at fault
 */
export function faultOf(reason: number, tag: number | undefined): FieldFault {
  return { reason, text: texts.get(reason) ?? "Other", tag };
}
