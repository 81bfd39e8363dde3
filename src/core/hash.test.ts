import { equal, notEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "./assert.ts";
import { createHasher, type Hasher } from "./hash.ts";

function hexOf(add: (hasher: Hasher) => void): string {
  const hasher = createHasher();
  add(hasher);
  return hasher.hex();
}

const hexOfNumbers = (numbers: readonly number[]): string =>
  hexOf((hasher) => {
    for (const number of numbers) hasher.addNumber(number);
  });

describe("createHasher", () => {
  test("gives these values for ever, since results on record carry them", () => {
    equal(createHasher().hex(), "63d74f5d72e33e0a");
    const hasher = createHasher();
    hasher.addNumber(1.5);
    hasher.addInteger(-7);
    hasher.addText("metaorder");
    equal(hasher.hex(), "7986bb612126d506");
    equal(hasher.integer53(), 4275825182954758);
  });

  test("counts -0 as 0", () => {
    equal(hexOfNumbers([-0]), hexOfNumbers([0]));
    equal(
      hexOf((hasher) => hasher.addInteger(-0)),
      hexOf((hasher) => hasher.addInteger(0)),
    );
  });

  test("sees the order of what is added", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (first, second) => {
        fc.pre(first !== second);
        notEqual(hexOfNumbers([first, second]), hexOfNumbers([second, first]));
      }),
    );
  });

  test("sees how many zeros there were, and where a text ends", () => {
    notEqual(hexOfNumbers([0]), hexOfNumbers([0, 0]));
    const hexOfTexts = (...texts: string[]): string =>
      hexOf((hasher) => {
        for (const text of texts) hasher.addText(text);
      });
    notEqual(hexOfTexts("ab", "c"), hexOfTexts("a", "bc"));
    notEqual(hexOfTexts(""), hexOfTexts());
  });

  test("tells integers apart across the whole safe range, and from doubles", () => {
    const integers = [0, 1, -1, 2 ** 31, 2 ** 32, -(2 ** 32), 2 ** 53 - 1, -(2 ** 53) + 1];
    const hexes = integers.map((value) => hexOf((hasher) => hasher.addInteger(value)));
    equal(new Set([...hexes, ...integers.map((value) => hexOfNumbers([value]))]).size, 16);
  });

  test("can be read in between without a change to what follows", () => {
    const hasher = createHasher();
    hasher.addNumber(1);
    hasher.hex();
    hasher.addNumber(2);
    equal(hasher.hex(), hexOfNumbers([1, 2]));
  });

  // One flipped input bit flips each of 64 output bits with chance 1/2. Over 64 x 50 flips the mean
  // share has standard error 0.5 / sqrt(64 x 64 x 50) = 0.0011; the bound is 5 of them.
  test("flips half its bits when one bit of one number flips", () => {
    const bits = new BigUint64Array(1);
    const double = new Float64Array(bits.buffer);
    let flipped = 0;
    for (let sample = 0; sample < 50; sample++) {
      double[0] = 1 + Math.sin(sample);
      const before = BigInt(`0x${hexOfNumbers([double[0], 3])}`);
      const original = bits[0];
      for (let bit = 0n; bit < 64n; bit++) {
        bits[0] = original ^ (1n << bit);
        if (Number.isNaN(double[0])) continue;
        const after = BigInt(`0x${hexOfNumbers([double[0], 3])}`);
        notEqual(after, before);
        flipped += (before ^ after).toString(2).replaceAll("0", "").length;
      }
    }
    const share = flipped / (64 * 64 * 50);
    ok(Math.abs(share - 0.5) < 5 * 0.0011, `share of flipped bits ${share}`);
  });

  test("does not collide over a hundred thousand neighbouring inputs", () => {
    const seen = new Set<string>();
    for (let value = 0; value < 100_000; value++) seen.add(hexOfNumbers([100 + value * 0.01]));
    equal(seen.size, 100_000);
  });

  test("refuses NaN and integers that are not exact", () => {
    throws(() => hexOfNumbers([Number.NaN]), InvariantError);
    throws(() => createHasher().addInteger(2 ** 53), InvariantError);
    throws(() => createHasher().addInteger(0.5), InvariantError);
    throws(() => createHasher().addInteger(Number.NaN), InvariantError);
  });
});

test("a hash goes on from its state as if it had not stopped", () => {
  const whole = createHasher();
  whole.addText("first");
  const half = createHasher();
  half.restore(whole.state());
  for (const hasher of [whole, half]) hasher.addNumber(0.5);
  equal(half.hex(), whole.hex());
});
