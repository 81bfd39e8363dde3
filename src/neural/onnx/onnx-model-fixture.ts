/** Models for tests: one with everything in it, and any at all. */
import fc from "fast-check";
import type {
  OnnxAttribute,
  OnnxModel,
  OnnxNode,
  OnnxTensor,
  OnnxValue,
  TensorData,
} from "./onnx-model.ts";

const tensor = (
  name: string,
  type: OnnxTensor["type"],
  shape: number[],
  data: TensorData,
): OnnxTensor => ({ name, type, shape, data });

/** Every kind of attribute, every element type, and the values that are easily lost. */
export function createSampleModel(): OnnxModel {
  const floats = Float32Array.of(Number.NaN, -0, Number.POSITIVE_INFINITY, 1.5, -2e-45, 0.1);
  return {
    irVersion: 10,
    opset: 21,
    producer: "metaorder",
    producerVersion: "0.1.0",
    metadata: { seed: "7", "": "no key", name: "Größe 尺寸 🎲\ufeff" },
    graph: {
      name: "policy",
      inputs: [{ name: "x", type: "float32", shape: ["batch", 3, ""] }],
      outputs: [
        { name: "y", type: "float64", shape: [] },
        { name: "尺寸", type: "bool", shape: [0] },
      ],
      initializers: [
        tensor("w", "float32", [2, 3], floats),
        tensor("d", "float64", [], Float64Array.of(-0)),
        tensor("n", "int64", [3], BigInt64Array.of(-1n, -(2n ** 63n), 2n ** 63n - 1n)),
        tensor("b", "bool", [1, 2], Uint8Array.of(0, 1)),
        tensor("none", "float64", [4, 0, 2], new Float64Array(0)),
      ],
      nodes: [
        {
          operator: "Everything",
          name: "first",
          inputs: ["x", "", "w"],
          outputs: ["y", "", "尺寸"],
          attributes: {
            zero: { kind: "int", value: 0 },
            least: { kind: "int", value: Number.MIN_SAFE_INTEGER },
            nan: { kind: "float", value: Number.NaN },
            negativeZero: { kind: "float", value: -0 },
            text: { kind: "string", value: "ß\u0000🎲" },
            constant: { kind: "tensor", value: tensor("", "int64", [1], BigInt64Array.of(-5n)) },
            axes: { kind: "ints", values: [0, -1, Number.MAX_SAFE_INTEGER] },
            scales: { kind: "floats", values: [0.5, -0, Number.NEGATIVE_INFINITY] },
            words: { kind: "strings", values: ["", "two"] },
            nothing: { kind: "ints", values: [] },
          },
        },
      ],
    },
  };
}

/** Plain objects, as the reader makes them. */
const plain = { noNullPrototype: true } as const;

const anyText = fc.string({ unit: "binary", maxLength: 6 });
const anyName = fc.string({ unit: "binary", minLength: 1, maxLength: 6 });
const anyFloat = fc.float();
const anySizes = fc.array(fc.nat(3), { maxLength: 3 });

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  int64: BigInt64Array,
  bool: Uint8Array,
} as const;

/** A tensor of any bits, those of unusual NaNs included. */
const anyTensor: fc.Arbitrary<OnnxTensor> = fc
  .record({
    name: anyText,
    type: fc.constantFrom("float32", "float64", "int64", "bool"),
    shape: anySizes,
  })
  .chain(({ name, type, shape }) => {
    const elements = shape.reduce((product, size) => product * size, 1);
    const length = elements * arrays[type].BYTES_PER_ELEMENT;
    const byte = fc.nat(type === "bool" ? 1 : 255);
    return fc
      .array(byte, { minLength: length, maxLength: length })
      .map((bytes) => tensor(name, type, shape, new arrays[type](Uint8Array.from(bytes).buffer)));
  });

const anyAttribute: fc.Arbitrary<OnnxAttribute> = fc.oneof(
  fc.record({ kind: fc.constant("int" as const), value: fc.maxSafeInteger() }, plain),
  fc.record({ kind: fc.constant("float" as const), value: anyFloat }, plain),
  fc.record({ kind: fc.constant("string" as const), value: anyText }, plain),
  fc.record({ kind: fc.constant("tensor" as const), value: anyTensor }, plain),
  fc.record({ kind: fc.constant("ints" as const), values: fc.array(fc.maxSafeInteger()) }, plain),
  fc.record({ kind: fc.constant("floats" as const), values: fc.array(anyFloat) }, plain),
  fc.record({ kind: fc.constant("strings" as const), values: fc.array(anyText) }, plain),
);

const anyValue: fc.Arbitrary<OnnxValue> = fc.record(
  {
    name: fc.constant(""),
    type: fc.constantFrom("float32", "float64", "int64", "bool"),
    shape: fc.array(fc.oneof(fc.maxSafeInteger().map(Math.abs), anyText), { maxLength: 3 }),
  },
  plain,
);

const anySketch = fc.record({
  operator: anyName,
  name: anyText,
  picks: fc.array(fc.nat(100), { maxLength: 3 }),
  attributes: fc.dictionary(anyName, anyAttribute, { maxKeys: 3, ...plain }),
});

/** A model that keeps the rules: names are dealt to inputs, initializers and nodes in turn. */
export const anyModel: fc.Arbitrary<OnnxModel> = fc
  .record({
    names: fc.uniqueArray(anyName, { minLength: 9, maxLength: 9 }),
    values: fc.array(anyValue, { minLength: 5, maxLength: 5 }),
    tensors: fc.array(anyTensor, { minLength: 2, maxLength: 2 }),
    sketches: fc.array(anySketch, { minLength: 1, maxLength: 4 }),
    irVersion: fc.integer({ min: 4, max: 13 }),
    opset: fc.integer({ min: 7, max: 25 }),
    texts: fc.tuple(anyText, anyText, anyText),
    metadata: fc.dictionary(anyText, anyText, { maxKeys: 3, ...plain }),
  })
  .map(({ names, values, tensors, sketches, irVersion, opset, texts, metadata }) => {
    const nodes = sketches.map(({ operator, name, picks, attributes }, at): OnnxNode => {
      const known = ["", ...names.slice(0, 5 + at)];
      const inputs = picks.map((pick) => known[pick % known.length]);
      return { operator, name, inputs, outputs: [names[5 + at]], attributes };
    });
    const [producer, producerVersion, graphName] = texts;
    const graph = {
      name: graphName,
      nodes,
      initializers: tensors.map((value, at) => ({ ...value, name: names[3 + at] })),
      inputs: values.slice(0, 3).map((value, at) => ({ ...value, name: names[at] })),
      outputs: values.slice(3).map((value, at) => ({ ...value, name: names[at + 4] })),
    };
    return { irVersion, opset, producer, producerVersion, metadata, graph };
  });
