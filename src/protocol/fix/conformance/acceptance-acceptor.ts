/** Our engine as acceptance scripts want it: all their sessions on one port, an echo behind them. */
import { assert } from "../../../core/assert.ts";
import { createSession } from "../session/fix-session.ts";
import type { SessionEvent, SessionIdentity } from "../session/session-contract.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { type Acceptor, openAcceptor } from "../transport/acceptor.ts";
import { createSessionDriver, type SessionDriver } from "../transport/session-driver.ts";
import { createTransportClock } from "../transport/transport-clock.ts";
import { createAcceptanceApplication } from "./acceptance-application.ts";
import { acceptanceConfig, dictionariesOf } from "./acceptance-config.ts";
import { acceptanceSessions } from "./acceptance-sessions.ts";

export interface AcceptanceAcceptorOptions {
  /** 0 takes one that is free. */
  readonly port: number;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly onEvent?: (event: SessionEvent, session: SessionIdentity) => void;
}

/** @throws OutsideError where the port cannot be had */
export async function openAcceptanceAcceptor(
  options: AcceptanceAcceptorOptions,
): Promise<Acceptor> {
  const clock = createTransportClock(options.nowMs);
  const store = createMemoryStore();
  const application = createAcceptanceApplication((identity) => {
    const session = acceptanceSessions.find((candidate) => isSame(candidate.identity, identity));
    assert(session !== undefined, "an acceptor has the sessions that it was given");
    return dictionariesOf(session);
  });
  const drivers: SessionDriver[] = [];
  for (const session of acceptanceSessions) {
    const config = acceptanceConfig(session, "acceptor");
    const stored = store.open(keyOf(session.identity), clock.nowMs());
    const machine = createSession(config, application, stored, clock.nowMs());
    drivers.push(createSessionDriver({ machine, store, clock, onEvent: options.onEvent }));
  }
  const sessions = drivers.map((driver) => ({ driver }));
  const acceptor = await openAcceptor({
    sessions,
    clock,
    port: options.port,
    // A suite opens connections faster than any counterparty would.
    limits: { perAddressMax: 100_000, pendingMax: 1000 },
  });
  return {
    host: acceptor.host,
    port: acceptor.port,
    async close() {
      await acceptor.close();
      for (const driver of drivers) driver.stop();
    },
  };
}

/** As sessions name themselves to their store. */
export function keyOf({ beginString, senderCompId, targetCompId }: SessionIdentity): string {
  return `${beginString}:${senderCompId}->${targetCompId}`;
}

function isSame(a: SessionIdentity, b: SessionIdentity): boolean {
  return keyOf(a) === keyOf(b);
}
