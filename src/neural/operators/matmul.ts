/** Products of matrices. */
import type { Kernel, Operator, Tensor, Values } from "../graph.ts";
import { broadcastShapes, isSameShape, refuseShape, shapeText, sizeOf } from "../shape.ts";
import { sumTo } from "./reduction.ts";
import { transpose } from "./reshape.ts";

export interface MatmulOptions {
  /** Takes the first factor transposed. */
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** Is added to the product; stretches to its shape. */
  readonly bias?: Tensor | undefined;
}

function gemmOperator(transposeA: boolean, transposeB: boolean): Operator {
  return {
    name: "Gemm",
    detail: [transposeA ? "transA" : "", transposeB ? "transB" : ""].filter(Boolean).join(", "),
    kernel: (node) => gemmKernel(node, transposeA, transposeB),
    emit: (_, emitter) =>
      emitter.result("Gemm", emitter.inputs, {
        ...(transposeA ? { transA: { kind: "int", value: 1 } } : {}),
        ...(transposeB ? { transB: { kind: "int", value: 1 } } : {}),
      }),
    derive: (node, gradient) => {
      const [a, b, bias] = node.inputs as [Tensor, Tensor, Tensor | undefined];
      const byA = transposeA
        ? matmul(b, gradient, { transposeA: transposeB, transposeB: true })
        : matmul(gradient, b, { transposeB: !transposeB });
      const byB = transposeB
        ? matmul(gradient, a, { transposeA: true, transposeB: transposeA })
        : matmul(a, gradient, { transposeA: !transposeA });
      return bias === undefined ? [byA, byB] : [byA, byB, sumTo(gradient, bias.shape)];
    },
  };
}

const gemmOperators = [false, true].map((transposeA) =>
  [false, true].map((transposeB) => gemmOperator(transposeA, transposeB)),
);

function gemmKernel(node: Tensor, transposeA: boolean, transposeB: boolean): Kernel {
  const [a, , bias] = node.inputs as [Tensor, Tensor, Tensor | undefined];
  const [rows, columns] = node.shape as [number, number];
  const inner = a.shape[transposeA ? 0 : 1];
  const [rowStepA, stepA] = transposeA ? [1, rows] : [inner, 1];
  const [stepB, columnStepB] = transposeB ? [1, inner] : [columns, 1];
  const biasRow = bias !== undefined && sizeOf(bias.shape) > 1;
  const biasStride = bias?.shape.length === 2 && bias.shape[0] !== 1 ? bias.shape[1] : 0;
  const isBiasWide = biasRow && bias?.shape.at(-1) !== 1;
  return ([first, second, third], output) => {
    for (let row = 0; row < rows; row++) {
      const at = row * columns;
      for (let column = 0; column < columns; column++) {
        output[at + column] =
          third === undefined ? 0 : third[row * biasStride + (isBiasWide ? column : 0)];
      }
      addRow(
        { first: first, second: second, output },
        { at, columns, inner },
        {
          ...{ fromA: row * rowStepA, stepA, stepB, columnStepB },
        },
      );
    }
  };
}

interface RowTerms {
  readonly first: Values;
  readonly second: Values;
  readonly output: Values;
}

interface RowSteps {
  /** First element of the row in the first factor, and from one to the next. */
  readonly fromA: number;
  readonly stepA: number;
  /** From one element to the next within a column, and within a row, of the second factor. */
  readonly stepB: number;
  readonly columnStepB: number;
}

/** Adds one row of a product to what the output holds. */
function addRow(
  { first, second, output }: RowTerms,
  { at, columns, inner }: { at: number; columns: number; inner: number },
  { fromA, stepA, stepB, columnStepB }: RowSteps,
): void {
  let column = 0;
  // Four sums in registers, so that nothing is written in the inner loop.
  for (; column + 4 <= columns; column += 4) {
    let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
    const [one, two, three] = [columnStepB, 2 * columnStepB, 3 * columnStepB];
    let place = column * columnStepB;
    for (let k = 0, from = fromA; k < inner; k++, from += stepA, place += stepB) {
      const factor = first[from];
      sum0 += factor * second[place];
      sum1 += factor * second[place + one];
      sum2 += factor * second[place + two];
      sum3 += factor * second[place + three];
    }
    output[at + column] += sum0;
    output[at + column + 1] += sum1;
    output[at + column + 2] += sum2;
    output[at + column + 3] += sum3;
  }
  for (; column < columns; column++) {
    let sum = 0;
    const from = column * columnStepB;
    for (let k = 0; k < inner; k++) sum += first[fromA + k * stepA] * second[from + k * stepB];
    output[at + column] += sum;
  }
}

