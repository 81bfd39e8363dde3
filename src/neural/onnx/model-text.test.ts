import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import { describeModel } from "./model-text.ts";
import { createSampleModel } from "./onnx-model-fixture.ts";

test("a listing shows what goes in and out, what is fixed, and one line a node", () => {
  equal(
    describeModel(createSampleModel()),
    `\
ONNX model, IR version 10, operator set 21, by metaorder 0.1.0
metadata
  seed = "7"
  "" = "no key"
  name = "Größe 尺寸 🎲\\u{feff}"
inputs
  x float32 [batch, 3, ?]
outputs
  y float64 []
  尺寸 bool [0]
initializers
  w float32 [2, 3]
  d float64 []
  n int64 [3]
  b bool [1, 2]
  none float64 [4, 0, 2]
nodes of graph policy
  y, "", 尺寸 = Everything(x, "", w) {${[
    "zero=0",
    "least=-9007199254740991",
    "nan=NaN",
    "negativeZero=-0.0",
    'text="ß\\u{0}🎲"',
    "constant=int64 [1]",
    "axes=[0, -1, 9007199254740991]",
    "scales=[0.5, -0.0, -Infinity]",
    'words=["", "two"]',
    "nothing=[]",
  ].join(", ")}}
`,
  );
});

test("a float is shown with the digits it has, and never as an integer", () => {
  const model = createSampleModel();
  const values = [0.1, 1, 1e10, 16_777_217, 1 / 3, 3.4e38].map(Math.fround);
  const attributes = { list: { kind: "floats", values } } as const;
  const nodes = [{ ...model.graph.nodes[0], attributes }];
  match(
    describeModel({ ...model, graph: { ...model.graph, nodes } }),
    /\{list=\[0\.1, 1\.0, 10000000000\.0, 16777216\.0, 0\.33333334, 3\.4e\+38\]\}/,
  );
});

test("a listing leaves out what is not there", () => {
  const graph = { name: "", nodes: [], initializers: [], inputs: [], outputs: [] };
  const model = { ...createSampleModel(), producerVersion: "", metadata: {}, graph };
  equal(describeModel(model), "ONNX model, IR version 10, operator set 21, by metaorder\n");
});
