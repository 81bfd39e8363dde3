import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeFills } from "./merge-fills.ts";
import type { ReportFill } from "./order-report.ts";

const fills: readonly ReportFill[] = [
  { timeNs: 1, priceTicks: 100, lots: 10, liquidity: "added" },
  { timeNs: 5, priceTicks: 104, lots: 30, liquidity: "added" },
  { timeNs: 6, priceTicks: 104, lots: 7, liquidity: "removed" },
  { timeNs: 12, priceTicks: 100, lots: 5, liquidity: "added" },
];

test("fills of one liquidity in one bucket become one at their average time and price", () => {
  assert.deepEqual(mergeFills(fills, { bucketNs: 10, keepPrices: false }), [
    { timeNs: 4, priceTicks: 103, lots: 40, liquidity: "added" },
    { timeNs: 6, priceTicks: 104, lots: 7, liquidity: "removed" },
    { timeNs: 12, priceTicks: 100, lots: 5, liquidity: "added" },
  ]);
});

test("fills at different prices stay apart where prices are kept", () => {
  assert.deepEqual(mergeFills(fills, { bucketNs: 10, keepPrices: true }), fills);
});
