/** An import is there as a whole or not at all, whatever ends it. */
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { draw } from "../../src/core/random/random-stream.ts";
import { importRecording } from "../../src/data/catalogue/import-recording.ts";
import { openCatalogue, openCataloguePart } from "../../src/data/catalogue/open-catalogue.ts";
import { findDamage } from "../../src/data/catalogue/part-check.ts";
import { createMadeRecording, createTestFolder, summarize } from "./catalogue-fixture.ts";

const key = { source: "made", instrument: "MADE", date: "2024-02-29" };

/** Every file below a folder, with what is in it. */
function readTree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(path, "latin1")]));
}

describe("an import", () => {
  test("of what is there already changes nothing", async () => {
    const [folder, catalogue] = [createTestFolder(), createTestFolder()];
    const recording = createMadeRecording({ folder, events: 3000 });
    equal((await importRecording(recording, catalogue)).kind, "imported");
    const before = readTree(catalogue);
    equal((await importRecording(recording, catalogue)).kind, "alreadyThere");
    deepEqual(readTree(catalogue), before);
  });

  test("into another's place is refused, unless it shall replace it", async () => {
    const [folder, catalogue] = [createTestFolder(), createTestFolder()];
    const first = createMadeRecording({ folder, events: 5000 });
    await importRecording(first, catalogue, { rowsPerPart: 1000 });
    const before = readTree(catalogue);
    const second = createMadeRecording({ folder, events: 2500, salt: 1 });
    await rejects(importRecording(second, catalogue), { code: "PARTITION_TAKEN" });
    // The same file read with another tick is another recording.
    const instrument = { ...first.instrument, tickSize: 0.01 };
    await rejects(importRecording({ ...first, instrument }, catalogue), /made-MADE-0-5000.txt/);
    deepEqual(readTree(catalogue), before);
    await importRecording(second, catalogue, { replace: true, rowsPerPart: 1000 });
    const stored = await openCataloguePart(catalogue, key);
    equal(await summarize(stored), await summarize(second));
    equal(stored.manifest.generation, 2);
    // Three parts and the manifest; the five parts before are gone.
    equal(Object.keys(readTree(catalogue)).length, 4);
  });

  for (const isFirst of [true, false]) {
    const place = isFirst ? "an empty catalogue" : "the place of another";
    test(`whose reader fails in the middle leaves ${place} as it was`, async () => {
      const [folder, catalogue] = [createTestFolder(), createTestFolder()];
      if (!isFirst) await importRecording(createMadeRecording({ folder, events: 9 }), catalogue);
      const before = readTree(catalogue);
      const folders = readdirSync(catalogue);
      const broken = createMadeRecording({
        ...{ folder, events: 9000, salt: 1 },
        beforeBlock: (events) => {
          if (events === 7000) throw new Error("the file ends here");
        },
      });
      const options = { replace: true, rowsPerPart: 2000 };
      await rejects(importRecording(broken, catalogue, options), /the file ends here/);
      deepEqual(readTree(catalogue), before);
      deepEqual(readdirSync(catalogue), folders);
    });
  }

  test("of a source that changes meanwhile is refused", async () => {
    const [folder, catalogue] = [createTestFolder(), createTestFolder()];
    const recording = createMadeRecording({
      ...{ folder, events: 4000 },
      beforeBlock: (events) => {
        if (events === 3000) appendFileSync(recording.paths[0]!, "more\n");
      },
    });
    await rejects(importRecording(recording, catalogue), { code: "SOURCE_CHANGED" });
    deepEqual(readTree(catalogue), {});
  });

  test("that cannot write says where", async () => {
    const [folder, catalogue] = [createTestFolder(), createTestFolder()];
    const recording = createMadeRecording({
      ...{ folder, events: 4000 },
      beforeBlock: (events) => {
        if (events === 1000) rmSync(join(catalogue, "source=made"), { recursive: true });
      },
    });
    await rejects(importRecording(recording, catalogue, { rowsPerPart: 2000 }), {
      code: "CANNOT_WRITE",
      message: /^cannot write into .*date=2024-02-29: /,
    });
    deepEqual(readTree(catalogue), {});
  });

  test("of half a lot is our own mistake", async () => {
    const [folder, catalogue] = [createTestFolder(), createTestFolder()];
    const recording = createMadeRecording({ folder, events: 10 });
    const halved = {
      ...recording,
      async *blocks() {
        for await (const block of recording.blocks()) {
          block.quantityLots[3] = 0.5;
          yield block;
        }
      },
    };
    await rejects(importRecording(halved, catalogue), /quantityLots are whole numbers, was 0.5/);
    deepEqual(readTree(catalogue), {});
  });

  test("clears away what one that was cut off had left", async () => {
    const [folder, catalogue] = [createTestFolder(), createTestFolder()];
    const recording = createMadeRecording({ folder, events: 3000 });
    const place = join(catalogue, "source=made", "instrument=MADE", "date=2024-02-29");
    mkdirSync(place, { recursive: true });
    // A part under its last name, one unfinished, a manifest unfinished, and a dead process's lock.
    for (const name of [
      "part-1-00000.parquet",
      "part-1-00001.parquet.tmp",
      "manifest.json.tmp",
      "notes.txt",
    ]) {
      writeFileSync(join(place, name), "half");
    }
    const dead = { pid: 2 ** 22 + 1, host: hostname(), began: "1" };
    writeFileSync(join(place, "import.lock"), JSON.stringify(dead));
    deepEqual(await openCatalogue(catalogue), []);
    await importRecording(recording, catalogue);
    deepEqual(readdirSync(place).sort(), ["manifest.json", "notes.txt", "part-1-00000.parquet"]);
    equal(await summarize(await openCataloguePart(catalogue, key)), await summarize(recording));
  });

  test("into the place of a running one is refused", async () => {
    const [folder, catalogue] = [createTestFolder(), createTestFolder()];
    let second: Promise<unknown> = Promise.resolve();
    const first = createMadeRecording({
      ...{ folder, events: 3000 },
      beforeBlock: (events) => {
        if (events === 2000) {
          second = importRecording(createMadeRecording({ folder, events: 7 }), catalogue);
          second.catch(() => undefined);
        }
      },
    });
    await importRecording(first, catalogue);
    await rejects(second, new RegExp(`import.lock: process ${process.pid} on ${hostname()} is`));
    equal(await summarize(await openCataloguePart(catalogue, key)), await summarize(first));
    deepEqual(Object.keys(readTree(catalogue)).length, 2);
  });
});

