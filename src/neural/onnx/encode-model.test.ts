import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { InvariantError } from "../../core/assert.ts";
import { encodeModel } from "./encode-model.ts";
import type { OnnxAttribute, OnnxModel, OnnxTensor } from "./onnx-model.ts";
import { createSampleModel } from "./onnx-model-fixture.ts";

/** Written out by hand from onnx.proto: y = Elu(x) {alpha=0.5}, with a scalar w nobody reads. */
const tinyHex = `
  08 08                                IR version 8
  12 01 61                             producer a
  42 02  10 11                         operator set 17
  72 06  0a 01 6b  12 01 76            metadata k = v
  3a 51                                graph of 81 bytes
    0a 1c                              node of 28 bytes
      0a 01 78  12 01 79               x -> y
      22 03 45 6c 75                   Elu
      2a 0f                            attribute of 15 bytes
        0a 05 61 6c 70 68 61           alpha
        15 00 00 00 3f                 f = 0.5
        a0 01 01                       type FLOAT
    12 01 67                           name g
    2a 0b                              initializer of 11 bytes, no dims
      10 01  42 01 77                  float32, w
      4a 04 00 00 80 bf                raw data, -1
    5a 0f                              input of 15 bytes
      0a 01 78                         x
      12 0a 0a 08  08 01               tensor of float32
        12 04 0a 02 08 01              shape [1]
    62 10                              output of 16 bytes
      0a 01 79                         y
      12 0b 0a 09  08 01
        12 05 0a 03 12 01 62           shape [b]
`;

const tiny: OnnxModel = {
  irVersion: 8,
  opset: 17,
  producer: "a",
  producerVersion: "",
  metadata: { k: "v" },
  graph: {
    name: "g",
    nodes: [
      {
        operator: "Elu",
        name: "",
        inputs: ["x"],
        outputs: ["y"],
        attributes: { alpha: { kind: "float", value: 0.5 } },
      },
    ],
    initializers: [{ name: "w", type: "float32", shape: [], data: Float32Array.of(-1) }],
    inputs: [{ name: "x", type: "float32", shape: [1] }],
    outputs: [{ name: "y", type: "float32", shape: ["b"] }],
  },
};

const withInitializer = (change: Partial<OnnxTensor>): OnnxModel => ({
  ...tiny,
  graph: { ...tiny.graph, initializers: [{ ...tiny.graph.initializers[0], ...change }] },
});

const withAttribute = (name: string, attribute: OnnxAttribute): OnnxModel => ({
  ...tiny,
  graph: { ...tiny.graph, nodes: [{ ...tiny.graph.nodes[0], attributes: { [name]: attribute } }] },
});

describe("encodeModel", () => {
  test("writes a tiny model byte by byte as onnx.proto has it", () => {
    // The two-digit words at the start of a line are bytes; what follows is a remark.
    const lines = tinyHex
      .split("\n")
      .map((line) => /^\s*((?:[0-9a-f]{2}(?:\s+|$))*)/.exec(line)?.[1]);
    const expected = Buffer.from(lines.join("").replace(/\s/g, ""), "hex");
    deepEqual(Buffer.from(encodeModel(tiny)), expected);
  });

  test("writes the same bytes for the same model", () => {
    deepEqual(encodeModel(createSampleModel()), encodeModel(createSampleModel()));
  });

  test("writes the part of a buffer that a tensor shows", () => {
    const all = Float32Array.of(9, -1, 9);
    deepEqual(encodeModel(withInitializer({ data: all.subarray(1, 2) })), encodeModel(tiny));
  });
});

const loneSurrogate = "\ud800";

for (const [name, model, rule] of [
  [
    "fewer elements than its shape",
    withInitializer({ shape: [2] }),
    /found 1 elements, expected 2/,
  ],
  ["another array than its type", withInitializer({ type: "float64" }), /expected Float64Array/],
  ["a negative size", withInitializer({ shape: [-1] }), /size -1 of dimension 0/],
  ["half a size", withInitializer({ shape: [0.5] }), /size 0\.5 of dimension 0/],
  ["half a surrogate pair", withInitializer({ name: loneSurrogate }), /half of a surrogate pair/],
  ["a bool 2", withInitializer({ type: "bool", data: Uint8Array.of(2) }), /bool 2 at element 0/],
  ["half an int", withAttribute("a", { kind: "int", value: 0.5 }), /"a": found 0\.5/],
  ["an int that is NaN", withAttribute("a", { kind: "ints", values: [Number.NaN] }), /found NaN/],
  ["an unnamed attribute", withAttribute("", { kind: "ints", values: [] }), /found no name/],
  ["an IR version of NaN", { ...tiny, irVersion: Number.NaN }, /IR version NaN, expected 3 to 13/],
] as const) {
  test(`encodeModel stops at ${name}`, () => {
    throws(
      () => encodeModel(model),
      (error) => error instanceof InvariantError && rule.test(error.message),
    );
  });
}

test("a float of an attribute is rounded to 32 bits", () => {
  const rounded = withAttribute("a", { kind: "float", value: Math.fround(0.1) });
  deepEqual(encodeModel(withAttribute("a", { kind: "float", value: 0.1 })), encodeModel(rounded));
  equal(encodeModel(rounded).length, encodeModel(tiny).length - "alph".length);
});
