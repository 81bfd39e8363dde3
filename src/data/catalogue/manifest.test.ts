import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { UsageError } from "../../core/trouble.ts";
import { listPartitionFolders, partitionFolder } from "./layout.ts";
import { parseManifest, readManifest, writeManifest } from "./manifest.ts";

const digest = { bytes: 10, sha256: "ab" };
const content = {
  source: "s/1",
  date: "2024-02-29",
  instrument: { symbol: "A B", tickSize: 0.01, lotSize: 1, roundLotLots: 100 },
  format: "itch",
  timeZone: "America/New_York",
  granularity: "orders" as const,
  generation: 1,
  files: [{ path: "a.gz", ...digest }],
  sourceRows: 3,
  events: 2,
  firstTimeNs: null,
  lastTimeNs: 5,
  findings: [
    { rule: "gap" as const, count: 2, first: { path: "a.gz", line: 1 } },
    { rule: "halt" as const, count: 1, first: { path: "a.gz", byte: 4, venueTimeNs: 7 } },
  ],
  parts: [{ name: "part-1-00000.parquet", rows: 2, ...digest }],
};

test("a manifest is read as it was written, from its own folder only", async (t) => {
  const catalogue = mkdtempSync(join(tmpdir(), "manifest-"));
  t.after(() => rmSync(catalogue, { recursive: true, force: true }));
  const key = { source: "s/1", instrument: "A B", date: "2024-02-29" };
  const folder = partitionFolder(catalogue, key);
  equal(folder, join(catalogue, "source=s%2F1", "instrument=A%20B", "date=2024-02-29"));
  mkdirSync(folder, { recursive: true });
  equal(await readManifest(catalogue, folder), undefined);
  const manifest = await writeManifest(folder, content);
  deepEqual(manifest, { version: 1, ...content });
  deepEqual(await readManifest(catalogue, folder), manifest);
  deepEqual(await listPartitionFolders(catalogue), [folder]);
  const moved = partitionFolder(catalogue, { ...key, date: "2024-03-01" });
  renameSync(folder, moved);
  await rejects(readManifest(catalogue, moved), /found what belongs elsewhere, expected it in/);
});

test("a damaged manifest is refused by the name of the field", () => {
  const refuse = (changes: object, message: RegExp): void => {
    const text = JSON.stringify({ version: 1, ...content, ...changes });
    throws(() => parseManifest(text, "m.json"), message);
  };
  throws(() => parseManifest("{", "m.json"), /^InputError: m.json: found .*expected the manifest/);
  throws(() => parseManifest("[]", "m.json"), /found version: nothing, expected a number/);
  throws(() => parseManifest("null", "m.json"), /found the manifest: null, expected an object/);
  refuse({ version: 2 }, /found version: 2, expected version 1/);
  refuse({ date: 5 }, /found date: 5, expected a text/);
  refuse({ events: "5" }, /found events: "5", expected a number/);
  refuse({ granularity: "all" }, /found granularity: "all", expected orders or levels or/);
  refuse({ parts: {} }, /found parts: {}, expected a list/);
  refuse({ parts: [{ ...digest, name: "../x" }] }, /found name: "..\/x", expected a part's name/);
  refuse(
    { parts: [{ ...digest, name: "part-1-0.parquet" }] },
    /found rows: nothing, expected a number/,
  );
  refuse({ instrument: 1 }, /found instrument: 1, expected an object/);
  const finding = { rule: "none", count: 1, first: { path: "a" } };
  refuse({ findings: [finding] }, /found rule: "none"/);
});

test("a name that cannot be a folder is refused", () => {
  const key = { source: "s", instrument: "A", date: "2024-02-29" };
  for (const change of [{ source: "" }, { instrument: "a\nb" }, { date: "today" }]) {
    throws(() => partitionFolder("c", { ...key, ...change }), UsageError);
  }
});