/**
 * The product of two matrices (`Gemm`), with an optional bias.
 *
 * @throws RangeError where the shapes do not fit
 */
export function matmul(a: Tensor, b: Tensor, options: MatmulOptions = {}): Tensor {
  const { transposeA = false, transposeB = false, bias } = options;
  const found = `${shapeText(a.shape)}${transposeA ? "ᵀ" : ""} · ${shapeText(b.shape)}${transposeB ? "ᵀ" : ""}`;
  if (a.shape.length !== 2 || b.shape.length !== 2) refuseShape("matmul", found, "two matrices");
  const inner = a.shape[transposeA ? 0 : 1];
  if (inner !== b.shape[transposeB ? 1 : 0]) refuseShape("matmul", found, "equal inner dimensions");
  const shape = [a.shape[transposeA ? 1 : 0], b.shape[transposeB ? 0 : 1]];
  const inputs = bias === undefined ? [a, b] : [a, b, bias];
  if (bias !== undefined && !isSameShape(broadcastShapes("matmul", [bias.shape, shape]), shape)) {
    refuseShape("matmul", `a bias of ${shapeText(bias.shape)}`, `one of ${shapeText(shape)}`);
  }
  const operator = gemmOperators[transposeA ? 1 : 0][transposeB ? 1 : 0];
  return a.graph.node(operator, inputs, shape, a.type);
}

/** A product of two matrices without a bias that takes another term in: `a·b + term`. */
export function fuseTerm(product: Tensor, term: Tensor): Tensor | undefined {
  const { operator, inputs, shape } = product;
  if (operator.name !== "Gemm" || inputs.length !== 2 || !isSameShape(shape, term.shape)) {
    return undefined;
  }
  return product.graph.node(operator, [...inputs, term], shape, product.type);
}

const batchOperator: Operator = {
  name: "MatMul",
  detail: "",
  kernel: (node) => {
    const [a] = node.inputs as [Tensor, Tensor];
    const [rows, columns] = node.shape.slice(-2) as [number, number];
    const inner = a.shape[a.shape.length - 1];
    const batches = sizeOf(node.shape) / (rows * columns);
    return ([first, second], output) => {
      output.fill(0);
      for (let batch = 0; batch < batches; batch++) {
        const fromB = batch * inner * columns;
        const part = second.subarray(fromB, fromB + inner * columns);
        for (let row = 0; row < rows; row++) {
          const at = (batch * rows + row) * columns;
          const fromA = (batch * rows + row) * inner;
          addRow(
            { first: first, second: part, output },
            { at, columns, inner },
            {
              ...{ fromA, stepA: 1, stepB: columns, columnStepB: 1 },
            },
          );
        }
      }
    };
  },
  emit: (_, emitter) => emitter.result("MatMul", emitter.inputs),
  derive: (node, gradient) => {
    const [a, b] = node.inputs as [Tensor, Tensor];
    return [matmulBatched(gradient, swapLast(b)), matmulBatched(swapLast(a), gradient)];
  },
};

function swapLast(tensor: Tensor): Tensor {
  const order = tensor.shape.map((_, axis) => axis);
  [order[order.length - 2], order[order.length - 1]] = [order.length - 1, order.length - 2];
  return transpose(tensor, order);
}

/** Products of as many pairs of matrices as the outer dimensions hold; these must be equal. */
export function matmulBatched(a: Tensor, b: Tensor): Tensor {
  const found = `${shapeText(a.shape)} · ${shapeText(b.shape)}`;
  const rank = a.shape.length;
  if (rank < 3 || b.shape.length !== rank) {
    refuseShape("matmulBatched", found, "matrices with outer dimensions");
  }
  if (!isSameShape(a.shape.slice(0, -2), b.shape.slice(0, -2))) {
    refuseShape("matmulBatched", found, "equal outer dimensions");
  }
  if (a.shape.at(-1) !== b.shape.at(-2)) {
    refuseShape("matmulBatched", found, "equal inner dimensions");
  }
  const shape = [...a.shape.slice(0, -1), b.shape[rank - 1]];
  return a.graph.node(batchOperator, [a, b], shape, a.type);
}
