import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, test } from "node:test";
import { OutsideError } from "../../../core/trouble.ts";
import type { SessionStore } from "./session-store.ts";
import { openSqliteStore } from "./sqlite-store.ts";
import { bytesOf, messageOf, session, unitOf } from "./store-suite-fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "fix-sqlite-"));
after(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = (): string => join(folder, `store-${files++}.db`);

const isTrouble =
  (code: string, path: string, text = /./) =>
  (error: unknown): boolean => {
    ok(error instanceof OutsideError);
    equal(error.code, code);
    ok(error.message.includes(path), `"${error.message}" names the file`);
    match(error.message, text);
    return true;
  };

/** Fills a store, closes it, and gives the bytes of its file. */
async function fill(path: string): Promise<Buffer> {
  const store = await openSqliteStore(path);
  await store.open(session, 0);
  for (let seqNum = 1; seqNum <= 100; seqNum++) {
    const message = messageOf(seqNum, `8=FIX.4.4|34=${seqNum}|58=${"x".repeat(200)}|`);
    await store.commit(
      unitOf({ outbound: [message], inbound: [message], attachments: [bytesOf(`fill ${seqNum}`)] }),
    );
  }
  await store.close();
  return readFileSync(path);
}

/** Reads everything; throws the store's trouble where something of it is damaged. */
async function readAll(path: string): Promise<number> {
  const store = await openSqliteStore(path);
  try {
    await store.open(session, 0);
    const outbound = await store.readOutbound(session, 1, 1000);
    const inbound = await store.readInbound(session, 1000);
    const attachments = await store.readAttachments(0, 1000);
    return outbound.length + inbound.length + attachments.length;
  } finally {
    await store.close();
  }
}

test("units that wait for the writer share a transaction", async () => {
  const store = await openSqliteStore(newPath(), { batchUnitsMax: 100 });
  await store.open(session, 0);
  const commits = Array.from({ length: 1000 }, (_, index) =>
    store.commit(unitOf({ outbound: [messageOf(index + 1)] })),
  );
  await Promise.all(commits);
  deepEqual(store.counts, { units: 1000, transactions: 10 });
  await store.close();
});

test("received messages past the bound are forgotten", async () => {
  const store = await openSqliteStore(newPath(), { inboundMax: 10 });
  await store.open(session, 0);
  for (let seqNum = 1; seqNum <= 25; seqNum++) {
    await store.commit(unitOf({ inbound: [messageOf(seqNum)] }));
  }
  const kept = await store.readInbound(session, 99);
  deepEqual([kept.length, kept[0]!.seqNum], [10, 16]);
  await store.close();
});

test("a second process is refused while the first has the file, and served after it", async () => {
  const path = newPath();
  const store = await openSqliteStore(path);
  const script = `
    import { openSqliteStore } from ${JSON.stringify(new URL("./sqlite-store.ts", import.meta.url))};
    try { await (await openSqliteStore(process.argv[1])).close(); console.log("opened"); }
    catch (error) { console.log(error.code, error.message); }`;
  const openElsewhere = (): string =>
    spawnSync(process.execPath, ["--input-type=module", "-e", script, path], {
      encoding: "utf8",
      timeout: 30_000,
    }).stdout.trim();
  const refusal = openElsewhere();
  match(refusal, /^STORE_LOCKED .*is in use by another process; a store has one writer/);
  ok(refusal.includes(path));
  await rejects(openSqliteStore(path), isTrouble("STORE_LOCKED", path));
  await store.close();
  equal(openElsewhere(), "opened");
});

test("a file of another schema version is refused with both versions", async () => {
  const path = newPath();
  await fill(path);
  const database = new DatabaseSync(path);
  database.exec("UPDATE fix_store_schema SET version = 99");
  database.close();
  await rejects(
    openSqliteStore(path),
    isTrouble("STORE_VERSION", path, /found schema version 99, expected 1/),
  );
});

test("a SQLite file of something else is refused", async () => {
  const path = newPath();
  const database = new DatabaseSync(path);
  database.exec("CREATE TABLE trades (id INTEGER)");
  database.close();
  await rejects(openSqliteStore(path), isTrouble("STORE_FOREIGN", path));
});

test("a file that is no SQLite file, and a folder that is not there, are named", async () => {
  const path = newPath();
  writeFileSync(path, "once upon a time ".repeat(1000));
  await rejects(openSqliteStore(path), isTrouble("STORE_DAMAGED", path));
  const nowhere = join(folder, "nowhere", "store.db");
  await rejects(openSqliteStore(nowhere), isTrouble("STORE_NOT_OPENED", nowhere));
});

test("a flipped bit in what the file holds is noticed", async () => {
  const path = newPath();
  const bytes = await fill(path);
  equal(await readAll(path), 300);
  for (const text of ["34=57|", "fill 31"]) {
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
      const damagedPath = newPath();
      const damaged = Buffer.from(bytes);
      damaged[at + 4]! ^= 0x10;
      writeFileSync(damagedPath, damaged);
      await rejects(readAll(damagedPath), isTrouble("STORE_DAMAGED", damagedPath));
    }
  }
});

