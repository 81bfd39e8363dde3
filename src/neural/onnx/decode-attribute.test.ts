import { deepEqual } from "node:assert/strict";
import { describe, test } from "node:test";
import { attributeField, nodeField, tensorField } from "./onnx-fields.ts";
import {
  createFile,
  decoded,
  expectRefusal,
  fromHex,
  type RefusalCase,
  type Write,
} from "./onnx-file-fixture.ts";

/** A file whose node has an attribute a. */
const createAttributeFile = (code: number, write: Write = () => {}): Uint8Array =>
  createFile({
    node: (node) =>
      node.message(nodeField.attribute, (attribute) => {
        attribute.text(attributeField.name, "a");
        attribute.int(attributeField.type, code);
        write(attribute);
      }),
  });

test("a foreign writer may pack lists of numbers, and leave out what is zero", () => {
  const model = decoded(
    createFile({
      node: (node) => {
        node.message(nodeField.attribute, (axes) => {
          axes.text(attributeField.name, "axes");
          axes.bytes(attributeField.ints, Uint8Array.of(3, ...fromHex("feffffffffffffffff01")));
          axes.int(attributeField.type, 7);
        });
        node.message(nodeField.attribute, (scales) => {
          scales.text(attributeField.name, "scales");
          scales.bytes(attributeField.floats, new Uint8Array(Float32Array.of(1, 2).buffer));
          scales.int(attributeField.type, 6);
        });
        node.message(nodeField.attribute, (zero) => {
          zero.text(attributeField.name, "zero");
          zero.int(attributeField.type, 2);
        });
      },
    }),
  );
  deepEqual(model.graph.nodes[0].attributes, {
    axes: { kind: "ints", values: [3, -2] },
    scales: { kind: "floats", values: [1, 2] },
    zero: { kind: "int", value: 0 },
  });
});

const refusals: readonly RefusalCase[] = [
  [
    "that is a graph",
    createAttributeFile(5),
    /^model.graph.node\[0\].attribute\[0\] "a": found kind 5 \(graph\), expected one of float/,
  ],
  ["that is a sparse tensor", createAttributeFile(11), /"a": found kind 11 \(sparse tensor\)/],
  ["that is of no kind", createAttributeFile(0), /"a": found kind 0 \(undefined\)/],
  ["that is of an unknown kind", createAttributeFile(77), /"a": found kind 77 \(unknown\)/],
  ["that is a tensor without one", createAttributeFile(4), /"a": found no tensor, expected one/],
  [
    "with a value of another kind",
    createAttributeFile(2, (attribute) => attribute.float(attributeField.float, 1)),
    /"a": found a value of kind float, expected int/,
  ],
  [
    "with two tensors",
    createAttributeFile(4, (attribute) => {
      const write: Write = (tensor) => {
        tensor.int(tensorField.elementType, 1);
        tensor.float(tensorField.floatData, 1);
      };
      attribute.message(attributeField.tensor, write);
      attribute.message(attributeField.tensor, write);
    }),
    /found a second t, expected one/,
  ],
  [
    "that refers to a function's",
    createAttributeFile(2, (attribute) => attribute.text(attributeField.reference, "b")),
    /"a": found a reference to a function's attribute, expected a value/,
  ],
  [
    "over 2^53",
    createAttributeFile(7, (a) => a.bytes(attributeField.ints, fromHex("808080808080 8010"))),
    /attribute\[0\].ints at byte \d+: found an integer near 9007199254740992, expected at most/,
  ],
  [
    "without a name",
    createAttributeFile(2, (attribute) => attribute.text(attributeField.name, "")),
    /attribute: found no name, expected one/,
  ],
  [
    "that comes twice",
    createFile({
      node: (node) => {
        const write: Write = (attribute) => {
          attribute.text(attributeField.name, "a");
          attribute.int(attributeField.type, 2);
        };
        node.message(nodeField.attribute, write);
        node.message(nodeField.attribute, write);
      },
    }),
    /attribute\[1\] "a": found a second attribute of this name, expected one/,
  ],
];

describe("decodeModel refuses an attribute", () => {
  for (const [name, bytes, reason] of refusals) test(name, () => expectRefusal(bytes, reason));
});
