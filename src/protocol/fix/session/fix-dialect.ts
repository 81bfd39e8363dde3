/** What differs between versions of FIX in how a session talks. */

export interface FixDialect {
  /** EndSeqNo (16) of a ResendRequest that asks for all messages: 999999 up to FIX 4.1, then 0. */
  readonly endOfAll: number;
  /** SendingTime has fractions of a second: from FIX 4.2 on. */
  readonly hasFractions: boolean;
  /** A Reject names tag and message type in 371 and 372: from FIX 4.2 on; before that in Text. */
  readonly rejectsNameFields: boolean;
  /** Largest SessionRejectReason (373) that the version has; undefined where it has none. */
  readonly rejectReasonMax: number | undefined;
  /** BusinessMessageReject (j): from FIX 4.2 on. */
  readonly hasBusinessReject: boolean;
  /** ResetSeqNumFlag (141): from FIX 4.1 on. */
  readonly hasResetFlag: boolean;
  /** NextExpectedMsgSeqNum (789): from FIX 4.4 on. */
  readonly hasNextExpected: boolean;
  /** OnBehalfOfLocationID (144) and DeliverToLocationID (145): from FIX 4.1 on. */
  readonly hasLocations: boolean;
  /** The transport of FIX 5.0 and later: DefaultApplVerID (1137) is part of every Logon. */
  readonly isFixt: boolean;
}

/** @param beginString BeginString (8) of the session */
export function dialectOf(beginString: string): FixDialect {
  const isFixt = beginString.startsWith("FIXT");
  // FIXT.1.1 follows FIX 4.4 in all that a session does.
  const version = isFixt ? 4.4 : Number(beginString.slice(4));
  return {
    endOfAll: version < 4.2 ? 999_999 : 0,
    hasFractions: version >= 4.2,
    rejectsNameFields: version >= 4.2,
    rejectReasonMax: version < 4.2 ? undefined : version === 4.2 ? 11 : Number.POSITIVE_INFINITY,
    hasBusinessReject: version >= 4.2,
    hasResetFlag: version >= 4.1,
    hasNextExpected: version >= 4.4,
    hasLocations: version >= 4.1,
    isFixt,
  };
}