describe("a damaged part", () => {
  for (const [name, damage] of [
    ["cut off", (path: string) => truncateSync(path, 1000)],
    ["with one bit changed", flipBit],
    ["that is gone", (path: string) => rmSync(path)],
  ] as const) {
    test(`${name} is named, and healed by another import`, async () => {
      const [folder, catalogue] = [createTestFolder(), createTestFolder()];
      const recording = createMadeRecording({ folder, events: 9000 });
      const result = await importRecording(recording, catalogue, { rowsPerPart: 3000 });
      const path = join(result.folder, "part-1-00001.parquet");
      damage(path);
      const stored = await openCataloguePart(catalogue, key);
      let rows = 0;
      const replay = async (): Promise<void> => {
        for await (const block of stored.blocks()) rows += block.length;
      };
      await rejects(replay(), ({ code, message }: Error & { code: string }) => {
        return code === "DAMAGED_PART" && message.startsWith(`${path}: `);
      });
      // The sound part before it was given, up to what waits for the rest of its record.
      ok(rows <= 3000);
      deepEqual(
        (await findDamage(result.folder, result.manifest)).map(({ code }) => code),
        ["DAMAGED_PART"],
      );
      equal((await importRecording(recording, catalogue)).kind, "imported");
      const healed = await openCataloguePart(catalogue, key);
      equal(await summarize(healed), await summarize(recording));
    });
  }

  test("whose digest was forged is named by what DuckDB says", async () => {
    const [folder, catalogue] = [createTestFolder(), createTestFolder()];
    const recording = createMadeRecording({ folder, events: 900 });
    const result = await importRecording(recording, catalogue);
    const path = join(result.folder, "part-1-00000.parquet");
    writeFileSync(path, "not Parquet");
    const manifestPath = join(result.folder, "manifest.json");
    const { parts, ...manifest } = JSON.parse(readFileSync(manifestPath, "utf8"));
    const sha256 = createHash("sha256").update("not Parquet").digest("hex");
    parts[0] = { ...parts[0], bytes: 11, sha256 };
    writeFileSync(manifestPath, JSON.stringify({ ...manifest, parts }));
    await rejects(summarize(await openCataloguePart(catalogue, key)), /part-1-00000.parquet: /);
  });
});

