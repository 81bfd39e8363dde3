/** `metaorder data check` as its users call it, on recordings with planted faults. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const head = `# symbol: TEST
# date: 2026-01-05
# timeZone: America/New_York
# tickSize: 0.01
# lotSize: 1
# roundLotLots: 100
# granularity: orders
time,kind,side,order,price,quantity
`;

/** Rows of clock, kind, side, order, price and quantity as our own CSV. */
function write(...rows: readonly string[]): string {
  const path = join(createTemporaryFolder(), "day.csv");
  writeFileSync(path, `${head}${rows.map((row) => `2026-01-05T${row}\n`).join("")}`);
  return path;
}

const sound = [
  "09:30:00.000000000,add,bid,1,10.00,100",
  "09:30:00.000000000,add,ask,2,10.02,200",
  "15:59:59.000000000,reduce,ask,2,10.02,50",
];

interface CheckDocument {
  readonly readable: boolean;
  readonly trouble?: string;
  readonly rows: number;
  readonly findings: readonly {
    readonly rule: string;
    readonly count: number;
    readonly meaning: string;
    readonly first: { readonly venueTimeNs?: number; readonly line?: number };
  }[];
  readonly book: { readonly crossed: { readonly count: number; readonly heldNs: number } };
}

function check(path: string): CheckDocument {
  const { code, stdout, stderr } = runCli("data", "check", path, "--json");
  equal(code, 0, stderr);
  return JSON.parse(stdout);
}

describe("metaorder data check", () => {
  test("finds nothing in a sound day, also when asked to be strict", () => {
    const { code, stdout } = runCli("data", "check", write(...sound), "--strict");
    equal(code, 0);
    match(stdout, /^TEST 2026-01-05, csv, orders: 3 rows, 3 events/);
    match(stdout, /Nothing found\./);
  });

  test("names what only the book shows, with time and share", () => {
    const path = write(
      "08:00:00.000000000,add,bid,9,9.00,100",
      sound[0]!,
      sound[1]!,
      "10:00:00.000000000,add,bid,3,10.03,100",
      "10:00:36.000000000,remove,bid,3,10.03,100",
      "11:00:00.000000000,add,ask,4,10.00,100",
      "11:00:01.000000000,remove,ask,4,10.00,100",
      sound[2]!,
    );
    const { findings, book } = check(path);
    deepEqual(
      findings.map(({ rule, count }) => [rule, count]),
      [
        ["crossed-book", 1],
        ["locked-book", 1],
        ["outside-session", 1],
      ],
    );
    equal(findings[0]?.first.venueTimeNs, 10 * 3600e9);
    equal(book.crossed.heldNs, 36e9);
    ok(findings.every(({ meaning }) => meaning.length > 10));
    equal(runCli("data", "check", path, "--strict").code, 1);
    const { code, stdout } = runCli("data", "check", path);
    equal(code, 0);
    match(stdout, /crossed 0\.15 % \(1 times, at longest 36s\)/);
    match(stdout, /crossed-book +10:00:00\.000 +1/);
  });

  test("tells halts and half days", () => {
    const path = write(
      sound[0]!,
      sound[1]!,
      "10:00:00.000000000,status,bid,,,halted",
      "10:05:00.000000000,status,bid,,,trading",
      "12:59:59.000000000,reduce,ask,2,10.02,50",
    );
    const { findings } = check(path);
    deepEqual(
      findings.map(({ rule }) => rule),
      ["halt", "half-day"],
    );
    match(runCli("data", "check", path).stdout, /no trading 10:00:00 to 10:05:00/);
  });

  test("says how far it came where a recording breaks, and exits with 1", () => {
    const path = write(...sound, "16:00:00.000000000,add,bid,5,ten,100");
    const asText = runCli("data", "check", path);
    equal(asText.code, 1);
    match(asText.stdout, /It could not be read to its end\./);
    match(asText.stderr, /day\.csv:12/);
    const asJson = runCli("data", "check", path, "--json");
    equal(asJson.code, 1);
    const document = JSON.parse(asJson.stdout) as CheckDocument;
    equal(document.readable, false);
    match(document.trouble ?? "", /day\.csv:12/);
  });

  test("refuses what is not there, empty, a folder of nothing, and flags that are none", () => {
    const folder = createTemporaryFolder();
    const empty = join(folder, "empty.csv");
    writeFileSync(empty, "");
    for (const path of [join(folder, "nothing"), empty, folder]) {
      const { code, stdout, stderr } = runCli("data", "check", path);
      equal(code, 1);
      equal(stdout, "");
      match(stderr, /^metaorder: /);
    }
    for (const flags of [
      ["--format", "foo"],
      ["--tick-size", "-1"],
      ["--tick-size", "x"],
    ]) {
      equal(runCli("data", "check", empty, ...flags).code, 2);
    }
  });

  const lobster = join(sharedFolder, "lobster");
  const skip = !existsSync(lobster) && "the shared market data is not there";
  test("names the byte where a packed file was cut", { skip }, () => {
    const folder = createTemporaryFolder();
    for (const role of ["message", "orderbook"]) {
      const name = `AAPL_2012-06-21_HEAD_${role}_10.csv.gz`;
      const bytes = readFileSync(join(lobster, name));
      writeFileSync(join(folder, name), role === "message" ? bytes.subarray(0, 5000) : bytes);
    }
    const { code, stderr } = runCli("data", "check", folder);
    equal(code, 1);
    match(stderr, /message_10\.csv\.gz at byte 5000/);
  });
});
