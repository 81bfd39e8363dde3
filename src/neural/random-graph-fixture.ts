/** For tests: graphs nobody thought of, made of every differentiable operator. */
import type { RandomStream } from "../core/random/random-stream.ts";
import { Graph, type Tensor } from "./graph.ts";
import {
  add,
  clamp,
  divide,
  maximum,
  minimum,
  multiply,
  negate,
  square,
  subtract,
} from "./operators/arithmetic.ts";
import { greater, select } from "./operators/comparison.ts";
import {
  absolute,
  exp,
  leakyRelu,
  log,
  relu,
  sigmoid,
  softplus,
  sqrt,
  tanh,
} from "./operators/elementwise.ts";
import { largest, logSoftmax, mean, softmax } from "./operators/extreme.ts";
import { gather } from "./operators/gather.ts";
import { matmul, matmulBatched } from "./operators/matmul.ts";
import { expand, sum } from "./operators/reduction.ts";
import { reshape, transpose } from "./operators/reshape.ts";
import { concat, slice } from "./operators/slice.ts";
import { sizeOf } from "./shape.ts";

type Pick = (count: number) => number;

/** Everything with one input; results stay within a few units, where differences are exact. */
const unary: readonly ((x: Tensor, pick: Pick) => Tensor)[] = [
  (x) => tanh(x),
  (x) => sigmoid(x),
  (x) => exp(tanh(x)),
  (x) => log(add(softplus(x), 0.5)),
  (x) => sqrt(add(square(x), 0.3)),
  (x) => negate(x),
  (x) => relu(x),
  (x) => leakyRelu(x, 0.1),
  (x) => absolute(x),
  (x) => clamp(x, -0.7, 0.7),
  (x) => softplus(x),
  (x, pick) => withAxis(x, pick, (axis) => softmax(x, axis)),
  (x, pick) => withAxis(x, pick, (axis) => logSoftmax(x, axis)),
  (x, pick) => withAxis(x, pick, (axis) => tanh(sum(x, [axis], pick(2) === 0))),
  (x, pick) => withAxis(x, pick, (axis) => mean(x, [axis], pick(2) === 0)),
  (x, pick) => withAxis(x, pick, (axis) => largest(x, [axis], pick(2) === 0)),
  (x, pick) => withAxis(x, pick, (axis) => cut(x, axis, pick)),
  (x, pick) => withAxis(x, pick, (axis) => concat([x, cut(x, axis, pick)], axis)),
  (x, pick) => withAxis(x, pick, (axis) => add(cut(x, axis, pick, 1), cut(x, axis, pick, 1))),
  (x, pick) => (sizeOf(x.shape) > 12 ? x : expand(x, [1 + pick(2), ...x.shape])),
  (x) => reshape(x, [sizeOf(x.shape)]),
  (x) => transpose(x),
  (x) => matmul(asMatrix(x), asMatrix(x), { transposeB: true }),
  (x, pick) => {
    if (x.shape.length === 0) return x;
    const rows = [0, 1, 2].map(() => pick(x.shape[0]));
    return gather(x, x.graph.constant(rows, [3], "int64"));
  },
];

const binary: readonly ((a: Tensor, b: Tensor, pick: Pick) => Tensor)[] = [
  (a, b) => add(a, b),
  (a, b) => subtract(a, b),
  (a, b) => tanh(multiply(a, b)),
  (a, b) => divide(a, add(softplus(b), 0.5)),
  (a, b) => maximum(a, b),
  (a, b) => minimum(a, b),
  (a, b) => select(greater(a, 0), a, b),
];

function withAxis(x: Tensor, pick: Pick, build: (axis: number) => Tensor): Tensor {
  return x.shape.length === 0 ? x : build(pick(x.shape.length));
}

function asMatrix(x: Tensor): Tensor {
  const columns = x.shape.at(-1) ?? 1;
  return reshape(x, [sizeOf(x.shape) / columns, columns]);
}

/** Part of an axis, in steps of one or two; of a given length where one is asked for. */
function cut(x: Tensor, axis: number, pick: Pick, length?: number): Tensor {
  const whole = x.shape[axis];
  const from = pick(whole);
  if (length !== undefined) return slice(x, axis, from, from + length);
  return slice(x, axis, from, from + 1 + pick(whole - from), 1 + pick(2));
}

function combine(a: Tensor, b: Tensor, pick: Pick): Tensor {
  const kind = pick(binary.length + 2);
  if (kind < binary.length) {
    // A sum of one is as general as it gets: it stretches to anything.
    const other = stretches(a, b) ? b : mean(b);
    return binary[kind](a, other, pick);
  }
  const [first, second] = [asMatrix(a), asMatrix(b)];
  const inner = Math.min(first.shape[1], second.shape[1]);
  const left = slice(first, 1, 0, inner);
  const right = slice(second, 1, 0, inner);
  if (kind === binary.length) return tanh(matmul(left, right, { transposeB: true }));
  const [rows, columns] = [left.shape[0], right.shape[0]];
  const product = matmulBatched(
    reshape(left, [1, rows, inner]),
    reshape(transpose(right), [1, inner, columns]),
  );
  return tanh(reshape(product, [rows, columns]));
}

function stretches(a: Tensor, b: Tensor): boolean {
  const rank = Math.max(a.shape.length, b.shape.length);
  let size = 1;
  for (let axis = 1; axis <= rank; axis++) {
    const [first, second] = [a.shape.at(-axis) ?? 1, b.shape.at(-axis) ?? 1];
    if (first !== second && first !== 1 && second !== 1) return false;
    size *= Math.max(first, second);
  }
  return size <= sizeMax;
}

const sizeMax = 36;

/** The last tensor of a graph of so many steps. */
export function drawGraph(random: RandomStream, steps: number): Tensor {
  const pick: Pick = (count) => Math.floor(random.uniform() * count);
  const graph = new Graph();
  const inputs = Array.from({ length: 1 + pick(3) }, (_, at) =>
    graph.input(
      `x${at}`,
      Array.from({ length: pick(4) }, () => 1 + pick(3)),
    ),
  );
  const tensors = [...inputs];
  const any = (): Tensor => tensors[pick(tensors.length)];
  let last = tensors[0];
  for (let step = 0; step < steps; step++) {
    const made = pick(2) === 0 ? unary[pick(unary.length)](last, pick) : combine(last, any(), pick);
    if (sizeOf(made.shape) > sizeMax || made.shape.length > 4) continue;
    last = made;
    tensors.push(last);
  }
  return last;
}
