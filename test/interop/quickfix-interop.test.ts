/**
 * Our engine and QuickFIX C++ send each other orders and reports, with the connection cut again and
 * again: everything arrives exactly once, and nobody rejects anything.
 *
 * `FIX_INTEROP_MESSAGES=100000` makes it the long run; the quick suite sends fewer.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { createRandomStream } from "../../src/core/random/random-stream.ts";
import type { MessageView, OutboundMessage } from "../../src/protocol/fix/codec/message-view.ts";
import { createValidator } from "../../src/protocol/fix/codec/validator.ts";
import { loadDictionary } from "../../src/protocol/fix/dictionary/load-dictionary.ts";
import { createSession } from "../../src/protocol/fix/session/fix-session.ts";
import type {
  FixApplication,
  SessionEvent,
} from "../../src/protocol/fix/session/session-contract.ts";
import { createMemoryStore } from "../../src/protocol/fix/store/memory-store.ts";
import { openAcceptor } from "../../src/protocol/fix/transport/acceptor.ts";
import { type Initiator, startInitiator } from "../../src/protocol/fix/transport/initiator.ts";
import {
  createSessionDriver,
  type SessionDriver,
} from "../../src/protocol/fix/transport/session-driver.ts";
import { createTransportClock } from "../../src/protocol/fix/transport/transport-clock.ts";
import { sharedFolder } from "../support/shared-folder.ts";
import {
  buildQuickfixPeer,
  findFreePort,
  type PeerTotals,
  startQuickfixPeer,
} from "./quickfix-peer.ts";

const count = Number(process.env.FIX_INTEROP_MESSAGES ?? 2000);
const dropEvery = Math.ceil(count / 3);
const spec = join(sharedFolder, "fix", "spec");
const peer = buildQuickfixPeer();
const skip = existsSync(spec) ? peer.skip : `no dictionaries at ${spec}`;
const clock = createTransportClock(Date.now);

/** Our desk: sends orders, reports on the orders it gets, and counts. */
interface Desk {
  readonly driver: SessionDriver;
  readonly orders: Map<string, number>;
  readonly reports: Map<string, number>;
  readonly events: SessionEvent[];
  send(): Promise<void>;
}

function createDesk(role: "acceptor" | "initiator"): Desk {
  const orders = new Map<string, number>();
  const reports = new Map<string, number>();
  const events: SessionEvent[] = [];
  const note = (ids: Map<string, number>, id: string): void => {
    ids.set(id, (ids.get(id) ?? 0) + 1);
  };
  const application: FixApplication = {
    onMessage(view) {
      const id = view.text(11) ?? "";
      note(view.msgType === "D" ? orders : reports, id);
      return view.msgType === "D" ? { replies: [reportOn(view)] } : {};
    },
  };
  const validator = createValidator(loadDictionary("FIX.4.4"));
  const store = createMemoryStore({ historyMax: 4 * count });
  const machine = createSession(
    {
      role,
      identity: { beginString: "FIX.4.4", senderCompId: "METAORDER", targetCompId: "QUICKFIX" },
      validate: (view) => validator.validate(view),
      resend: { maxAgeMs: Number.POSITIVE_INFINITY },
    },
    application,
    store.open("FIX.4.4:METAORDER->QUICKFIX", clock.nowMs()),
    clock.nowMs(),
  );
  const driver = createSessionDriver({
    machine,
    store,
    clock,
    onEvent: (event) => void events.push(event),
  });
  return {
    driver,
    orders,
    reports,
    events,
    async send() {
      for (let sent = 1; sent <= count; ) {
        if (driver.state !== "active") await delay(20);
        for (let burst = 0; burst < 50 && sent <= count; burst++) {
          await driver.send([orderOf(sent++)]);
        }
        await delay(1);
      }
    },
  };
}

const time = (): string => {
  const [date = "", ofDay = ""] = new Date(clock.nowMs()).toISOString().split("T");
  return `${date.replaceAll("-", "")}-${ofDay.slice(0, -1)}`;
};

