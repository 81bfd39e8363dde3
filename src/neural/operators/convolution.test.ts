import { deepEqual, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import type { RandomStream } from "../../core/random/random-stream.ts";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { Graph } from "../graph.ts";
import {
  checkInOnnxRuntime,
  compute,
  drawColumns,
  drawNormals,
  expectClose,
} from "../layers/layer-fixture.ts";
import { convolve, convolveBack } from "./convolution.ts";
import { type Padding, type Pair, placeWindow, type Window } from "./window.ts";

const paddings: readonly Padding[] = ["valid", "same", "causal"];

/** A window somewhere on an input that has room for it. */
function drawCase(random: RandomStream) {
  const upTo = (most: number): number => 1 + Math.floor(random.uniform() * most);
  const size: Pair = [upTo(3), upTo(4)];
  const stride: Pair = [upTo(3), upTo(3)];
  const dilation: Pair = [upTo(2), upTo(2)];
  const padding = paddings[upTo(3) - 1];
  const [height, width] = [0, 1].map((axis) => (size[axis] - 1) * dilation[axis] + upTo(4));
  const input = [upTo(2), upTo(3), height, width];
  return { input, filters: upTo(3), options: { size, stride, dilation, padding } };
}

/** By the definition: every output element is a sum over what the window takes. */
function convolvePlainly(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  [batch, channels, height, width]: readonly number[],
  filters: number,
  { size, stride, dilation, before, output }: Window,
): number[] {
  const found: number[] = [];
  for (let sample = 0; sample < batch; sample++)
    for (let filter = 0; filter < filters; filter++)
      for (let row = 0; row < output[0]; row++)
        for (let column = 0; column < output[1]; column++) {
          let sum = columns.bias[filter];
          for (let channel = 0; channel < channels; channel++)
            for (let down = 0; down < size[0]; down++)
              for (let right = 0; right < size[1]; right++) {
                const y = row * stride[0] + down * dilation[0] - before[0];
                const x = column * stride[1] + right * dilation[1] - before[1];
                if (y < 0 || y >= height || x < 0 || x >= width) continue;
                const at = ((sample * channels + channel) * height + y) * width + x;
                const kernel = ((filter * channels + channel) * size[0] + down) * size[1] + right;
                sum += columns.input[at] * columns.kernels[kernel];
              }
          found.push(sum);
        }
  return found;
}

function build({ input: shape, filters, options }: ReturnType<typeof drawCase>) {
  const graph = new Graph();
  const window = placeWindow("convolve", shape, options);
  const input = graph.input("input", shape);
  const kernels = graph.input("kernels", [filters, shape[1], ...options.size]);
  const bias = graph.input("bias", [filters]);
  const output = convolve(input, kernels, window, bias);
  const errors = graph.input("errors", output.shape);
  return { window, output, back: convolveBack(errors, kernels, window) };
}

for (let seed = 1; seed <= 40; seed++) {
  const drawn = drawCase(randomStream(seed));
  const text = `seed ${seed}: [${drawn.input}], ${JSON.stringify(drawn.options)}`;
  describe(`a convolution, ${text}`, () => {
    const { window, output, back } = build(drawn);

    test("sums what the window takes", () => {
      const columns = drawColumns(output, seed);
      const expected = convolvePlainly(columns, drawn.input, drawn.filters, window);
      expectClose(compute([output], columns)[0], expected);
    });

    test("has the derivative of differences, and so has its gradient by the input", () => {
      const random = randomStream(seed);
      for (const tensor of [output, back]) checkGradient(tensor, () => 2 * random.uniform() - 1);
    });

    test("is the same in ONNX Runtime, gradients included", async () => {
      for (const tensor of [output, back]) {
        await checkInOnnxRuntime(tensor, drawColumns(tensor, seed), 1e-5);
      }
    });
  });
}

test("many elements of few channels go into products of matrices together", () => {
  const drawn = {
    ...{ input: [2, 1, 6, 7], filters: 2 },
    options: { size: [4, 5], stride: [1, 2], dilation: [1, 1], padding: "valid" },
  } as const;
  const { output } = build({ ...drawn, input: [...drawn.input] });
  const random = randomStream(5);
  checkGradient(output, () => 2 * random.uniform() - 1);
  const text = output.graph.describe();
  deepEqual(text.match(/= MatMul/g)?.length, 2);
});

test("a window that is as large as the input gives the product of rows", () => {
  const graph = new Graph();
  const window = placeWindow("convolve", [1, 1, 2, 3], { size: [2, 3] });
  const output = convolve(
    graph.input("input", [1, 1, 2, 3]),
    graph.input("kernels", [1, 1, 2, 3]),
    window,
  );
  deepEqual(output.shape, [1, 1, 1, 1]);
  const [input, kernels] = [drawNormals(6, 1), drawNormals(6, 2)];
  const expected = input.reduce((sum, value, at) => sum + value * kernels[at], 0);
  expectClose(compute([output], { input, kernels })[0], [expected]);
});

test("kernels of another shape are refused", () => {
  const graph = new Graph();
  const window = placeWindow("convolve", [1, 2, 5, 5], { size: [1, 3] });
  const input = graph.input("input", [1, 2, 5, 5]);
  const kernels = graph.input("kernels", [4, 1, 1, 3]);
  throws(() => convolve(input, kernels, window), {
    name: "RangeError",
    message: "convolve: found kernels of [4,1,1,3], expected [4,2,1,3]",
  });
});
