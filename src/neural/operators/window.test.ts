import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import { type Padding, type Pair, placeWindow, visitRows, type WindowOptions } from "./window.ts";

/** Which elements of a row of `length` the window takes at each place; `_` is padding. */
function draw(length: number, options: Omit<WindowOptions, "size"> & { size: number }): string {
  const window = placeWindow("test", [1, 1, 1, length], { ...options, size: [1, options.size] });
  const taken = Array.from({ length: window.output[1] }, () =>
    new Array<string>(options.size).fill("_"),
  );
  visitRows(window, (tap, inputAt, outputAt, count) => {
    for (let k = 0; k < count; k++) {
      taken[outputAt + k][tap] = String(inputAt + k * window.stride[1]);
    }
  });
  return taken.map((row) => row.join("")).join(" ");
}

const along = (steps: number): Pair => [1, steps];

test("a window moves over a row and takes its elements in order", () => {
  deepEqual(draw(5, { size: 3 }), "012 123 234");
  deepEqual(draw(6, { size: 2, stride: along(2) }), "01 23 45");
  deepEqual(draw(6, { size: 2, stride: along(3) }), "01 34");
  deepEqual(draw(6, { size: 3, dilation: along(2) }), "024 135");
});

test("padding keeps a place for every step, or keeps the future out", () => {
  deepEqual(draw(4, { size: 3, padding: "same" }), "_01 012 123 23_");
  deepEqual(draw(4, { size: 2, padding: "same" }), "01 12 23 3_");
  deepEqual(draw(5, { size: 3, stride: along(2), padding: "same" }), "_01 123 34_");
  deepEqual(draw(4, { size: 3, padding: "causal" }), "__0 _01 012 123");
  deepEqual(draw(4, { size: 2, dilation: along(2), padding: "causal" }), "_0 _1 02 13");
  deepEqual(draw(5, { size: 2, stride: along(2), padding: "causal" }), "_0 12 34");
});

test("causal padding is of time alone, which is the width", () => {
  const { before, after, output } = placeWindow("test", [1, 1, 6, 6], {
    ...{ size: [2, 3], padding: "causal" },
  });
  deepEqual({ before, after, output }, { before: [0, 2], after: [0, 0], output: [5, 6] });
});

test("a window without room, or of no whole steps, is refused", () => {
  const place = (shape: readonly number[], options: WindowOptions) => () =>
    placeWindow("layer", shape, options);
  const message = (text: string) => ({ name: "RangeError", message: `layer: found ${text}` });
  throws(
    place([2, 1, 3, 4], { size: [1, 3], dilation: [1, 2] }),
    message("[2,1,3,4] for a window of [1,3], expected at least 5 along axis 3"),
  );
  throws(
    place([2, 3, 4], { size: [1, 1] }),
    message("[2,3,4], expected [batch,channels,height,width]"),
  );
  for (const wrong of [0, 1.5, Number.NaN, -1]) {
    const expected = "expected whole numbers from 1";
    const [pair, text]: [Pair, string] = [[1, wrong], `[1,${wrong}], ${expected}`];
    throws(place([1, 1, 9, 9], { size: pair }), message(`a window of ${text}`));
    throws(place([1, 1, 9, 9], { size: [1, 1], stride: pair }), message(`a stride of ${text}`));
    throws(place([1, 1, 9, 9], { size: [1, 1], dilation: pair }), message(`a dilation of ${text}`));
  }
  const padding: Padding = "valid";
  throws(
    place([1, 1, 1, 1], { size: [2, 1], padding }),
    message("[1,1,1,1] for a window of [2,1], expected at least 2 along axis 2"),
  );
});
