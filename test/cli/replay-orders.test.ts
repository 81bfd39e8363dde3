/** `metaorder replay --orders` and recordings of other formats, as their users call them. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { timeNs } from "../../src/core/units.ts";
import { writeCsv } from "../../src/data/csv/write-csv.ts";
import { writeLobster } from "../../src/data/index.ts";
import { cutToLevels } from "../../src/simulation/cut-to-levels.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { hourNs } from "../support/replay-request.ts";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";

let folder = "";
let list = "";

const header = "id,data,side,quantity,start,end,policies\n";
const rows = [
  "monday,SYNTH_2026-01-05_34200000_57600000_message_5.csv,sell,1000,09:40,09:50,",
  'tuesday,SYNTH_2026-01-06_34200000_57600000_message_5.csv,buy,500,09:40,09:50,"twap,pov:rate=0.2"',
  "levels,levels.csv,buy,500,09:40,09:50,",
  "late,levels.csv,buy,100,11:00,12:00,",
];

/** Two generated days as LOBSTER pairs, the second also cut to price levels in our own CSV. */
before(async () => {
  folder = createTemporaryFolder();
  const period = { endNs: timeNs(9.9 * hourNs) };
  for (const [at, date] of ["2026-01-05", "2026-01-06"].entries()) {
    const written = { directory: folder, date, levels: 5, storage: "plain" } as const;
    await writeLobster(createSyntheticDay(period, at + 1), written);
  }
  const levels = cutToLevels(createSyntheticDay(period, 2));
  const said = { date: "2026-01-06", timeZone: "America/New_York", granularity: "levels" } as const;
  await writeCsv(levels, join(folder, "levels.csv"), said);
  list = join(folder, "orders.csv");
  writeFileSync(list, `${header}${rows.join("\n")}\n`);
});

const policies = ["--policies", "twap,pov"];

