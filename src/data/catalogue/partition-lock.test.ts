import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { acquirePartitionLock } from "./partition-lock.ts";

function createFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "lock-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "source=a", "date=b");
}

/** The lock of somebody: what a test does not name is of this process. */
function writeLock(folder: string, holder: object): string {
  acquirePartitionLock(folder).release();
  const path = join(folder, "import.lock");
  const lock = acquirePartitionLock(folder);
  const own = JSON.parse(readFileSync(path, "utf8"));
  lock.release();
  writeFileSync(path, JSON.stringify({ ...own, ...holder }));
  return path;
}

test("a lock is taken once, with its folder, and again after its release", (t) => {
  const folder = createFolder(t);
  const lock = acquirePartitionLock(folder);
  lock.assertHeld();
  throws(() => acquirePartitionLock(folder), {
    code: "IMPORT_RUNNING",
    message: `${join(folder, "import.lock")}: process ${process.pid} on ${hostname()} is importing into the same place; if it is gone, remove this file`,
  });
  lock.release();
  deepEqual(readdirSync(folder), []);
  acquirePartitionLock(folder).release();
});

test("the lock of a process that is gone is taken over", (t) => {
  const folder = createFolder(t);
  // Above the largest number that Linux gives to a process.
  writeLock(folder, { pid: 2 ** 22 + 1 });
  const lock = acquirePartitionLock(folder);
  ok(lock.isHeld());
  lock.release();
  deepEqual(readdirSync(folder), []);
});

test("a process of the same number that began at another time is not the holder", {
  skip: process.platform === "linux" ? false : "only Linux tells when a process began",
}, (t) => {
  const folder = createFolder(t);
  writeLock(folder, { began: "1" });
  acquirePartitionLock(folder).release();
});

test("the lock of a living process, or of one on another machine, stays", (t) => {
  const folder = createFolder(t);
  writeLock(folder, {});
  throws(() => acquirePartitionLock(folder), { code: "IMPORT_RUNNING" });
  writeLock(createFolder(t), {});
  const other = createFolder(t);
  writeLock(other, { host: "elsewhere", pid: 2 ** 22 + 1 });
  throws(() => acquirePartitionLock(other), /process 4194305 on elsewhere/);
});

test("a lock that is no lock is taken over", (t) => {
  const folder = createFolder(t);
  writeFileSync(writeLock(folder, {}), "");
  acquirePartitionLock(folder).release();
});

test("who lost the lock hears of it, and does not release another's", (t) => {
  const folder = createFolder(t);
  const lock = acquirePartitionLock(folder);
  const path = join(folder, "import.lock");
  const other = JSON.stringify({ pid: 5, host: "elsewhere", began: "" });
  writeFileSync(path, other);
  throws(() => lock.assertHeld(), /process 5 on elsewhere/);
  lock.release();
  equal(readFileSync(path, "utf8"), other);
});
