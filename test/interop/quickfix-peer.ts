/** Builds, starts and stops the QuickFIX C++ peer. Tests skip where it cannot be built. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));

export interface BuiltPeer {
  readonly path: string | undefined;
  /** Why there is none, for `skip`; false where there is one. */
  readonly skip: string | false;
}

/** Built once for each version of its source. */
export function buildQuickfixPeer(): BuiltPeer {
  const changed = Math.trunc(statSync(join(folder, "quickfix-peer.cpp")).mtimeMs);
  const output = join(tmpdir(), `metaorder-quickfix-${process.getuid?.() ?? 0}`, `peer-${changed}`);
  mkdirSync(dirname(output), { recursive: true });
  if (isThere(output)) return { path: output, skip: false };
  const build = spawnSync(join(folder, "build-peer.sh"), [output], { encoding: "utf8" });
  if (build.status === 0) return { path: output, skip: false };
  if (build.status === 3) return { path: undefined, skip: build.stderr.trim() };
  throw new Error(`the QuickFIX peer does not build:\n${build.stderr}`);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

export interface PeerTotals {
  readonly sent: number;
  /** NewOrderSingle received, and reports on its own orders, each counted once. */
  readonly orders: number;
  readonly reports: number;
  readonly doubles: number;
  readonly rejects: number;
  readonly logons: number;
  readonly drops: number;
  readonly nextOutbound: number;
  readonly nextInbound: number;
}

export interface RunningPeer {
  /** Its totals, once it has sent and received everything. */
  readonly totals: Promise<PeerTotals>;
  stop(): Promise<void>;
}

/** Starts it and waits until it listens, or until it begins to connect. */
export async function startQuickfixPeer(
  path: string,
  mode: "acceptor" | "initiator",
  options: Readonly<Record<string, string | number>>,
): Promise<RunningPeer> {
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const peer = spawn(path, [mode, ...flags], { stdio: ["ignore", "pipe", "inherit"] });
  const totals = Promise.withResolvers<PeerTotals>();
  const ready = Promise.withResolvers<void>();
  createInterface({ input: peer.stdout }).on("line", (line) => {
    if (line === "ready") ready.resolve();
    else totals.resolve(JSON.parse(line) as PeerTotals);
  });
  peer.once("exit", (code) => {
    const error = new Error(`the QuickFIX peer ended with ${code}`);
    ready.reject(error);
    totals.reject(error);
  });
  // Only who waits for them wants to know that there are none.
  totals.promise.catch(() => {});
  await ready.promise;
  return { totals: totals.promise, stop: () => stopProcess(peer) };
}

async function stopProcess(peer: ChildProcess): Promise<void> {
  if (peer.exitCode !== null || peer.signalCode !== null) return;
  const exited = once(peer, "exit");
  peer.kill("SIGTERM");
  const timer = setTimeout(() => peer.kill("SIGKILL"), 5000);
  await exited;
  clearTimeout(timer);
}

/** QuickFIX cannot say which port it was given, so it is told one that was free a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
