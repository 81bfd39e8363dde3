/**
 * A process that is killed again and again: our engine over a SQLite store, sending as it is told.
 *
 * It is started by `fix-crash.ts`, which talks to it over Node's channel between processes.
 */
import { setTimeout as wait } from "node:timers/promises";
import { assert } from "../core/assert.ts";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";
import type { SessionIdentity } from "../protocol/fix/session/session-contract.ts";
import { openSqliteStore } from "../protocol/fix/store/sqlite-store.ts";
import { openAcceptor } from "../protocol/fix/transport/acceptor.ts";
import { startInitiator } from "../protocol/fix/transport/initiator.ts";
import { openSession } from "../protocol/fix/transport/open-session.ts";
import type { SessionDriver } from "../protocol/fix/transport/session-driver.ts";
import { createTransportClock } from "../protocol/fix/transport/transport-clock.ts";
import { createLedgerApplication, createOrder, createReport, noteOf } from "./fix-crash-ledger.ts";

export interface VictimTerms {
  readonly role: "initiator" | "acceptor";
  readonly identity: SessionIdentity;
  readonly port: number;
  readonly storePath: string;
  readonly seed: number;
  /** Orders are sent again after a crash, however old; otherwise their numbers are filled. */
  readonly resendsAll: boolean;
}

/** `ask` is answered with numbers, once everything so far is durable. */
export type ToVictim = { readonly kind: "ask" } | { readonly kind: "load" };

export interface FromVictim {
  readonly isActive: boolean;
  readonly nextInbound: number;
  readonly nextOutbound: number;
}

/** Short, since what is missing at the end of a recovery is noticed with the next heartbeat. */
const heartbeatSeconds = 1;

/** Opens the session and goes out to meet its counterparty, or waits for it. */
export async function startSide(
  terms: Pick<VictimTerms, "role" | "identity" | "resendsAll" | "seed">,
  place: {
    readonly store: Parameters<typeof openSession>[0]["store"];
    readonly port: number;
    readonly onEvent?: Parameters<typeof openSession>[0]["onEvent"];
  },
) {
  const clock = createTransportClock(Date.now);
  const { role, identity, resendsAll, seed } = terms;
  const resend = { maxAgeMs: resendsAll ? Number.POSITIVE_INFINITY : 0 };
  const driver = await openSession({
    config: { role, identity, heartbeatSeconds, resend },
    application: createLedgerApplication(),
    store: place.store,
    clock,
    ...(place.onEvent === undefined ? {} : { onEvent: place.onEvent }),
  });
  if (role === "acceptor") {
    const acceptor = await openAcceptor({ sessions: [{ driver }], clock, port: place.port });
    return { driver, port: acceptor.port, stop: () => acceptor.close() };
  }
  const initiator = startInitiator({
    driver,
    clock,
    hosts: [{ host: "127.0.0.1", port: place.port }],
    random: createXoshiro128(seed),
    backOff: { firstMs: 10, longestMs: 100 },
  });
  return { driver, port: place.port, stop: async () => initiator.stop() };
}

/** Sends small bursts until it is stopped. Ids begin with a number that no one before had. */
export function startLoad(driver: SessionDriver, role: VictimTerms["role"], seed: number) {
  const random = createXoshiro128(seed);
  const first = driver.nextOutbound;
  const create = role === "initiator" ? createOrder : createReport;
  const letter = role === "initiator" ? "c" : "v";
  let count = 0;
  const timer = setInterval(() => {
    for (let burst = random.uint32() % 4; burst > 0; burst--) {
      const id = `${letter}${first}-${count++}`;
      void driver.send([create(id, Date.now())], [noteOf("sent", id)]).catch(() => {});
    }
  }, 1);
  return () => clearInterval(timer);
}

async function run(terms: VictimTerms): Promise<void> {
  const store = await openSqliteStore(terms.storePath);
  const { driver } = await startSide(terms, { store, port: terms.port });
  process.on("message", async (message: ToVictim) => {
    if (message.kind === "load") {
      startLoad(driver, terms.role, terms.seed);
      return;
    }
    await driver.settled();
    const { state, nextInbound, nextOutbound } = driver;
    const answer: FromVictim = { isActive: state === "active", nextInbound, nextOutbound };
    process.send?.(answer);
  });
  // Not without its parent.
  process.on("disconnect", () => process.exit());
  await wait(10 * 60_000);
}

if (import.meta.main) {
  const text = process.argv[2];
  assert(text !== undefined, "a victim is started with its terms");
  await run(JSON.parse(text) as VictimTerms);
}
