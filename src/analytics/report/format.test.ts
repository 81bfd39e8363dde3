import assert from "node:assert/strict";
import { test } from "node:test";
import { InvariantError } from "../../core/assert.ts";
import {
  camelCaseToWords,
  formatBps,
  formatBpsInterval,
  formatNumber,
  formatPrice,
  formatPValue,
  formatShare,
} from "./format.ts";

test("numbers have grouped thousands, a true minus sign and no minus before zero", () => {
  assert.equal(formatNumber(1234567.891, 2), "1,234,567.89");
  assert.equal(formatNumber(-1234, 0), "−1,234");
  assert.equal(formatNumber(-0.001, 2), "0.00");
  assert.equal(formatNumber(999), "999");
});

test("a price has the decimals of its tick", () => {
  assert.equal(formatPrice(18_540, 0.01), "185.40");
  assert.equal(formatPrice(18_540.5, 0.01, 2), "185.4050");
  assert.equal(formatPrice(401, 0.25), "100.25");
  assert.equal(formatPrice(7, 1), "7");
});

test("absent numbers are a dash and shares are per cent", () => {
  assert.equal(formatBps(undefined), "–");
  assert.equal(formatShare(undefined), "–");
  assert.equal(formatShare(0.1234), "12.3%");
});

test("an interval has both ends and a small p-value its bound", () => {
  assert.equal(formatBpsInterval([-1, 0.256]), "−1.00 … 0.26");
  assert.equal(formatPValue(0.0499), "0.050");
  assert.equal(formatPValue(0.0009), "< 0.001");
});

test("a name becomes words", () => {
  assert.equal(camelCaseToWords("postOnlyRejects"), "post only rejects");
});

test("what is not a number is never printed", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => formatNumber(value), InvariantError);
  }
});
