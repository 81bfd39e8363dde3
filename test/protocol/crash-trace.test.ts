import { deepEqual, ok } from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startOwnPeer } from "../../src/cli/fix-crash-peer.ts";
import { readTrace, straceArguments } from "../../src/cli/fix-crash-trace.ts";

const victimFile = fileURLToPath(new URL("../../src/cli/fix-crash-victim.ts", import.meta.url));
const strace = "strace";
const { status } = spawnSync(strace, ["-f", "-o", "/dev/null", "true"], { timeout: 10_000 });
const skip = status === 0 ? false : "strace is missing, or may not trace here";

test("no order leaves before the sync of the disk that covers it", { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "metaorder-trace-"));
  const peer = await startOwnPeer({ role: "acceptor", seed: 1, resendsAll: true });
  const terms = {
    role: "initiator",
    ...peer.victim,
    storePath: join(folder, "victim.db"),
    seed: 3,
    resendsAll: true,
  };
  const traceFile = join(folder, "trace.txt");
  const program = [process.execPath, victimFile, JSON.stringify(terms)];
  const child = spawn(strace, [...straceArguments, "-o", traceFile, ...program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  try {
    const until = Date.now() + 20_000;
    while ((await peer.numbers()).nextInbound < 2 && Date.now() < until) await wait(20);
    child.send({ kind: "load" });
    while ((await peer.numbers()).nextInbound < 60 && Date.now() < until) await wait(20);
    const gone = once(child, "exit");
    child.disconnect();
    await gone;
    ok(existsSync(traceFile));
    const { sent, syncs, early } = readTrace(readFileSync(traceFile, "latin1"));
    deepEqual(early, []);
    ok(sent >= 50, `${sent} orders seen`);
    ok(syncs >= 5, `${syncs} syncs seen`);
  } finally {
    child.kill("SIGKILL");
    await peer.stop();
    rmSync(folder, { recursive: true });
  }
});

const file = "12</tmp/v.db-wal>";
const sent = (call: string, file: string, id: string) =>
  `7  ${call}(${file}, "8=FIX.4.4\\00135=D\\00111=${id}\\00155=VOD\\1", 100) = 100`;

test("an order that is sent before its sync has ended is found", () => {
  const socket = "20<socket:[99]>";
  const write = sent("pwrite64", file, "c1-1");
  const send = sent("write", socket, "c1-1");
  const begin = `8  fdatasync(${file} <unfinished ...>`;
  const end = "8  <... fdatasync resumed>) = 0";
  const whole = `8  fdatasync(${file}) = 0`;
  deepEqual(readTrace([write, begin, end, send].join("\n")), { sent: 1, syncs: 1, early: [] });
  deepEqual(readTrace([write, whole, send].join("\n")), { sent: 1, syncs: 1, early: [] });
  for (const lines of [
    [send],
    [write, send, whole],
    [write, begin, send, end],
    [whole, write, send],
    [begin, write, end, send],
    [write, `8  fdatasync(${file}) = -1 EIO (Input/output error)`, send],
  ]) {
    deepEqual(readTrace(lines.join("\n")).early, ["c1-1"], lines.join("\n"));
  }
});
