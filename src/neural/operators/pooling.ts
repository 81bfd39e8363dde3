/** The largest or the mean of what a window takes, channel by channel; padding does not count. */
import type { Graph, Kernel, Operator, Tensor } from "../graph.ts";
import { divide, multiply } from "./arithmetic.ts";
import { equal } from "./comparison.ts";
import { convolveBack, seenByTaps } from "./convolution.ts";
import { toFloat } from "./elementwise.ts";
import { expand, sum } from "./reduction.ts";
import { reshape } from "./reshape.ts";
import { concat } from "./slice.ts";
import { visitRows, type Window, windowAttributes, windowText } from "./window.ts";

/** Every channel of every sample as a sample of one channel, [planes, 1, height, width]. */
function toPlanes(tensor: Tensor): Tensor {
  const [batch, channels, ...plane] = tensor.shape;
  return reshape(tensor, [batch * channels, 1, ...plane]);
}

/** What a window takes at every place, [planes, elements of the window, …places]. */
function unfold(planes: Tensor, window: Window): Tensor {
  return concat(seenByTaps(planes, window), 1);
}

/** 1 for what a window takes from inside its input, 0 for padding. */
function insideOf(graph: Graph, window: Window): Tensor {
  return unfold(expand(graph.constant(1), [1, 1, ...window.input]), window);
}

/** Adds what each element of the window takes at every place, where it was taken. */
function fold(parts: Tensor, window: Window): Tensor {
  const taps = window.size[0] * window.size[1];
  const unit = Array.from({ length: taps * taps }, (_, at) => (at % (taps + 1) === 0 ? 1 : 0));
  return convolveBack(parts, parts.graph.constant(unit, [taps, 1, ...window.size]), window);
}

function isPadded({ before, after }: Window): boolean {
  return [...before, ...after].some((rows) => rows > 0);
}

function maximumOperator(window: Window): Operator {
  return {
    name: "MaxPool",
    detail: windowText(window),
    kernel: (node) => maximumKernel(node, window),
    emit: (_, emitter) => emitter.result("MaxPool", emitter.inputs, windowAttributes(window)),
    derive: (node, gradient) => {
      const [input] = node.inputs as [Tensor];
      const isTop = toFloat(equal(unfold(toPlanes(input), window), toPlanes(node)));
      // Padding is 0 here, which may well be the largest.
      const counts = isPadded(window) ? multiply(isTop, insideOf(node.graph, window)) : isTop;
      const share = divide(toPlanes(gradient), sum(counts, [1], true));
      return [reshape(fold(multiply(counts, share), window), input.shape)];
    },
  };
}

function maximumKernel({ shape }: Tensor, window: Window): Kernel {
  const inputPlane = window.input[0] * window.input[1];
  const outputPlane = window.output[0] * window.output[1];
  const step = window.stride[1];
  return ([input], output) => {
    output.fill(Number.NEGATIVE_INFINITY);
    for (let plane = 0; plane < shape[0] * shape[1]; plane++) {
      visitRows(window, (_, inputAt, outputAt, count) => {
        const [from, to] = [plane * inputPlane + inputAt, plane * outputPlane + outputAt];
        for (let k = 0; k < count; k++) {
          output[to + k] = Math.max(output[to + k], input[from + k * step]);
        }
      });
    }
  };
}

/** Largest elements of [batch, channels, height, width]; equal ones share the gradient. */
export function maximumPool(input: Tensor, window: Window): Tensor {
  const shape = [...input.shape.slice(0, 2), ...window.output];
  return input.graph.node(maximumOperator(window), [input], shape, input.type);
}

function averageOperator(window: Window): Operator {
  return {
    name: "AveragePool",
    detail: windowText(window),
    kernel: (node) => averageKernel(node, window),
    emit: (_, emitter) => emitter.result("AveragePool", emitter.inputs, windowAttributes(window)),
    derive: (node, gradient) => {
      const [input] = node.inputs as [Tensor];
      const { graph } = node;
      const taps = window.size[0] * window.size[1];
      const counts = isPadded(window)
        ? sum(insideOf(graph, window), [1], true)
        : graph.constant(taps);
      const ones = graph.constant(new Array<number>(taps).fill(1), [1, 1, ...window.size]);
      const share = divide(toPlanes(gradient), counts);
      return [reshape(convolveBack(share, ones, window), input.shape)];
    },
  };
}

function averageKernel({ shape }: Tensor, window: Window): Kernel {
  const inputPlane = window.input[0] * window.input[1];
  const outputPlane = window.output[0] * window.output[1];
  const step = window.stride[1];
  const counts = new Float64Array(outputPlane);
  visitRows(window, (_, __, at, count) => {
    for (let k = 0; k < count; k++) counts[at + k]++;
  });
  return ([input], output) => {
    output.fill(0);
    for (let plane = 0; plane < shape[0] * shape[1]; plane++) {
      visitRows(window, (_, inputAt, outputAt, count) => {
        const [from, to] = [plane * inputPlane + inputAt, plane * outputPlane + outputAt];
        for (let k = 0; k < count; k++) output[to + k] += input[from + k * step];
      });
    }
    for (let at = 0; at < output.length; at++) output[at] /= counts[at % outputPlane];
  };
}

/** Means of [batch, channels, height, width]. */
export function averagePool(input: Tensor, window: Window): Tensor {
  const shape = [...input.shape.slice(0, 2), ...window.output];
  return input.graph.node(averageOperator(window), [input], shape, input.type);
}
