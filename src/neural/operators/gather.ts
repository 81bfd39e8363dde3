/** Rows of a table by number, and numbers as rows of zeros and a one. */
import type { Operator, Tensor } from "../graph.ts";
import { refuseShape, type Shape, shapeText, sizeOf } from "../shape.ts";
import { zerosLike } from "./slice.ts";

const gatherOperator: Operator = {
  name: "Gather",
  detail: "",
  kernel: (node) => {
    const [table] = node.inputs as [Tensor];
    const width = table.shape.slice(1).reduce((size, dimension) => size * dimension, 1);
    return ([rows, places], output) => {
      for (let at = 0; at < places.length; at++) {
        const row = places[at];
        if (!(row >= 0 && row < table.shape[0])) refuseRow(row, table.shape[0]);
        for (let k = 0; k < width; k++) output[at * width + k] = rows[row * width + k];
      }
    };
  },
  emit: (_, emitter) => emitter.result("Gather", emitter.inputs),
  derive: (node, gradient) => {
    const [table, places] = node.inputs as [Tensor, Tensor];
    return [addRows(table.shape, places, gradient), undefined];
  },
};

function refuseRow(row: number, count: number): never {
  throw new RangeError(`gather: found row ${row}, expected one of ${count}`);
}

/**
 * Rows of a table, by number.
 *
 * @param table [rows, …]
 * @param places whole numbers from 0, of any shape
 * @returns [...places, …]
 */
export function gather(table: Tensor, places: Tensor): Tensor {
  if (places.type !== "int64" || table.shape.length === 0) {
    const found = `${shapeText(table.shape)} by ${places.type} ${shapeText(places.shape)}`;
    refuseShape("gather", found, "a table and whole numbers");
  }
  const shape = [...places.shape, ...table.shape.slice(1)];
  return table.graph.node(gatherOperator, [table, places], shape, table.type);
}

/**
 * `ScatterElements`, not `ScatterND`: with several threads ONNX Runtime 1.30 loses updates of the
 * latter where a row is named more than once.
 */
const addRowsOperator: Operator = {
  name: "ScatterElements",
  detail: "axis=0, reduction=add",
  kernel: (node) => {
    const width = node.shape.slice(1).reduce((size, dimension) => size * dimension, 1);
    return ([base, places, rows], output) => {
      output.set(base);
      for (let at = 0; at < places.length; at++) {
        const from = places[at] * width;
        for (let k = 0; k < width; k++) output[from + k] += rows[at * width + k];
      }
    };
  },
  emit: (node, emitter) => {
    const [base, places, rows] = emitter.inputs;
    const [count, inner] = [sizeOf(node.inputs[1].shape), node.shape.slice(1)];
    const flat = emitter.step("Reshape", [rows, emitter.int64([count, ...inner])]);
    // It wants the row of every single element.
    const column = emitter.int64([count, ...inner.map(() => 1)]);
    const turned = emitter.step("Reshape", [places, column]);
    const wide = emitter.step("Expand", [turned, emitter.int64([count, ...inner])]);
    emitter.result("ScatterElements", [base, wide, flat], {
      axis: { kind: "int", value: 0 },
      reduction: { kind: "string", value: "add" },
    });
  },
  derive: (node, gradient) => [gradient, undefined, gather(gradient, node.inputs[1])],
};

/** A table of zeros to which rows are added, by number: the gradient of `gather`. */
function addRows(shape: Shape, places: Tensor, rows: Tensor): Tensor {
  const zeros = zerosLike(rows, shape);
  return rows.graph.node(addRowsOperator, [zeros, places, rows], shape, rows.type);
}

function oneHotOperator(depth: number): Operator {
  return {
    name: "OneHot",
    detail: `depth=${depth}`,
    kernel: () => (inputs, output) => {
      output.fill(0);
      const [places] = inputs;
      for (let at = 0; at < places.length; at++) {
        const place = places[at];
        if (!(place >= 0 && place < depth)) refuseRow(place, depth);
        output[at * depth + place] = 1;
      }
    },
    emit: (_, emitter) => {
      const values = emitter.step("Concat", [zeroOne(emitter, 0), zeroOne(emitter, 1)], {
        axis: { kind: "int", value: 0 },
      });
      emitter.result("OneHot", [emitter.inputs[0], emitter.int64([depth]), values]);
    },
    derive: () => [undefined],
  };
}

function zeroOne(emitter: Parameters<Operator["emit"]>[1], value: number): string {
  return emitter.step("Unsqueeze", [emitter.float(value), emitter.int64([0])]);
}

/** A row of zeros with a one at the place of each number; [...places, depth]. */
export function oneHot(places: Tensor, depth: number): Tensor {
  if (places.type !== "int64") {
    refuseShape("oneHot", `${places.type} ${shapeText(places.shape)}`, "whole numbers");
  }
  if (!(Number.isInteger(depth) && depth >= 1)) {
    refuseShape("oneHot", `depth ${depth}`, "a whole number from 1");
  }
  return places.graph.node(oneHotOperator(depth), [places], [...places.shape, depth]);
}
