import { deepEqual, equal, ok } from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import {
  createLedgerApplication,
  createOrder,
  noteOf,
  readRecord,
} from "../../src/cli/fix-crash-ledger.ts";
import { findFreePort } from "../../src/cli/fix-crash-peer.ts";
import { createXoshiro128 } from "../../src/core/random/xoshiro128.ts";
import type { SessionEvent } from "../../src/protocol/fix/session/session-contract.ts";
import { createMemoryStore } from "../../src/protocol/fix/store/memory-store.ts";
import { openAcceptor } from "../../src/protocol/fix/transport/acceptor.ts";
import { startInitiator } from "../../src/protocol/fix/transport/initiator.ts";
import { keyOfSession, openSession } from "../../src/protocol/fix/transport/open-session.ts";
import { createTransportClock } from "../../src/protocol/fix/transport/transport-clock.ts";

/** Orders each way; METAORDER_INTEROP_ORDERS=100000 for the long run. */
const orderCount = Number(process.env.METAORDER_INTEROP_ORDERS ?? 300);
/** jspurefix asks for missing messages five times in a while, and then gives up on them. */
const rounds = 5;
const isInstalled = (() => {
  try {
    createRequire(import.meta.url).resolve("jspurefix");
    return true;
  } catch {
    return false;
  }
})();
const skip = isInstalled ? false : "jspurefix is not installed";

async function runInterop(ourRole: "acceptor" | "initiator"): Promise<void> {
  const { startJspurefixPeer } = await import("./jspurefix-peer.ts");
  const clock = createTransportClock(Date.now);
  const identity = {
    beginString: "FIX.4.4",
    senderCompId: "METAORDER",
    targetCompId: "JSPUREFIX",
  };
  const store = createMemoryStore({ historyMax: 10_000_000 });
  const events: SessionEvent[] = [];
  const ledger = createLedgerApplication();
  let deliveries = 0;
  const driver = await openSession({
    config: {
      role: ourRole,
      identity,
      heartbeatSeconds: 1,
      resend: { maxAgeMs: Number.POSITIVE_INFINITY },
      recovery: { retryMs: 1000 },
    },
    application: {
      onMessage(view, delivery) {
        deliveries++;
        return ledger.onMessage(view, delivery);
      },
    },
    store,
    clock,
    onEvent: (event) => events.push(event),
  });
  const port = await findFreePort();
  const start = {
    acceptor: async () => {
      const acceptor = await openAcceptor({ sessions: [{ driver }], clock, port });
      return () => void acceptor.close();
    },
    initiator: async () => {
      const initiator = startInitiator({
        driver,
        clock,
        hosts: [{ host: "127.0.0.1", port }],
        random: createXoshiro128(1),
        backOff: { firstMs: 20, longestMs: 200 },
      });
      return () => initiator.stop();
    },
  };
  // An acceptor has to be there before its initiator comes.
  const stopOurs = ourRole === "acceptor" ? await start.acceptor() : undefined;
  const peer = startJspurefixPeer({
    role: ourRole === "acceptor" ? "initiator" : "acceptor",
    port,
  });
  const stopOurInitiator = ourRole === "initiator" ? await start.initiator() : undefined;
  try {
    // A gap that is open when the connection is lost is forgotten by an acceptor of jspurefix, so
    // each round is over before the next one begins; it is cut in its middle.
    for (let round = 1; round <= rounds; round++) {
      await until(() => driver.state === "active");
      const [first, last] = [
        ((round - 1) * orderCount) / rounds + 1,
        (round * orderCount) / rounds,
      ];
      for (let number = first; number <= last; number++) {
        const id = `o${number}`;
        await driver.send([createOrder(id, clock.nowMs())], [noteOf("sent", id)]);
        peer.sendOrder(`j${number}`);
        if (number === Math.floor((first + last) / 2)) driver.disconnect("the cable is pulled");
        if (number % 20 === 0) await wait(1);
      }
      const isDone = (): boolean =>
        peer.orders.size >= last && peer.reports.size >= last && deliveries >= 2 * last;
      await until(isDone);
    }
    const { got: delivered } = await readRecord(store, keyOfSession(identity));
    const ids = (letter: string) =>
      Array.from({ length: orderCount }, (_, index) => `${letter}${index + 1}`);
    const byId = (list: readonly string[]) => [...list].sort();
    // Ours: every order of theirs and every report on ours, once.
    deepEqual(byId(delivered), byId([...ids("j"), ...ids("o")]));
    // Theirs: every order of ours, and every report on theirs.
    deepEqual(byId([...peer.orders.keys()]), byId(ids("o")));
    deepEqual(byId([...peer.reports.keys()]), byId(ids("j").map((id) => `r-${id}`)));
    deepEqual(peer.rejects, []);
    const rejected = events.filter(({ kind }) => kind === "rejected" || kind === "rejectReceived");
    deepEqual(rejected, []);
    const logons = events.filter(({ kind }) => kind === "logon").length;
    ok(logons > rounds, `${logons} logons`);
    equal(driver.state, "active");
  } finally {
    stopOurs?.();
    stopOurInitiator?.();
    peer.stop();
    driver.stop();
  }
}

/** Gives up in time for the comparison to say what is missing. */
async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 + orderCount / 20 && !isSo(); tries++) await wait(50);
}

test("our acceptor and the initiator of jspurefix lose nothing in disconnects", { skip }, () =>
  runInterop("acceptor"),
);

test("our initiator and the acceptor of jspurefix lose nothing in disconnects", { skip }, () =>
  runInterop("initiator"),
);
