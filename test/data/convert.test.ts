/** `metaorder data convert`: the same market in another file. */
import { deepEqual, equal, match } from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { timeNs } from "../../src/core/units.ts";
import { writeLobster } from "../../src/data/index.ts";
import { openRecording } from "../../src/data/open-recording.ts";
import {
  type MarketEvent,
  type MarketEventSource,
  readEvent,
} from "../../src/market/event-block.ts";
import { cutToLevels } from "../../src/simulation/cut-to-levels.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";

let source = "";

/** A generated quarter of an hour as a LOBSTER pair. */
before(async () => {
  source = createTemporaryFolder();
  const day = createSyntheticDay({ endNs: timeNs(9.75 * 3600e9) }, 5);
  await writeLobster(day, { directory: source, date: "2026-01-05", levels: 5, storage: "gzip" });
});

async function eventsOf(recording: MarketEventSource): Promise<MarketEvent[]> {
  const events: MarketEvent[] = [];
  for await (const block of recording.blocks()) {
    for (let row = 0; row < block.length; row++) events.push(readEvent(block, row));
  }
  return events;
}

function convert(...args: readonly string[]): {
  code: number | null;
  stdout: string;
  stderr: string;
} {
  return runCli("data", "convert", ...args);
}

describe("metaorder data convert", () => {
  for (const ending of ["csv", "csv.gz", "itch", "itch.gz"]) {
    test(`writes the same events as .${ending}`, async () => {
      const target = join(createTemporaryFolder(), "deep", `2026-01-05.SYN.${ending}`);
      const { code, stdout, stderr } = convert(source, "--to", target, "--json");
      equal(code, 0, stderr);
      const written = await openRecording(target);
      const expected = await eventsOf(await openRecording(source));
      const found = await eventsOf(written);
      deepEqual(found, expected);
      const { from, to } = JSON.parse(stdout);
      equal(to.events, expected.length);
      equal(from.format, "lobster");
      equal(written.format, ending.split(".")[0]);
      deepEqual(readdirSync(join(target, "..")), [`2026-01-05.SYN.${ending}`]);
    });
  }

  test("writes price levels and trades when asked to cut", async () => {
    const target = join(createTemporaryFolder(), "levels.csv");
    const { code, stderr } = convert(source, "--to", target, "--cut-to-levels");
    equal(code, 0, stderr);
    const written = await openRecording(target);
    equal(written.granularity, "levels");
    const expected = await eventsOf(cutToLevels(await openRecording(source)));
    const found = await eventsOf(written);
    equal(found.length, expected.length);
    const kinds = new Set(found.map(({ kind }) => kind));
    deepEqual(kinds, new Set(expected.map(({ kind }) => kind)));
  });

  test("refuses what cannot be, says why, and leaves nothing", () => {
    const folder = createTemporaryFolder();
    const levels = join(folder, "levels.csv");
    equal(convert(source, "--to", levels, "--cut-to-levels").code, 0);
    const itch = join(folder, "2026-01-05.SYN.itch");
    for (const [args, reason] of [
      [[levels, "--to", itch], /an ITCH file holds orders, and this recording tells levels only/],
      [[levels, "--to", join(folder, "x.csv"), "--cut-to-levels"], /tells levels, not orders/],
      [[source, "--to", itch, "--cut-to-levels"], /an ITCH file holds orders, not levels/],
      [[source, "--to", join(folder, "x.parquet")], /expected a name ending in \.csv/],
      [[levels, "--to", levels], /is the recording itself/],
      [[source], /required option '--to <file>'/],
    ] as const) {
      const { code, stderr } = convert(...args);
      equal(code, 2, args.join(" "));
      match(stderr, reason);
    }
    deepEqual(readdirSync(folder), ["levels.csv"]);
  });

  test("leaves what was there when the recording breaks", () => {
    const folder = mkdtempSync(join(tmpdir(), "metaorder-"));
    const broken = join(folder, "broken.csv");
    const target = join(folder, "target.csv");
    const sound = join(folder, "sound.csv");
    equal(convert(source, "--to", sound).code, 0);
    writeFileSync(broken, readFileSync(sound).subarray(0, -40));
    writeFileSync(target, "what was there");
    const { code, stderr } = convert(broken, "--to", target);
    equal(code, 1);
    match(stderr, /broken\.csv:\d+/);
    equal(readFileSync(target, "utf8"), "what was there");
    equal(readdirSync(folder).length, 3);
  });

  test("says where it cannot write", () => {
    const file = join(createTemporaryFolder(), "file");
    writeFileSync(file, "");
    const { code, stderr } = convert(source, "--to", join(file, "x.csv"));
    equal(code, 1);
    match(stderr, /cannot write .*x\.csv/);
    equal(existsSync(join(file, "x.csv")), false);
  });
});