test("a half-written last transaction is left out", async () => {
  const path = newPath();
  const store = await openSqliteStore(path);
  await store.open(session, 0);
  await store.commit(unitOf({ outbound: [messageOf(1)] }));
  // The files as a crash leaves them, the end of the log torn.
  const copy = newPath();
  writeFileSync(copy, readFileSync(path));
  const logBefore = readFileSync(`${path}-wal`).length;
  await store.commit(unitOf({ outbound: [messageOf(2)] }));
  const log = readFileSync(`${path}-wal`);
  ok(log.length > logBefore);
  writeFileSync(`${copy}-wal`, log.subarray(0, log.length - 100));
  await store.close();
  const recovered: SessionStore = await openSqliteStore(copy);
  equal((await recovered.open(session, 0)).nextOutbound, 2);
  await recovered.close();
});

test("a full disk fails the unit and every later one, naming the file", async () => {
  const path = newPath();
  // The limit of a process on file sizes stands for the disk: the kernel refuses the write.
  const script = `
    import { openSqliteStore } from ${JSON.stringify(new URL("./sqlite-store.ts", import.meta.url))};
    const store = await openSqliteStore(process.argv[1]);
    await store.open("s", 0);
    const unit = (n) => ({ session: "s", nextInbound: 1, nextOutbound: n + 1, inbound: [],
      outbound: [{ seqNum: n, bytes: new Uint8Array(20_000) }], attachments: [] });
    const outcome = (n) => store.commit(unit(n)).then(() => "durable", (e) => e.code + " " + e.message);
    const outcomes = [];
    for (let n = 1; n <= 100; n++) outcomes.push(await outcome(n));
    console.log(JSON.stringify(outcomes));
    await store.close().catch(() => {});`;
  const command = `ulimit -f 512; exec "$0" --input-type=module -e "$1" "$2"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command, process.execPath, script, path], {
    encoding: "utf8",
    timeout: 30_000,
  });
  ok(stdout !== "", stderr);
  const outcomes = JSON.parse(stdout) as string[];
  const firstFailed = outcomes.findIndex((outcome) => outcome !== "durable");
  ok(firstFailed > 0 && firstFailed < 99);
  for (const outcome of outcomes.slice(firstFailed)) {
    match(outcome, /^STORE_FAILED /);
    ok(outcome.includes(path));
  }
  // What was acknowledged before is there.
  const store = await openSqliteStore(path);
  const { nextOutbound } = await store.open("s", 0);
  ok(nextOutbound >= firstFailed + 1);
  equal((await store.readOutbound("s", 1, firstFailed)).length, firstFailed);
  await store.close();
});

test("a closed store takes nothing more", async () => {
  const path = newPath();
  const store = await openSqliteStore(path);
  await store.open(session, 0);
  const last = store.commit(unitOf({ outbound: [messageOf(1)] }));
  await store.close();
  await last;
  await rejects(store.commit(unitOf()), isTrouble("STORE_CLOSED", path));
  await store.close();
});
