/** A session on its feet: what the store knows of it, its machine, and its driver. */
import type { OutsideError } from "../../../core/trouble.ts";
import { createSession } from "../session/fix-session.ts";
import type { SessionConfig } from "../session/session-config.ts";
import type { FixApplication, SessionEvent, SessionIdentity } from "../session/session-contract.ts";
import type { SessionStore } from "../store/session-store.ts";
import { createSessionDriver, type DriverBounds, type SessionDriver } from "./session-driver.ts";
import type { TransportClock } from "./transport-clock.ts";

export interface OpenSessionTerms {
  readonly config: SessionConfig;
  readonly application: FixApplication;
  readonly store: SessionStore;
  readonly clock: TransportClock;
  readonly onEvent?: (event: SessionEvent, session: SessionIdentity) => void;
  readonly onFailure?: (error: OutsideError) => void;
  readonly bounds?: DriverBounds;
}

/**
 * Goes on where the store left off. Give the driver to an acceptor or an initiator.
 *
 * @throws OutsideError where the store cannot be read
 */
export async function openSession(terms: OpenSessionTerms): Promise<SessionDriver> {
  const { config, application, store, clock, onEvent, onFailure, bounds } = terms;
  const stored = await store.open(keyOfSession(config.identity), clock.nowMs());
  const machine = createSession(config, application, stored, clock.nowMs());
  return createSessionDriver({ machine, store, clock, onEvent, onFailure, bounds });
}

/** As stores know a session: `FIX.4.4:ISLD->TW44`. */
export function keyOfSession({ beginString, senderCompId, targetCompId }: SessionIdentity): string {
  return `${beginString}:${senderCompId}->${targetCompId}`;
}
