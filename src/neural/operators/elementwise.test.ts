import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import { differentiate } from "../differentiate.ts";
import { Graph } from "../graph.ts";
import { compute, computeInOnnxRuntime, expectClose } from "../layers/layer-fixture.ts";
import { leakyRelu, relu } from "./elementwise.ts";
import { sum } from "./reduction.ts";

/** The smallest normal float32. */
const smallest = 2 ** -126;

test("rectifiers pass gradients on above 0, in part or not at all from 0 down", async () => {
  const input = [-1e30, -1, -smallest, -0, 0, smallest, 1, 1e30];
  for (const [rectify, slope] of [
    [relu, 0],
    [leakyRelu, 0.01],
    [leakyRelu, 0],
    [leakyRelu, 1],
  ] as const) {
    const tensor = new Graph().input("input", [input.length]);
    const output = rectify === relu ? relu(tensor) : leakyRelu(tensor, slope);
    const gradients = differentiate(sum(output), [tensor]);
    const expected = input.map((value) => (value > 0 ? 1 : slope));
    deepEqual(compute(gradients, { input })[0], expected);
    const [found] = await computeInOnnxRuntime(gradients, { input });
    expectClose(found, expected, 1e-7);
  }
});

test("a slope that would not keep the sign or bend upwards is refused", () => {
  const tensor = new Graph().input("input", [1]);
  for (const slope of [-0.1, 1.1, Number.NaN]) {
    throws(() => leakyRelu(tensor, slope), {
      name: "RangeError",
      message: `leakyRelu: found slope ${slope}, expected 0 to 1`,
    });
  }
});
