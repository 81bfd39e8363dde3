import { describe, test } from "node:test";
import { graphField, modelField, nodeField, tensorField, valueField } from "./onnx-fields.ts";
import {
  createFile,
  expectRefusal,
  fromHex,
  type RefusalCase,
  type Write,
  writeTinyValue,
} from "./onnx-file-fixture.ts";

/** A file with one more input, of a type that is written by hand. */
const createInputFile = (typeHex: string): Uint8Array =>
  createFile({
    graph: (graph) =>
      graph.message(graphField.input, (input) => {
        input.text(valueField.name, "z");
        input.bytes(valueField.type, fromHex(typeHex));
      }),
  });

const createNodeFile = (write: Write): Uint8Array =>
  createFile({ graph: (graph) => graph.message(graphField.node, write) });

const graphRefusals: readonly RefusalCase[] = [
  [
    "with an operator of somebody",
    createFile({ node: (node) => node.text(nodeField.domain, "com.some") }),
    /^model.graph.node\[0\]: found "Relu" of domain "com.some", expected a standard operator/,
  ],
  [
    "with a nameless operator",
    createFile({ node: (node) => node.text(nodeField.operator, "") }),
    /^model.graph.node\[0\]: found no operator, expected its name/,
  ],
  [
    "with a value used before it is defined",
    createNodeFile((node) => {
      node.text(nodeField.name, "fc");
      node.text(nodeField.operator, "Relu");
      node.text(nodeField.input, "z");
      node.text(nodeField.output, "z");
    }),
    /^model.graph.node\[1\] "fc": found input "z" before its definition, expected a graph input/,
  ],
  [
    "with a value defined by two nodes",
    createNodeFile((node) => {
      node.text(nodeField.operator, "Relu");
      node.text(nodeField.output, "y");
    }),
    /^model.graph.node\[1\]: found a second definition of "y", expected one/,
  ],
  [
    "with a node that writes over an input",
    createFile({ node: (node) => node.text(nodeField.output, "x") }),
    /node\[0\]: found a second definition of "x"/,
  ],
  [
    "with a node without output",
    createNodeFile((node) => node.text(nodeField.operator, "Relu")),
    /node\[1\]: found no output, expected at least one/,
  ],
  [
    "with an input twice",
    createFile({ graph: (graph) => graph.message(graphField.input, writeTinyValue("x")) }),
    /^model.graph.input\[1\] "x": found a second definition of "x", expected one/,
  ],
  [
    "with an output twice",
    createFile({ graph: (graph) => graph.message(graphField.output, writeTinyValue("y")) }),
    /^model.graph.output\[1\] "y": found a second definition/,
  ],
  [
    "with an output that nobody makes",
    createFile({ graph: (graph) => graph.message(graphField.output, writeTinyValue("z")) }),
    /^model.graph.output\[1\] "z": found no value of its name, expected one that the graph makes/,
  ],
  [
    "with an unnamed input",
    createFile({ graph: (graph) => graph.message(graphField.input, writeTinyValue("")) }),
    /^model.graph.input\[1\]: found no name, expected one/,
  ],
  [
    "of IR version 3 with an initializer that is no input",
    createFile({
      model: (model) => model.int(modelField.irVersion, 3),
      graph: (graph) =>
        graph.message(graphField.initializer, (tensor) => {
          tensor.text(tensorField.name, "w");
          tensor.int(tensorField.elementType, 1);
          tensor.float(tensorField.floatData, 1);
        }),
    }),
    /initializer\[0\] "w": found no graph input of its name, expected one before IR version 4/,
  ],
];

describe("decodeModel refuses a graph", () => {
  for (const [name, bytes, reason] of graphRefusals) test(name, () => expectRefusal(bytes, reason));
});

const inputRefusals: readonly RefusalCase[] = [
  [
    "without a type",
    createFile({ graph: (graph) => graph.message(graphField.input, (z) => z.text(1, "z")) }),
    /^model.graph.input\[1\] "z": found no type of a tensor, expected a dense tensor/,
  ],
  ["that is a sequence", createInputFile("22 02 0a 00"), /"z": found no type of a tensor/],
  ["of strings", createInputFile("0a 04 08 08 12 00"), /"z": found element type 8 \(string\)/],
  ["of unknown rank", createInputFile("0a 02 08 01"), /"z": found no shape, expected one/],
  [
    "of two shapes",
    createInputFile("0a 06 08 01 12 00 12 00"),
    /input\[1\].type.tensor_type at byte \d+: found a second shape, expected one/,
  ],
  ["of two types", createInputFile("0a 00 0a 00"), /found a second tensor_type, expected one/],
  [
    "of a negative size",
    createInputFile("0a 11 08 01 12 0d 0a 0b 08 ffffffffffffffffff01"),
    /"z": found size -1 of dimension 0, expected from 0/,
  ],
];

describe("decodeModel refuses an input", () => {
  for (const [name, bytes, reason] of inputRefusals) test(name, () => expectRefusal(bytes, reason));
});

test("a refusal shows a strange name cut and with nothing hidden", () => {
  const name = `a"\u001b[2J\u202e${"b".repeat(1000)}`;
  const file = createFile({
    graph: (graph) => graph.message(graphField.output, writeTinyValue(name)),
  });
  expectRefusal(
    file,
    /^model.graph.output\[1\] "a\\"\\u\{1b\}\[2J\\u\{202e\}b{73}"…: found no value/,
  );
});
