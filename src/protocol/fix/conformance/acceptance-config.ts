/** How our own engine is set up for acceptance scripts and scenarios. */
import { createValidator } from "../codec/validator.ts";
import type { FixVersion } from "../dictionary/dictionary.ts";
import { loadDictionary } from "../dictionary/load-dictionary.ts";
import type { SessionConfig, SessionRole } from "../session/session-config.ts";
import type { AcceptanceSession } from "./acceptance-sessions.ts";
import type { EchoDictionaries } from "./echo-message.ts";

/** ApplVerID (1128) of the versions that travel in FIXT.1.1. */
const applVerIds: ReadonlyMap<FixVersion, string> = new Map([
  ["FIX.5.0", "7"],
  ["FIX.5.0SP1", "8"],
  ["FIX.5.0SP2", "9"],
]);

/** What describes the messages of a session. */
export function dictionariesOf({ version }: Pick<AcceptanceSession, "version">): EchoDictionaries {
  const application = loadDictionary(version);
  return {
    application,
    transport: applVerIds.has(version) ? loadDictionary("FIXT.1.1") : application,
  };
}

/** Validates everything; sends everything again that is asked for, orders included. */
export function acceptanceConfig(session: AcceptanceSession, role: SessionRole): SessionConfig {
  const { identity, version, needsFieldValues } = session;
  const { transport, application } = dictionariesOf(session);
  const defaultApplVerId = applVerIds.get(version);
  const validator = createValidator(transport, {
    checksEmptyValues: needsFieldValues,
    ...(defaultApplVerId === undefined
      ? {}
      : { applications: new Map([[defaultApplVerId, application]]) }),
  });
  return {
    role,
    identity,
    resetsOnLogon: true,
    validate: (view) => validator.validate(view, defaultApplVerId),
    resend: { maxAgeMs: Number.POSITIVE_INFINITY },
    ...(defaultApplVerId === undefined ? {} : { defaultApplVerId, stampsBusinessReject: true }),
  };
}
