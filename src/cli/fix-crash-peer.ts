/** The counterparty of an engine that is killed: our own engine, which lives on. */

import { once } from "node:events";
import { createServer } from "node:net";
import type { SessionIdentity } from "../protocol/fix/session/session-contract.ts";
import { createMemoryStore } from "../protocol/fix/store/memory-store.ts";
import { keyOfSession } from "../protocol/fix/transport/open-session.ts";
import {
  compareDirection,
  type DirectionOutcome,
  faultsOf,
  readRecord,
  type SideRecord,
} from "./fix-crash-ledger.ts";
import { startLoad, startSide } from "./fix-crash-victim.ts";

export interface CrashPeer {
  /** Who the engine that is killed must be, and where it finds or expects its peer. */
  readonly victim: { readonly identity: SessionIdentity; readonly port: number };
  /** Sends by itself while it is on. */
  setLoad(isOn: boolean): void;
  numbers(): Promise<{ readonly nextInbound: number; readonly nextOutbound: number }>;
  /** What became of the messages, as both sides remember them. */
  compare(victim: SideRecord): Promise<PeerComparison>;
  stop(): Promise<void>;
}

export interface PeerComparison {
  readonly sent: DirectionOutcome;
  readonly received: DirectionOutcome;
  readonly faults: readonly string[];
}

export async function startOwnPeer(terms: {
  readonly role: "initiator" | "acceptor";
  readonly seed: number;
  readonly resendsAll: boolean;
}): Promise<CrashPeer> {
  const identity = { beginString: "FIX.4.4", senderCompId: "PEER", targetCompId: "VICTIM" };
  // It must remember everything to be a witness.
  const store = createMemoryStore({ historyMax: 10_000_000 });
  const freePort = terms.role === "initiator" ? await findFreePort() : 0;
  const side = await startSide({ ...terms, identity }, { store, port: freePort });
  const { driver } = side;
  let stopLoad = (): void => {};
  return {
    victim: {
      identity: { ...identity, senderCompId: "VICTIM", targetCompId: "PEER" },
      port: side.port,
    },
    setLoad(isOn) {
      stopLoad();
      stopLoad = isOn ? startLoad(driver, terms.role, terms.seed) : () => {};
    },
    async numbers() {
      return { nextInbound: driver.nextInbound, nextOutbound: driver.nextOutbound };
    },
    async compare(victim) {
      const own = await readRecord(store, keyOfSession(identity));
      const sent = compareDirection(victim, own);
      const received = compareDirection(own, victim);
      return {
        sent,
        received,
        faults: [...faultsOf("sent", sent), ...faultsOf("received", received)],
      };
    },
    async stop() {
      stopLoad();
      driver.stop();
      await side.stop();
    },
  };
}

/** Free now, and likely still free in a moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
