/** Who an engine under test is, and who it talks to, as the public acceptance scripts have it. */
import type { FixVersion } from "../dictionary/dictionary.ts";
import type { SessionIdentity } from "../session/session-contract.ts";

export interface AcceptanceSession {
  readonly identity: SessionIdentity;
  /** Version of the application's messages; decides DefaultApplVerID (1137) under FIXT.1.1. */
  readonly version: FixVersion;
  /** False where fields without a value are taken as they are. */
  readonly needsFieldValues: boolean;
}

function acceptanceSession(
  version: FixVersion,
  targetCompId: string,
  more: { readonly senderCompId?: string; readonly needsFieldValues?: boolean } = {},
): AcceptanceSession {
  const beginString = version.startsWith("FIX.5") ? "FIXT.1.1" : version;
  const { senderCompId = "ISLD", needsFieldValues = true } = more;
  return { identity: { beginString, senderCompId, targetCompId }, version, needsFieldValues };
}

/** CompIDs of our own suite, which the acceptor of `--acceptance` serves as well. */
export const ownAcceptanceSessions: readonly AcceptanceSession[] = [
  acceptanceSession("FIX.4.4", "CLIENT44", { senderCompId: "METAORDER" }),
  acceptanceSession("FIX.5.0SP2", "CLIENT50SP2", { senderCompId: "METAORDER" }),
];

/**
 * All sessions of an acceptor that is to be judged. Every one resets its numbers at each logon,
 * is open around the clock, and validates against its dictionary.
 */
export const acceptanceSessions: readonly AcceptanceSession[] = [
  acceptanceSession("FIX.4.0", "TW40"),
  acceptanceSession("FIX.4.1", "TW41"),
  acceptanceSession("FIX.4.2", "TW42"),
  acceptanceSession("FIX.4.3", "TW43"),
  acceptanceSession("FIX.4.4", "TW44"),
  acceptanceSession("FIX.5.0", "TW50"),
  acceptanceSession("FIX.5.0SP1", "TW50SP1"),
  acceptanceSession("FIX.5.0SP2", "TW50SP2"),
  acceptanceSession("FIX.4.2", "TW"),
  acceptanceSession("FIX.4.4", "TW"),
  acceptanceSession("FIX.4.4", "NO_CHECK_FIELDS_HAVE_VALUES", { needsFieldValues: false }),
  ...ownAcceptanceSessions,
];
