import { deepEqual, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { Graph } from "../graph.ts";
import { applyDropout, drawDropoutMask } from "./dropout.ts";
import { checkInOnnxRuntime, compute, drawColumns } from "./layer-fixture.ts";

/** An input [batch, steps, units] and what is left of it under a mask of another shape. */
function build(maskShape: readonly number[]) {
  const graph = new Graph();
  const input = graph.input("input", [2, 3, 2]);
  return applyDropout(input, graph.input("mask", maskShape));
}
const input = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

test("dropout puts to 0 what the mask drops and scales the rest", () => {
  const mask = [0, 2, 2, 2, 0, 2, 2, 0, 2, 2, 2, 0];
  const [found] = compute([build([2, 3, 2])], { input, mask });
  deepEqual(found, [0, 4, 6, 8, 0, 12, 14, 0, 18, 20, 22, 0]);
});

test("one mask for all steps drops the same units at each", () => {
  const [found] = compute([build([2, 1, 2])], { input, mask: [0, 2, 2, 0] });
  deepEqual(found, [0, 4, 0, 8, 0, 12, 14, 0, 18, 0, 22, 0]);
});

test("dropout has the derivative of differences", () => {
  const random = randomStream(1);
  checkGradient(build([2, 1, 2]), () => 2 * random.uniform() - 1);
});

test("dropout is the same in ONNX Runtime, gradients included", () => {
  const output = build([2, 1, 2]);
  return checkInOnnxRuntime(output, drawColumns(output, 2));
});

test("a mask drops its rate, and its mean is 1", () => {
  const [count, rate] = [20_000, 0.2];
  const mask = drawDropoutMask(randomStream(3), [count / 10, 10], rate);
  deepEqual([...new Set(mask)].toSorted(), [0, Math.fround(1.25)]);
  const dropped = mask.reduce((total, value) => total + (value === 0 ? 1 : 0), 0);
  const error = Math.sqrt((rate * (1 - rate)) / count);
  const found = dropped / count;
  ok(Math.abs(found - rate) < 4 * error, `found ${found}, expected ${rate} ± ${4 * error}`);
});

test("a mask is a function of its stream and takes one draw an element", () => {
  const random = randomStream(4);
  const first = drawDropoutMask(random, [3, 4], 0.5);
  deepEqual(random.index, 12);
  deepEqual(drawDropoutMask(randomStream(4), [12], 0.5), first);
});

test("a rate of 0 drops nothing", () => {
  deepEqual([...drawDropoutMask(randomStream(5), [4], 0)], [1, 1, 1, 1]);
});

test("dropout refuses rates that are none and masks that would stretch the input", () => {
  for (const rate of [-0.1, 1, Number.NaN]) {
    throws(() => drawDropoutMask(randomStream(6), [1], rate), /expected from 0 to below 1/);
  }
  throws(() => build([4, 2, 3, 2]), /found a mask of \[4,2,3,2\], expected what stretches/);
  throws(() => build([5]), RangeError);
});
