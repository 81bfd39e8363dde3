/** Arithmetic of a file: operators whose inputs are all tensors to compute with. */
import type { Tensor } from "../graph.ts";
import * as arithmetic from "../operators/arithmetic.ts";
import { equal, greater, select } from "../operators/comparison.ts";
import * as elementwise from "../operators/elementwise.ts";
import { largest, logSoftmax, softmax } from "../operators/extreme.ts";
import { matmul, matmulBatched } from "../operators/matmul.ts";
import { sum } from "../operators/reduction.ts";
import type { NodeBuilder, NodeReader } from "./node-reader.ts";

type Unary = (tensor: Tensor) => Tensor;
type Binary = (a: Tensor, b: Tensor) => Tensor;

const unary =
  (compute: Unary): NodeBuilder =>
  (node) =>
    compute(node.inputs(1)[0]);

const binary =
  (compute: Binary): NodeBuilder =>
  (node) => {
    const [a, b] = node.inputs(2);
    return compute(a, b);
  };

/** TensorProto codes of the element types that truth and whole numbers may become. */
const floatCodes: readonly number[] = [1, 11];

function buildGemm(node: NodeReader): Tensor {
  const [a, b, bias] = node.inputs(2, 3) as [Tensor, Tensor, Tensor | undefined];
  for (const name of ["alpha", "beta"]) node.expect(name, node.float(name, 1), 1);
  const transposeA = node.int("transA", 0) === 1;
  const transposeB = node.int("transB", 0) === 1;
  return matmul(a, b, { transposeA, transposeB, bias });
}

function buildMatMul(node: NodeReader): Tensor {
  const [a, b] = node.inputs(2);
  return a.shape.length === 2 && b.shape.length === 2 ? matmul(a, b) : matmulBatched(a, b);
}

function buildCast(node: NodeReader): Tensor {
  const [tensor] = node.inputs(1);
  const to = node.int("to", 0);
  if (!floatCodes.includes(to)) {
    throw new RangeError(`found a cast to element type ${to}, expected float32 or float64`);
  }
  return elementwise.toFloat(tensor);
}

/** Up to operator set 17 the axes of a sum are an input, those of a largest an attribute. */
function buildReduceSum(node: NodeReader): Tensor {
  node.inputs(1, 2);
  node.expect("noop_with_empty_axes", node.int("noop_with_empty_axes", 0), 0);
  const axes = node.optional(1) === undefined ? undefined : node.constants(1);
  return sum(node.input(0), axes, node.int("keepdims", 1) === 1);
}

/** Bounds as constants or as tensors of one element; either may be left out. */
function buildClip(node: NodeReader): Tensor {
  const [low, high] = [node.optional(1), node.optional(2)];
  let tensor = node.input(0);
  if (low !== undefined) tensor = arithmetic.maximum(tensor, low);
  return high === undefined ? tensor : arithmetic.minimum(tensor, high);
}

export const numericBuilders: Readonly<Record<string, NodeBuilder>> = {
  Neg: unary(arithmetic.negate),
  Add: binary(arithmetic.add),
  Sub: binary(arithmetic.subtract),
  Mul: binary(arithmetic.multiply),
  Div: binary(arithmetic.divide),
  Max: binary(arithmetic.maximum),
  Min: binary(arithmetic.minimum),
  Clip: buildClip,
  Greater: binary(greater),
  Equal: binary(equal),
  Where: (node) => {
    const [truth, a, b] = node.inputs(3);
    return select(truth, a, b);
  },
  Exp: unary(elementwise.exp),
  Log: unary(elementwise.log),
  Sqrt: unary(elementwise.sqrt),
  Tanh: unary(elementwise.tanh),
  Sigmoid: unary(elementwise.sigmoid),
  Softplus: unary(elementwise.softplus),
  Relu: unary(elementwise.relu),
  LeakyRelu: (node) => elementwise.leakyRelu(node.inputs(1)[0], node.float("alpha", 0.01)),
  Abs: unary(elementwise.absolute),
  Sign: unary(elementwise.sign),
  // Nothing is differentiated here, so nothing has to be stopped.
  Identity: unary((tensor) => tensor),
  Cast: buildCast,
  ReduceSum: buildReduceSum,
  ReduceMax: (node) => largest(node.inputs(1)[0], node.ints("axes"), node.int("keepdims", 1) === 1),
  Softmax: (node) => softmax(node.inputs(1)[0], node.int("axis", -1)),
  LogSoftmax: (node) => logSoftmax(node.inputs(1)[0], node.int("axis", -1)),
  Gemm: buildGemm,
  MatMul: buildMatMul,
};
