/** QuickFIX C++ with its file store as the counterparty: `test/interop/quickfix-peer.cpp`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { OutsideError } from "../core/trouble.ts";
import type { DirectionOutcome, SideRecord } from "./fix-crash-ledger.ts";
import { faultsOf } from "./fix-crash-ledger.ts";
import { type CrashPeer, findFreePort, type PeerComparison } from "./fix-crash-peer.ts";

/** Orders that QuickFIX sends by itself; for the rest its reports on ours are load enough. */
const ordersOfPeer = 2000;

/** One line that it prints when it is ended. */
interface PeerTotals {
  readonly sent: number;
  readonly orders: number;
  readonly reports: number;
  readonly doubles: number;
  readonly rejects: number;
}

/** @throws OutsideError where the program cannot be started */
export async function startQuickfixPeer(path: string, folder: string): Promise<CrashPeer> {
  const port = await findFreePort();
  const identity = { beginString: "FIX.4.4", senderCompId: "METAORDER", targetCompId: "ISLD" };
  const store = join(folder, "quickfix");
  const options = { port, store, send: ordersOfPeer, expect: 2 ** 31 - 1 };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(path, ["acceptor", ...flags], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, "exit");
  const first = await Promise.race([
    once(lines, "line").then(([line]) => String(line)),
    once(child, "error").then(([error]) => String(error)),
    ended.then(([code]) => `it exited with ${code}`),
  ]);
  if (first !== "ready") {
    throw new OutsideError("PEER_NOT_STARTED", `${path}: ${first}`, { canRetry: false });
  }
  const finish = async (): Promise<PeerTotals> => {
    const totals = once(lines, "line");
    child.kill("SIGTERM");
    const [line] = await totals;
    return JSON.parse(String(line)) as PeerTotals;
  };
  return {
    victim: { identity, port },
    setLoad() {},
    numbers: async () => readNumbers(join(store, "FIX.4.4-ISLD-METAORDER.seqnums")),
    compare: async (victim) => compareWithTotals(victim, await finish()),
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** QuickFIX's file store: `0000000012 : 0000000034`, the number sent next and the one expected. */
function readNumbers(path: string) {
  const [nextOutbound, nextInbound] = readFileSync(path, "latin1").split(":").map(Number);
  return { nextInbound: nextInbound ?? Number.NaN, nextOutbound: nextOutbound ?? Number.NaN };
}

/** QuickFIX tells how many it got and how many twice; which ones, our own record tells. */
function compareWithTotals(victim: SideRecord, totals: PeerTotals): PeerComparison {
  const counts = new Map<string, number>();
  for (const id of victim.got) counts.set(id, (counts.get(id) ?? 0) + 1);
  const expected = [
    ...victim.notedSent,
    ...Array.from({ length: totals.sent }, (_, index) => `Q${index + 1}`),
  ];
  const received: DirectionOutcome = {
    sent: expected.length,
    delivered: counts.size,
    gapFilled: 0,
    doubled: [...counts].filter(([, count]) => count > 1).map(([id]) => id),
    lost: expected.filter((id) => !counts.has(id)),
    unknown: [...counts.keys()].filter((id) => !expected.includes(id)),
    torn: [],
  };
  const delivered = totals.orders + totals.reports;
  const sent: DirectionOutcome = {
    sent: victim.sent.size,
    delivered,
    gapFilled: 0,
    ...{ doubled: [], lost: [], unknown: [] },
    torn: victim.notedSent.filter((id) => !victim.sent.has(id)),
  };
  const faults = [...faultsOf("sent", sent), ...faultsOf("received", received)];
  if (delivered !== sent.sent) faults.push(`sent ${sent.sent}, QuickFIX has ${delivered}`);
  if (totals.doubles > 0) faults.push(`QuickFIX has ${totals.doubles} twice`);
  if (totals.rejects > 0) faults.push(`QuickFIX counts ${totals.rejects} rejects`);
  return { sent, received, faults };
}
