/** `metaorder data curve` as its users call it. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { parseVolumeCurve } from "../../src/data/volume-curve-file.ts";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";

let folder = "";
let bars = "";

const days = ["20260105", "20260106", "20260107", "20261224"];

/** Minute bars: 100 lots each, the first and the last half hour twice and three times as much. */
before(() => {
  folder = createTemporaryFolder();
  bars = join(folder, "abc_minute_trade.csv");
  const rows = days.flatMap((day) =>
    Array.from({ length: 390 }, (_, minute) => {
      const lots = minute < 30 ? 200 : minute >= 360 ? 300 : 100;
      return `${day},${34_200_000 + minute * 60_000},1000000,1000000,1000000,1000000,${lots}`;
    }),
  );
  writeFileSync(bars, `date,ms,open,high,low,close,volume\n${rows.join("\n")}\n`);
});

describe("metaorder data curve", () => {
  test("writes a curve that other commands read, and says what it is worth on days left out", () => {
    const out = join(folder, "abc.csv");
    const args = ["--bucket", "30m", "--leave-out", "--out", out, "--json"];
    const { code, stdout, stderr } = runCli("data", "curve", bars, ...args);
    equal(code, 0, stderr);
    const [curve] = JSON.parse(stdout);
    equal(curve.symbol, "ABC");
    deepEqual(
      curve.days.map(({ date }: { date: string }) => date),
      ["2026-01-05", "2026-01-06", "2026-01-07"],
    );
    deepEqual(curve.passedOver, [{ date: "2026-12-24", reason: "a half day" }]);
    equal(curve.meanDayLots, 390 * 100 + 30 * 100 + 30 * 200);
    const text = readFileSync(out, "utf8");
    match(text, /^# volume curve of ABC, 3 days/);
    deepEqual(parseVolumeCurve(text, out).shares, curve.shares);
    const { fitted, generic } = curve.leaveOut.mean;
    ok(fitted.misplaced < generic.misplaced);
    ok(fitted.misplaced > 0);
  });

  for (const [name, args, code, expected] of [
    ["a bucket that does not divide the session", ["--bucket", "7m"], 2, /--bucket: found 7m/],
    ["a bucket that is none", ["--bucket", "soon"], 2, /--bucket: found soon/],
    ["a session that ends first", ["--start", "12:00", "--end", "11:00"], 2, /a later end/],
    [
      "no day that covers the session",
      ["--start", "04:00", "--end", "20:00", "--bucket", "1h"],
      1,
      /ABC: found 2026-01-05: \d+\.\d % of the session.*expected a day of which 90 %/,
    ],
  ] as const) {
    test(`refuses ${name}`, () => {
      const result = runCli("data", "curve", bars, ...args);
      equal(result.code, code, result.stderr);
      match(result.stderr, expected);
      equal(result.stdout, "");
    });
  }

  test("one day is told to be no curve", () => {
    const one = join(folder, "one_minute_trade.csv");
    const lines = readFileSync(bars, "utf8").split("\n").slice(0, 391);
    writeFileSync(one, `${lines.join("\n")}\n`);
    const { code, stdout } = runCli("data", "curve", one);
    equal(code, 0);
    match(stdout, /ONE: 1 day, .* 78 buckets of 5m/);
    match(stdout, /One day is no curve/);
  });
});
