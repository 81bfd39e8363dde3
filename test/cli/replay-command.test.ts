/** `metaorder replay` as its users call it, with good input and with every kind of bad input. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { timeNs } from "../../src/core/units.ts";
import { type LobsterWritten, writeLobster } from "../../src/data/index.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { hourNs } from "../support/replay-request.ts";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";

const hour = { side: "sell", quantity: "2000", start: "09:50", end: "10:10" };
let folder = "";
let written: LobsterWritten;

/** The generated day that every case here starts from, as a LOBSTER pair. */
before(async () => {
  folder = createTemporaryFolder();
  const day = createSyntheticDay({ endNs: timeNs(10.25 * hourNs) }, 5);
  const options = { directory: folder, date: "2026-01-05", levels: 5, storage: "gzip" } as const;
  written = await writeLobster(day, options);
});

function orderArgs(changes: Partial<typeof hour> & Record<string, string> = {}): string[] {
  return Object.entries({ ...hour, ...changes }).flatMap(([name, value]) => [`--${name}`, value]);
}

/** A copy of the pair in its own folder, with one file changed. */
function corrupted(
  which: "message" | "orderbook",
  change: (text: string) => string | Buffer,
): string {
  const target = createTemporaryFolder();
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    if (!name.includes(which)) {
      writeFileSync(join(target, name), bytes);
      continue;
    }
    const changed = change(gunzipSync(bytes).toString("latin1"));
    const stored = typeof changed === "string" ? gzipSync(changed) : changed;
    writeFileSync(join(target, name), stored);
  }
  return target;
}

/** Changes one field (from 0) of one line (from 1). */
function withField(text: string, line: number, field: number, value: string): string {
  const lines = text.split("\n");
  const fields = lines[line - 1]!.split(",");
  fields[field] = value;
  lines[line - 1] = fields.join(",");
  return lines.join("\n");
}

describe("metaorder replay", () => {
  test("prints the JSON document of the contract, twice the same", () => {
    const args = ["replay", "--data", folder, ...orderArgs(), "--policies", "twap,vwap", "--json"];
    const first = runCli(...args);
    equal(first.code, 0, first.stderr);
    const document = JSON.parse(first.stdout);
    equal(document.source.path, written.messagePath);
    const stored = readFileSync(written.messagePath);
    equal(document.source.sha256, createHash("sha256").update(stored).digest("hex"));
    ok(document.source.events > 1000);
    equal(document.parent.quantity, 2000);
    for (const policy of document.policies) {
      deepEqual(
        [
          ...["policy", "filledQuantity", "completion", "averagePrice", "arrivalMid"],
          ...["shortfallBps", "parts", "impactSource", "form", "vwapSlippageBps"],
          ...["participation", "passiveShare", "quality", "divergence", "hash"],
        ].filter((key) => policy[key] === undefined),
        [],
      );
      equal(policy.filledQuantity, 2000);
      const parts = Object.values(policy.parts as Record<string, number>);
      const sum = parts.reduce((total, part) => total + part, 0);
      ok(Math.abs(sum - policy.shortfallBps) < 1e-9);
      const { horizons, markoutsBps, mix } = policy.quality;
      deepEqual([horizons[0], horizons.at(-1)], ["at fill", "1h"]);
      equal(markoutsBps.all[0].lots, policy.filledQuantity);
      equal(markoutsBps.all.length, horizons.length);
      // The recording ends a quarter of an hour after ten: nothing is known an hour on.
      equal(markoutsBps.all.at(-1), null);
      ok(Math.abs(mix.added - policy.passiveShare) < 1e-12);
    }
    equal(runCli(...args).stdout, first.stdout);
  });
  test("prints a table on standard output and notes on standard error", () => {
    const result = runCli("replay", "--data", folder, ...orderArgs(), "--latency", "1ms");
    equal(result.code, 0, result.stderr);
    for (const policy of ["twap", "vwap", "pov", "almgren-chriss"]) {
      match(result.stdout, new RegExp(`^ ${policy} `, "m"));
    }
    match(result.stdout, /positive is a cost/);
    match(result.stdout, /^ markout +fills +lots +at fill +100ms +1s .* 1h *$/m);
    match(result.stdout, /^ twap +rested +[\d,]+ +-?\d+\.\d\d /m);
    match(result.stderr, /^read [\d,]+ rows/m);
  });
  test("writes a report whole, and names it", () => {
    const report = join(createTemporaryFolder(), "deep", "order.html");
    const result = runCli("replay", "--data", folder, ...orderArgs(), "--report", report);
    equal(result.code, 0, result.stderr);
    match(result.stderr, /report: .*order\.html/);
    match(readFileSync(report, "utf8"), /What came after the fills.*<\/html>\s*$/s);
    deepEqual(readdirSync(join(report, "..")), ["order.html"]);
  });
  test("verifies the rebuilt book row by row", () => {
    const result = runCli("replay", "--verify", "--data", folder, "--json");
    equal(result.code, 0, result.stderr);
    const { rows, mismatches } = JSON.parse(result.stdout);
    deepEqual({ rows, mismatches }, { rows: written.rows, mismatches: 0 });
  });
  test("--verify finds a planted difference and exits with 1", () => {
    const bad = corrupted("orderbook", (text) => withField(text, 500, 1, "77777"));
    const result = runCli("replay", "--verify", "--data", bad, "--json");
    equal(result.code, 1);
    ok(JSON.parse(result.stdout).mismatches >= 1);
  });
});

