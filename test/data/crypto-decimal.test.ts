/** Decimal text to ticks and lots: exact, or refused. */
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Decimal } from "../../src/data/rows/decimal.ts";
import { dateAt, isDate, midnightSeconds, newYork, utc } from "../../src/data/rows/epoch.ts";
import { createStep, inSteps, StepFinder, stepSize } from "../../src/data/rows/step.ts";

function parse(text: string): readonly [number, number] | undefined {
  const decimal = new Decimal();
  return decimal.readText(text) ? [decimal.mantissa, decimal.decimals] : undefined;
}

test("decimals are digits and a place, without zeros at the end", () => {
  const cases: readonly (readonly [string, readonly [number, number]])[] = [
    ["61837.63000000", [6_183_763, 2]],
    ["0.00000100", [1, 6]],
    ["100", [100, 0]],
    ["100.", [100, 0]],
    [".5", [5, 1]],
    ["-0.25", [-25, 2]],
    ["0.000", [0, 0]],
    ["1e-7", [1, 7]],
    ["2.5E3", [2500, 0]],
    ["1.25e+1", [125, 1]],
    ["8.8351857299999992", [883_518_573, 8]],
    ["236.61000000000001", [23_661, 2]],
    ["218102.59507500002", [218_102_595_075, 6]],
    ["123456789012345.6", [123_456_789_012_346, 0]],
  ];
  for (const [text, expected] of cases) deepEqual(parse(text), expected, text);
});

test("what is no decimal number is none", () => {
  for (const text of [
    "",
    "-",
    ".",
    "1.2.3",
    "1,5",
    "NaN",
    "1e",
    "1e+",
    "0x10",
    " 1",
    "1 ",
    "--1",
  ]) {
    equal(parse(text), undefined, text);
  }
  for (const text of ["9".repeat(30), "1e99", "1e999", "1".repeat(65)]) {
    equal(parse(text), undefined, text);
  }
});

test("a value in steps is whole exactly when it lies on the grid", () => {
  const mantissas = fc.integer({ min: 1, max: 999_999_999 });
  const places = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(mantissas, places, fc.constantFrom(1, 2, 5, 25, 7), places, (m, k, step, j) => {
      const text =
        k === 0 ? String(m) : `${Math.floor(m / 10 ** k)}.${String(m % 10 ** k).padStart(k, "0")}`;
      const decimal = new Decimal();
      equal(decimal.readText(text), true);
      const scale = 10n ** 12n;
      const value = (BigInt(m) * scale) / 10n ** BigInt(k);
      const size = (BigInt(step) * scale) / 10n ** BigInt(j);
      const steps = inSteps(decimal, { mantissa: step, decimals: j });
      equal(Number.isInteger(steps), value % size === 0n);
      if (value % size === 0n) equal(BigInt(steps), value / size);
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test("a step given as a number is taken by its digits", () => {
  deepEqual(createStep(0.1), { mantissa: 1, decimals: 1 });
  deepEqual(createStep(0.25), { mantissa: 25, decimals: 2 });
  deepEqual(createStep(1e-8), { mantissa: 1, decimals: 8 });
  equal(stepSize(createStep(0.00005)), 0.00005);
  for (const size of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    throws(() => createStep(size), /a tick or lot is a positive decimal number/);
  }
});

function findStep(texts: readonly string[]): number | undefined {
  const finder = new StepFinder();
  const decimal = new Decimal();
  for (const text of texts) if (decimal.readText(text)) finder.note(decimal);
  const step = finder.find();
  return step === undefined ? undefined : stepSize(step);
}

test("the step is the finest place in use, coarser only on evidence", () => {
  equal(findStep([]), undefined);
  equal(findStep(["0", "0.00"]), undefined);
  equal(findStep(["8531.5", "8531.5", "8531.5"]), 0.1);
  equal(findStep(["61837.63", "61837.64"]), 0.01);
  const halves = Array.from({ length: 16 }, (_, row) => String(6421 + row / 2));
  equal(findStep(halves), 0.5);
  equal(findStep(halves.slice(0, 12)), 0.1);
  equal(findStep([...halves, "6421.1"]), 0.1);
  const quarters = Array.from({ length: 8 }, (_, row) => String(100 + row / 4));
  equal(findStep(quarters), 0.25);
  equal(findStep(quarters.slice(0, 4)), 0.01);
  // Whole prices say nothing of a finer place that came later.
  equal(findStep(["46319", "46385", "46411", "46377", "46319.25"]), 0.01);
});

test("dates and midnights follow the clocks of their zone", () => {
  equal(dateAt(1_381_118_400, utc), "2013-10-07");
  equal(dateAt(1_381_118_400, newYork), "2013-10-07");
  equal(dateAt(1_381_118_399, newYork), "2013-10-06");
  equal(midnightSeconds("2013-10-07", utc), 1_381_104_000);
  equal(midnightSeconds("2013-10-07", newYork), 1_381_104_000 + 4 * 3600);
  // The clocks went back on 3 November 2013 at 2 o'clock.
  equal(midnightSeconds("2013-11-03", newYork), 1_383_436_800 + 4 * 3600);
  equal(midnightSeconds("2013-11-04", newYork), 1_383_523_200 + 5 * 3600);
  deepEqual([isDate("2024-02-29"), isDate("2023-02-29"), isDate("20230201")], [true, false, false]);
});
