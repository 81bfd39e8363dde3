import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { graphField, tensorField } from "./onnx-fields.ts";
import {
  createFile,
  createTensorFile,
  decoded,
  expectRefusal,
  fromHex,
  type RefusalCase,
  type Write,
} from "./onnx-file-fixture.ts";

const ofLength = (length: number) => new Uint8Array(length);

/** What a foreign writer may put into the place of raw data, and what it means. */
function initializerOf(write: Write): unknown {
  const graph: Write = (writer) => writer.message(graphField.initializer, write);
  return decoded(createFile({ graph })).graph.initializers[0];
}

function writeHead(tensor: Parameters<Write>[0], code: number): void {
  tensor.text(tensorField.name, "w");
  tensor.int(tensorField.shape, 2);
  tensor.int(tensorField.elementType, code);
}

const negativeVarint = [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];

describe("a tensor of a foreign writer", () => {
  const floats = { name: "w", type: "float32", shape: [2], data: Float32Array.of(0.5, -2) };

  test("may have packed floats", () => {
    const write: Write = (tensor) => {
      writeHead(tensor, 1);
      tensor.bytes(tensorField.floatData, new Uint8Array(Float32Array.of(0.5, -2).buffer));
    };
    deepEqual(initializerOf(write), floats);
  });

  test("may have floats that are not packed, before its type", () => {
    const write: Write = (tensor) => {
      tensor.float(tensorField.floatData, 0.5);
      tensor.float(tensorField.floatData, -2);
      writeHead(tensor, 1);
    };
    deepEqual(initializerOf(write), floats);
  });

  test("may have packed doubles", () => {
    const data = Float64Array.of(0.1, -0);
    const write: Write = (tensor) => {
      writeHead(tensor, 11);
      tensor.bytes(tensorField.doubleData, new Uint8Array(data.buffer));
    };
    deepEqual(initializerOf(write), { name: "w", type: "float64", shape: [2], data });
  });

  test("may have integers, packed or not, or in pieces", () => {
    const expected = { name: "w", type: "int64", shape: [2], data: BigInt64Array.of(300n, -2n) };
    const packed: Write = (tensor) => {
      writeHead(tensor, 7);
      tensor.bytes(tensorField.int64Data, Uint8Array.of(0xac, 0x02, ...negativeVarint));
    };
    const pieces: Write = (tensor) => {
      writeHead(tensor, 7);
      tensor.int(tensorField.int64Data, 300);
      tensor.bytes(tensorField.int64Data, Uint8Array.from(negativeVarint));
    };
    deepEqual(initializerOf(packed), expected);
    deepEqual(initializerOf(pieces), expected);
  });

  test("may have bools as 32-bit integers", () => {
    const write: Write = (tensor) => {
      writeHead(tensor, 9);
      tensor.bytes(tensorField.int32Data, Uint8Array.of(1, 0));
    };
    const data = Uint8Array.of(1, 0);
    deepEqual(initializerOf(write), { name: "w", type: "bool", shape: [2], data });
  });

  test("may have a packed shape, and no data when it has no elements", () => {
    const write: Write = (tensor) => {
      tensor.bytes(tensorField.shape, Uint8Array.of(3, 0));
      tensor.int(tensorField.elementType, 1);
      tensor.text(tensorField.name, "w");
    };
    const data = new Float32Array(0);
    deepEqual(initializerOf(write), { name: "w", type: "float32", shape: [3, 0], data });
  });

  test("may have its raw data after an empty list of floats", () => {
    const write: Write = (tensor) => {
      tensor.bytes(tensorField.floatData, new Uint8Array(0));
      writeHead(tensor, 1);
      tensor.bytes(tensorField.rawData, new Uint8Array(Float32Array.of(0.5, -2).buffer));
    };
    deepEqual(initializerOf(write), floats);
  });

  test("may give an input its default by an initializer of the same name", () => {
    const write: Write = (tensor) => {
      tensor.text(tensorField.name, "x");
      tensor.int(tensorField.shape, 1);
      tensor.int(tensorField.elementType, 1);
      tensor.float(tensorField.floatData, 4);
    };
    const initializer = initializerOf(write);
    deepEqual(initializer, { name: "x", type: "float32", shape: [1], data: Float32Array.of(4) });
  });
});