describe("metaorder replay --orders", () => {
  test("gives the same for any number of workers, and goes on after an order that fails", () => {
    const report = join(createTemporaryFolder(), "report.html");
    const one = runCli("replay", "--orders", list, ...policies, "--workers", "1", "--json");
    const args = ["--workers", "3", "--json", "--report", report];
    const three = runCli("replay", "--orders", list, ...policies, ...args);
    deepEqual([one.code, three.code], [1, 1], one.stderr);
    equal(three.stdout, one.stdout);
    const { orders, summary, notes } = JSON.parse(one.stdout);
    deepEqual(
      orders.map(({ id, kind }: { id: string; kind: string }) => [id, kind]),
      [
        ["monday", "done"],
        ["tuesday", "done"],
        ["levels", "done"],
        ["late", "failed"],
      ],
    );
    equal(orders[3].code, "RECORDING_ENDS");
    deepEqual([summary.orders, summary.days, summary.baseline], [3, 2, "twap"]);
    deepEqual(
      summary.policies.map((one: { policy: string; orders: number }) => [one.policy, one.orders]),
      [
        ["twap", 3],
        ["pov", 2],
        ["pov:rate=0.2", 1],
      ],
    );
    const costs = orders.slice(0, 3).map((order: { policies: { costBps: number }[] }) => {
      return order.policies[0]!.costBps;
    });
    const mean = costs.reduce((sum: number, cost: number) => sum + cost, 0) / 3;
    ok(Math.abs(summary.policies[0].mean - mean) < 1e-9);
    // Exact on orders, estimated on levels.
    deepEqual(
      orders.slice(1, 3).map((order: { recording: { queues: string } }) => order.recording.queues),
      ["exact", "risk-averse"],
    );
    ok(notes.some((note: string) => /2 days: no intervals/.test(note)));
    const page = readFileSync(report, "utf8");
    match(page, /1 order could not be replayed/);
    match(page, /recording ends at/);
  });

  test("goes on where it was left: a torn line and a changed row are run again, others not", () => {
    const out = createTemporaryFolder();
    const file = join(out, "orders.jsonl");
    const own = join(folder, "resumed.csv");
    const lines = (): string[] => readFileSync(file, "utf8").trimEnd().split("\n");
    const run = (text: string) => {
      writeFileSync(own, `${header}${text}\n`);
      const args = ["--workers", "1", "--out", out, "--policies", "twap", "--json"];
      return runCli("replay", "--orders", own, ...args);
    };
    const two = rows.slice(0, 2).join("\n");
    const first = run(two);
    equal(first.code, 0, first.stderr);
    equal(lines().length, 2);
    // A line that the power went out on.
    const [one = "", other = ""] = lines();
    writeFileSync(file, `${one}\n`);
    appendFileSync(file, other.slice(0, other.length / 2));
    const again = run(two);
    equal(again.stdout, first.stdout);
    deepEqual(lines(), [one, other]);
    const changed = run(two.replace("sell,1000", "sell,900"));
    equal(JSON.parse(changed.stdout).orders[0].quantityLots, 900);
    deepEqual(lines().slice(0, 2), [one, other]);
    equal(lines().length, 3);
    // Another name for an order is no other order.
    run(two.replace("monday", "first"));
    equal(lines().length, 3);
    writeFileSync(file, "not a result\n");
    const broken = run(two);
    equal(broken.code, 1);
    match(broken.stderr, /orders\.jsonl:1: found "not a result", expected the result of an order/);
  });

  test("tells every fault of a list at once, with line and column", () => {
    const bad = join(folder, "bad.csv");
    writeFileSync(
      bad,
      [
        "id,data,side,quantity,start,end,cap,policies",
        "a,nothing.csv,up,1.5,9,10:00,2,twap",
        "b,levels.csv,buy,10,10:00,09:00,,twap",
        "b,levels.csv,buy,,09:40,09:50,,magic",
        "c,levels.csv,buy,10",
        'd,levels.csv,buy,10,09:40,09:50,,"twap',
        "e,levels.csv,buy,10,09:40,09:50,,magic:speed=1",
      ].join("\n"),
    );
    const { code, stdout, stderr } = runCli("replay", "--orders", bad);
    equal(code, 1);
    equal(stdout, "");
    for (const expected of [
      /bad\.csv:2, column 3: found the side "up", expected buy or sell/,
      /:2, column 4: found the quantity "1\.5", expected lots, from 1/,
      /:2, column 5: found the start "9", expected a time of day/,
      /:2, column 7: found the cap "2", expected a share between 0 and 1/,
      /:3, column 6: found 09:00, expected a time after --start 10:00/,
      /:4, column 4: found no quantity, expected one, or --quantity for all orders/,
      /:5: found 4 cells, expected 8, as in the header/,
      /:6: found a quote that is not closed/,
      /:7, column 8: found the policy "magic", expected one of twap/,
    ]) {
      match(stderr, expected);
    }
  });

  for (const [name, text, expected] of [
    ["an empty file", "", /found an empty file, expected a header line/],
    ["no orders", header, /found no orders, expected one a line below the header/],
    [
      "no column for what is needed",
      "data,side\nx,buy\n",
      /:1: found no column quantity, expected one, or --quantity for all orders/,
    ],
    ["a column nobody knows", "data,size\nx,1\n", /:1, column 2: found the column "size"/],
    [
      "recordings that are not there",
      `${header}a,gone.csv,buy,1,10:00,11:00,\n`,
      /:2, column 2: found no gone\.csv, expected a recording/,
    ],
  ] as const) {
    test(`refuses ${name}`, () => {
      const path = join(folder, "refused.csv");
      writeFileSync(path, text);
      const { code, stdout, stderr } = runCli("replay", "--orders", path);
      equal(code, 1, stderr);
      match(stderr, expected);
      equal(stdout, "");
    });
  }

  test("what is wrong for all orders is wrong usage", () => {
    for (const args of [
      ["--latency", "5"],
      ["--queues", "best"],
      ["--workers", "0"],
    ]) {
      equal(runCli("replay", "--orders", list, ...args).code, 2, args.join(" "));
    }
    equal(runCli("replay", "--data", folder, "--out", folder).code, 2);
  });
});

describe("metaorder replay of other formats", () => {
  const order = ["--side", "buy", "--quantity", "500", "--start", "09:40", "--end", "09:50"];

  test("price levels with the queue model that is asked for, and said", () => {
    const data = join(folder, "levels.csv");
    const args = ["--data", data, ...order, "--policies", "twap", "--queues", "power:n=2"];
    const { code, stdout, stderr } = runCli("replay", ...args);
    equal(code, 0, stderr);
    match(stdout, /csv, price levels and trades: places in the queue estimated \(power:n=2\)/);
    match(stderr, /read [\d,]+ rows/);
  });

  test("bars have no book to trade in", () => {
    const data = join(folder, "bars.csv");
    writeFileSync(
      data,
      "date,ms,open,high,low,close,volume\n20260105,34200000,1000000,1000000,1000000,1000000,5\n",
    );
    const { code, stderr } = runCli("replay", "--data", data, ...order);
    equal(code, 1, stderr);
    match(stderr, /found bars \(bars\), expected orders, price levels or quotes/);
  });

  test("only LOBSTER prints a book to verify against", () => {
    const { code, stderr } = runCli("replay", "--verify", "--data", join(folder, "levels.csv"));
    equal(code, 2);
    match(stderr, /--verify: found a recording of format csv, expected LOBSTER/);
  });
});
