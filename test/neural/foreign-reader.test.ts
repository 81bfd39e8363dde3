/** Our model files in another reader, and another writer's in ours. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import proto from "onnx-proto";
import { Graph } from "../../src/neural/graph.ts";
import { createDense } from "../../src/neural/layers/dense.ts";
import { createLstm } from "../../src/neural/layers/recurrent.ts";
import { decodeModel } from "../../src/neural/onnx/decode-model.ts";
import { encodeModel } from "../../src/neural/onnx/encode-model.ts";
import { tanh } from "../../src/neural/operators/elementwise.ts";
import { ParameterLayout, parametersInput } from "../../src/neural/parameters.ts";
import { toOnnx } from "../../src/neural/to-onnx.ts";

const layout = new ParameterLayout();
const lstm = createLstm(layout, "lstm", { features: 3, units: 4 });
const head = createDense(layout, "head", { inputs: 4, outputs: 2, activation: tanh });
const graph = new Graph();
const { weights } = layout.bind(graph);
const states = lstm.run(weights, graph.input("x", [5, 2, 3]));
const model = toOnnx({
  outputs: { y: head(weights, states) },
  values: { [parametersInput]: layout.initialize(1) },
  metadata: { purpose: "test" },
});
const bytes = encodeModel(model);

describe("a model file", () => {
  test("says the same to another reader", () => {
    const { ModelProto } = proto.onnx;
    equal(ModelProto.verify(ModelProto.decode(bytes)), null);
    const read = ModelProto.toObject(ModelProto.decode(bytes), { longs: Number });
    equal(read.opsetImport[0].version, model.opset);
    deepEqual(
      read.graph.node.map(({ opType, input, output }: never) => [opType, input, output]),
      model.graph.nodes.map(({ operator, inputs, outputs }) => [operator, inputs, outputs]),
    );
    const [first] = model.graph.initializers;
    const found = read.graph.initializer.find(({ name }: { name: string }) => name === first?.name);
    const raw = Uint8Array.from(found.rawData);
    deepEqual(new Float32Array(raw.buffer), first?.data);
    deepEqual(read.metadataProps, [{ key: "purpose", value: "test" }]);
  });

  test("written by another writer says the same to ours", () => {
    const { ModelProto } = proto.onnx;
    const again = ModelProto.encode(ModelProto.decode(bytes)).finish();
    const outcome = decodeModel(Uint8Array.from(again));
    ok(outcome.kind === "decoded");
    deepEqual(outcome.model, model);
  });

  test("read back by ours says the same", () => {
    const outcome = decodeModel(bytes);
    ok(outcome.kind === "decoded");
    deepEqual(outcome.model, model);
    deepEqual(encodeModel(outcome.model), bytes);
  });
});
