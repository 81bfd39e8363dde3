import { equal } from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { LineFeed } from "../line-feed.ts";
import { createTemporaryFolder } from "./pair-fixture.ts";
import { beginRow, fieldEnd, scanInteger, scanTimeNs } from "./row-scanner.ts";

async function openText(t: TestContext, text: string): Promise<LineFeed> {
  const path = join(await createTemporaryFolder(t), "rows.csv");
  await writeFile(path, text);
  const feed = new LineFeed(path);
  t.after(() => feed.close());
  await feed.refill();
  return feed;
}

test("whole numbers are read as JavaScript reads them", async (t) => {
  const numbers = fc.sample(fc.maxSafeInteger(), { numRuns: 2000, seed: 7 });
  const feed = await openText(t, numbers.map((number) => `${number},${number}\n`).join(""));
  for (const number of numbers) {
    beginRow(feed);
    equal(scanInteger(feed, fieldEnd.comma), number);
    equal(scanInteger(feed, fieldEnd.line), number);
  }
  equal(feed.line, numbers.length);
  equal(feed.hasLine, false);
});

test("seconds become whole nanoseconds, whatever digits are left out", async (t) => {
  const times: readonly (readonly [string, number])[] = [
    ["34200", 34_200e9],
    ["34200.5", 34_200_500_000_000],
    ["34200.18960767", 34_200_189_607_670],
    ["57599.999999999", 57_599_999_999_999],
    ["34200.000000001", 34_200_000_000_001],
    // Tools that print doubles leave such digits.
    ["34208.100000000003", 34_208_100_000_000],
    ["34208.0999999999996", 34_208_100_000_000],
    ["0.000000000", 0],
  ];
  const feed = await openText(t, times.map(([text]) => `${text},\n`).join(""));
  for (const [, timeNs] of times) {
    beginRow(feed);
    equal(scanTimeNs(feed), timeNs);
    feed.at++;
  }
});

test("anything else is not a number", async (t) => {
  for (const text of ["", "-", "x", "1x", "1.5", " 1", "+1", "1e3", "--1"]) {
    const feed = await openText(t, `${text},\n`);
    beginRow(feed);
    equal(scanInteger(feed, fieldEnd.comma), Number.NaN, text);
    equal(feed.at, 0);
  }
  for (const text of ["", "-1", "1.", ".5", "1.x", "1e3"]) {
    const feed = await openText(t, `${text},\n`);
    beginRow(feed);
    equal(scanTimeNs(feed), Number.NaN, text);
  }
});

test("a number with the wrong thing behind it is not a field", async (t) => {
  const feed = await openText(t, "1\n");
  beginRow(feed);
  equal(scanInteger(feed, fieldEnd.comma), Number.NaN);
  equal(scanInteger(feed, fieldEnd.line), 1);
});