describe("metaorder replay with bad data names the place, and writes nothing", () => {
  type Case = readonly [name: string, data: () => string, expected: RegExp];
  const message = (change: (text: string) => string | Buffer) => () => corrupted("message", change);
  const cases: readonly Case[] = [
    [
      "a truncated gzip",
      message((text) => gzipSync(text).subarray(0, 5000)),
      /message_5\.csv\.gz at byte \d+: .*expected/,
    ],
    [
      "a wrong column count",
      message((text) => withField(text, 40, 5, "1,9")),
      /:40: found .*expected/,
    ],
    [
      "time that goes backwards",
      message((text) => withField(text, 90, 0, "34000.5")),
      /:90: .*expected/,
    ],
    [
      "a negative size",
      message((text) => withField(text, 70, 3, "-5")),
      /:70: found .*-5.*expected/,
    ],
    [
      "a displayed price off the tick grid",
      message((text) => {
        const line = text.split("\n").findIndex((row) => row.split(",")[1] === "1") + 1;
        return withField(text, line, 4, "1000150");
      }),
      /:\d+: found .*1000150.*expected/,
    ],
    ["an empty file", message(() => ""), /message_5\.csv\.gz.*: found .*expected/],
    [
      "an orderbook file of another day",
      () => corrupted("orderbook", (text) => text.split("\n").slice(300).join("\n")),
      /orderbook_5\.csv\.gz:\d+: found .*expected/,
    ],
    ["a path that is not there", () => join(folder, "nothing"), /nothing/],
  ];
  for (const [name, data, expected] of cases) {
    test(name, () => {
      const report = join(createTemporaryFolder(), "report.html");
      const args = ["--data", data(), ...orderArgs(), "--json", "--report", report];
      const { code, stdout, stderr } = runCli("replay", ...args);
      equal(code, 1, stderr);
      match(stderr, expected);
      equal(stdout, "");
      deepEqual(readdirSync(join(report, "..")), []);
    });
  }
  test("an order that the recording does not cover", () => {
    const late = orderArgs({ start: "11:00", end: "12:00" });
    const after = runCli("replay", "--data", folder, ...late);
    equal(after.code, 1);
    match(
      after.stderr,
      /recording ends at 10:1\d:\d\d, expected one that covers .* until 12:00:00/,
    );
    const early = orderArgs({ start: "08:00", end: "09:00" });
    const before = runCli("replay", "--data", folder, ...early);
    equal(before.code, 1);
    match(
      before.stderr,
      /first market after 08:00:00, its next event at 09:30:00\.\d+; expected one/,
    );
    const decision = orderArgs({ "decision-time": "08:00" });
    equal(runCli("replay", "--data", folder, ...decision).code, 1);
  });
  test("a report that cannot be written", () => {
    const place = join(folder, "no-folder-but-a-file");
    writeFileSync(place, "");
    const args = ["--data", folder, ...orderArgs(), "--report", join(place, "r.html")];
    const { code, stdout, stderr } = runCli("replay", ...args);
    equal(code, 1);
    match(stderr, /cannot write/);
    match(stdout, /^ twap /m);
  });
});

describe("metaorder replay called the wrong way exits with 2 and says what was expected", () => {
  const cases: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ["quantity 0", { quantity: "0" }, /quantity of at least 1 lot, was 0/],
    [
      "a fraction of a share",
      { quantity: "1.5" },
      /--quantity: found 1\.5, expected a whole number/,
    ],
    [
      "an end before the start",
      { end: "09:40" },
      /--end: found 09:40, expected a time after --start/,
    ],
    ["no side", { side: "up" }, /--side: found up, expected buy or sell/],
    ["an unknown policy", { policies: "magic" }, /found the policy "magic", expected one of twap/],
    ["an unknown option of a policy", { policies: "twap:speed=9" }, /option "speed" of twap/],
    ["a latency without unit", { latency: "5" }, /--latency: found/],
    ["a limit off the grid", { limit: "100.005" }, /--limit: found 100\.005, expected a multiple/],
    ["a cap above one", { cap: "1.5" }, /--cap: found 1\.5, expected a number above 0 and below 1/],
    ["a negative seed", { seed: "-1" }, /--seed: found -1, expected a whole number from 0/],
    [
      "a limit beyond every price",
      { limit: "99999999" },
      /--limit: found .* expected a price below/,
    ],
    ["a tick LOBSTER cannot hold", { "tick-size": "0.00015" }, /--tick-size: found 0\.00015/],
    [
      "a minimum child above the order",
      { "min-child": "3000" },
      /minimum child within .* 2000, was 3000/,
    ],
    ["a clock that is none", { start: "25:99" }, /--start: found 25:99, expected a time of day/],
    ["a form nobody knows", { form: "mine" }, /--form: found mine, expected perold or kissell/],
  ];
  for (const [name, changes, expected] of cases) {
    test(name, () => {
      const { code, stdout, stderr } = runCli("replay", "--data", folder, ...orderArgs(changes));
      equal(code, 2, stderr);
      match(stderr, expected);
      equal(stdout, "");
    });
  }
  test("an option that does not exist", () => {
    equal(runCli("replay", "--data", folder, "--wat").code, 2);
  });
  test("no data", () => equal(runCli("replay", ...orderArgs()).code, 2));
  test("help is no error and shows an example", () => {
    const { code, stdout } = runCli("replay", "--help");
    equal(code, 0);
    match(stdout, /Examples:/);
  });
});

describe("metaorder bench", () => {
  test("bench matching checks its hash and refuses a folder without workloads", () => {
    const { code, stderr } = runCli("bench", "matching", "--workloads", createTemporaryFolder());
    equal(code, 1);
    match(stderr, /expected workload files/);
    equal(runCli("bench", "matching", "--passes", "0").code, 2);
    equal(runCli("bench", "simulation", "--episodes", "1").code, 2);
  });
});