const refusals: readonly RefusalCase[] = [
  [
    "of half precision",
    createTensorFile(10),
    /^model.graph.initializer\[0\] "w": found element type 10 \(float16\), expected float32 \(1\)/,
  ],
  ["of an unknown type", createTensorFile(99), /"w": found element type 99 \(unknown\)/],
  ["of no type", createTensorFile(0), /found element type 0 \(undefined\)/],
  [
    "in another file",
    createTensorFile(1, (tensor) => tensor.int(tensorField.dataLocation, 1)),
    /"w": found data in another file \(data_location 1\), expected data in this one/,
  ],
  [
    "in segments",
    createTensorFile(1, (tensor) => tensor.message(tensorField.segment, () => {})),
    /"w": found a segment, expected a whole tensor/,
  ],
  [
    "without data",
    createTensorFile(1),
    /found 0 bytes of data, expected 8 for float32 of shape \[2\]/,
  ],
  [
    "with too few bytes",
    createTensorFile(11, (tensor) => tensor.bytes(tensorField.rawData, ofLength(8))),
    /"w": found 8 bytes of data, expected 16 for float64 of shape \[2\]/,
  ],
  [
    "with too many bytes",
    createTensorFile(9, (tensor) => tensor.bytes(tensorField.rawData, ofLength(3))),
    /found 3 bytes of data, expected 2 for bool of shape \[2\]/,
  ],
  [
    "with too few integers",
    createTensorFile(7, (tensor) => tensor.int(tensorField.int64Data, 1)),
    /found 1 elements of data, expected 2 for int64 of shape \[2\]/,
  ],
  [
    "with floats in broken pieces",
    createTensorFile(1, (tensor) => {
      tensor.bytes(tensorField.floatData, ofLength(3));
      tensor.bytes(tensorField.floatData, ofLength(5));
    }),
    /"w": found data that ends within an element, expected whole ones/,
  ],
  [
    "with a cut integer",
    createTensorFile(7, (tensor) => tensor.bytes(tensorField.int64Data, fromHex("01 01 80"))),
    /initializer\[0\].int64_data at byte \d+: found 0 bytes to the end/,
  ],
  [
    "of enormous sizes",
    createTensorFile(1, (tensor) => {
      for (let axis = 0; axis < 40; axis++) tensor.int(tensorField.shape, 2 ** 52);
    }),
    /found 0 bytes of data, expected Infinity for float32/,
  ],
  [
    "of a negative size",
    createTensorFile(1, (tensor) => tensor.int(tensorField.shape, -2)),
    /"w": found size -2 of dimension 1, expected from 0/,
  ],
  [
    "with data of another type",
    createTensorFile(1, (tensor) => tensor.int(tensorField.int64Data, 1)),
    /"w": found elements in int64_data, expected those of float32 in raw_data or in float_data/,
  ],
  [
    "with data twice",
    createTensorFile(1, (tensor) => {
      tensor.bytes(tensorField.rawData, ofLength(8));
      tensor.float(tensorField.floatData, 1);
    }),
    /found elements in raw_data and float_data/,
  ],
  [
    "with a bool 2",
    createTensorFile(9, (tensor) => tensor.bytes(tensorField.rawData, Uint8Array.of(1, 2))),
    /"w": found bool 2 at element 1, expected 0 or 1/,
  ],
  [
    "with a bool -2 among integers",
    createTensorFile(9, (tensor) => {
      tensor.int(tensorField.int32Data, 1);
      tensor.int(tensorField.int32Data, -2);
    }),
    /initializer\[0\].int32_data: found bool -2, expected 0 or 1/,
  ],
  [
    "that is sparse",
    createFile({ graph: (graph) => graph.message(graphField.sparseInitializer, () => {}) }),
    /^model.graph: found a sparse initializer, expected dense ones/,
  ],
];

describe("decodeModel refuses a tensor", () => {
  for (const [name, bytes, reason] of refusals) test(name, () => expectRefusal(bytes, reason));
});