function flipBit(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 4;
  writeFileSync(path, bytes);
}

/** Where an import of ten parts is killed, and what may be found afterwards. */
const deaths: readonly {
  readonly when: string;
  readonly afterEvents?: number;
  /** The eleventh change of a name is the manifest's; the twelfth removes the part before it. */
  readonly beforeNameChange?: number;
  readonly afterMs?: number;
  readonly found: "before" | "complete" | "either";
}[] = [
  ...[1000, 13_000, 27_000, 40_000].map((afterEvents) => ({
    when: `after ${afterEvents} events`,
    ...{ afterEvents, found: "before" as const },
  })),
  ...[1, 2, 10, 11].map((beforeNameChange) => ({
    when: `before it changes name ${beforeNameChange}`,
    ...{ beforeNameChange, found: "before" as const },
  })),
  { when: "before it changes name 12", beforeNameChange: 12, found: "complete" },
  ...[0, 1, 2].map((index) => ({
    when: `at a moment drawn with seed 6, ${index}`,
    ...{ afterMs: 250 * draw(6, 0, index), found: "either" as const },
  })),
];

describe("a process that is killed while it imports", () => {
  for (const death of deaths) {
    const { when, found: expected } = death;
    test(`${when} leaves the catalogue ${expected === "complete" ? "complete" : "as it was"}${
      expected === "either" ? " or complete" : ""
    }`, async () => {
      const [folder, catalogue] = [createTestFolder(), createTestFolder()];
      const first = createMadeRecording({ folder, events: 30 });
      await importRecording(first, catalogue);
      const second = createMadeRecording({ folder, events: 40_000, salt: 1 });
      await killImport(folder, catalogue, death);
      const found = await summarize(await openCataloguePart(catalogue, key));
      const [before, complete] = [await summarize(first), await summarize(second)];
      const allowed = { before: [before], complete: [complete], either: [before, complete] };
      ok(allowed[expected].includes(found), found);
      // The lock of the dead process stands in nobody's way, and nothing of it remains.
      await importRecording(second, catalogue, { replace: true, rowsPerPart: 4000 });
      const stored = await openCataloguePart(catalogue, key);
      equal(await summarize(stored), complete);
      equal(Object.keys(readTree(catalogue)).length, 11);
    });
  }
});

/** Imports 40,000 events in another process, which is killed. */
async function killImport(
  folder: string,
  catalogue: string,
  { afterEvents, beforeNameChange, afterMs }: (typeof deaths)[number],
): Promise<void> {
  const module = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const code = `
    import fs from "node:fs/promises";
    import { writeSync } from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const die = () => process.kill(process.pid, "SIGKILL");
    let changes = 0;
    for (const name of ["rename", "rm"]) {
      const original = fs[name];
      fs[name] = async (...args) => {
        if (++changes === ${beforeNameChange ?? 0}) die();
        return original(...args);
      };
    }
    syncBuiltinESMExports();
    const { importRecording } = await import(${module("../../src/data/catalogue/import-recording.ts")});
    const { createMadeRecording } = await import(${module("./catalogue-fixture.ts")});
    const recording = createMadeRecording(${JSON.stringify({ folder, events: 40_000, salt: 1 })});
    await importRecording(recording, ${JSON.stringify(catalogue)}, {
      replace: true,
      rowsPerPart: 4000,
      onProgress: (events) => {
        if (events === 1000) writeSync(1, "begun");
        if (events === ${afterEvents ?? 0}) die();
      },
    });
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  if (afterMs !== undefined) {
    await once(child.stdout, "data");
    await setTimeout(afterMs);
    child.kill("SIGKILL");
  }
  const [, signal] = await exited;
  equal(signal, "SIGKILL");
}
