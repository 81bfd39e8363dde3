import assert from "node:assert/strict";
import { test } from "node:test";
import type { PairedComparison } from "./evaluation-report.ts";
import { judgePaired } from "./paired-verdict.ts";

const cheaper: PairedComparison = {
  differencesBps: [-1, -2],
  mean: -1.5,
  standardError: 0.2,
  ci95: [-2, -1],
  bootstrap95: [-1.9, -1.1],
  pValue: 0.001,
  holmPValue: 0.003,
  wins: 2,
};

test("a difference is told where the p-value and both intervals agree", () => {
  assert.equal(judgePaired(cheaper), "cheaper");
  assert.equal(judgePaired({ ...cheaper, ci95: [1, 2], bootstrap95: [1.1, 1.9] }), "dearer");
});

test("a difference is open as soon as one of them leaves room for chance", () => {
  assert.equal(judgePaired({ ...cheaper, holmPValue: 0.05 }), "open");
  assert.equal(judgePaired({ ...cheaper, ci95: [-2, 0] }), "open");
  assert.equal(judgePaired({ ...cheaper, bootstrap95: [-2, 0.1] }), "open");
  assert.equal(judgePaired({ ...cheaper, ci95: [1, 2] }), "open", "intervals on different sides");
});