function orderOf(place: number): OutboundMessage {
  return {
    msgType: "D",
    fields: [
      [11, `M${place}`],
      [55, "ACME"],
      [54, "2"],
      [60, time()],
      [38, 200],
      [40, "2"],
      [44, "99.5"],
    ],
  };
}

function reportOn(order: MessageView): OutboundMessage {
  const id = order.text(11) ?? "";
  return {
    msgType: "8",
    fields: [
      ...[[37, `V-${id}`] as const, [17, `X-${id}`] as const, [150, "0"] as const],
      ...[[39, "0"] as const, [11, id] as const, [55, order.text(55) ?? ""] as const],
      ...[[54, order.text(54) ?? ""] as const, [151, order.text(38) ?? ""] as const],
      ...[[14, "0"] as const, [6, "0"] as const],
    ],
  };
}

const peerOptions = {
  spec,
  sender: "QUICKFIX",
  target: "METAORDER",
  send: count,
  expect: count,
  "drop-every": dropEvery,
};

/** Beyond this something hangs. */
const timeout = 60_000 + 2 * count;

async function untilAll(desk: Desk): Promise<void> {
  while (desk.orders.size < count || desk.reports.size < count) await delay(20);
}

function checkBoth(desk: Desk, totals: PeerTotals): void {
  deepEqual(
    { ...totals, logons: 0, drops: 0, nextInbound: 0, nextOutbound: 0 },
    {
      ...{ sent: count, orders: count, reports: count, doubles: 0, rejects: 0 },
      ...{ logons: 0, drops: 0, nextInbound: 0, nextOutbound: 0 },
    },
  );
  ok(totals.drops >= 3, `${totals.drops} forced disconnects`);
  for (const [what, ids] of [
    ["orders", desk.orders],
    ["reports", desk.reports],
  ] as const) {
    equal(ids.size, count, what);
    equal([...ids.values()].filter((times) => times !== 1).length, 0, `${what} that came twice`);
  }
  deepEqual(
    desk.events.filter(({ kind }) => kind === "rejected" || kind === "rejectReceived"),
    [],
  );
  equal(desk.driver.nextInbound, totals.nextOutbound, "what we expect is what they send next");
  // Our answer to the Logout with which they end may come after they have counted.
  const uncounted = desk.driver.nextOutbound - totals.nextInbound;
  ok(uncounted === 0 || uncounted === 1, `they expect ${uncounted} less than we send next`);
}

describe(`${count} orders each way with QuickFIX C++, cut every ${dropEvery} messages`, {
  skip,
  timeout,
}, () => {
  test("our acceptor, their initiator", { timeout }, async (context) => {
    const desk = createDesk("acceptor");
    const acceptor = await openAcceptor({ sessions: [{ driver: desk.driver }], clock });
    const options = { ...peerOptions, port: acceptor.port };
    const running = await startQuickfixPeer(peer.path ?? "", "initiator", options);
    // Also where the time is up: a peer that is left behind keeps the whole run waiting.
    context.after(() => running.stop());
    try {
      const sent = desk.send();
      const totals = await running.totals;
      await sent;
      await untilAll(desk);
      checkBoth(desk, totals);
    } finally {
      await running.stop();
      await acceptor.close();
      desk.driver.stop();
    }
  });

  test("our initiator, their acceptor", { timeout }, async (context) => {
    const desk = createDesk("initiator");
    const port = await findFreePort();
    const running = await startQuickfixPeer(peer.path ?? "", "acceptor", { ...peerOptions, port });
    context.after(() => running.stop());
    let initiator: Initiator | undefined;
    try {
      initiator = startInitiator({
        driver: desk.driver,
        hosts: [{ host: "127.0.0.1", port }],
        clock,
        random: createRandomStream(7, 1),
        backOff: { firstMs: 50, longestMs: 200 },
      });
      const sent = desk.send();
      const totals = await running.totals;
      await sent;
      await untilAll(desk);
      checkBoth(desk, totals);
    } finally {
      initiator?.stop();
      await running.stop();
      desk.driver.stop();
    }
  });
});
