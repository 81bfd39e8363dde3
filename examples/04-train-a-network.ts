/**
 * A network that learns to tell two spirals apart, and what it then says of every point of the plane.
 * The training step is one ONNX graph; the picture is computed without ONNX Runtime.
 */
import {
  cosineRate,
  createDense,
  crossEntropy,
  Graph,
  meanOf,
  ParameterLayout,
  PlainSession,
  parametersInput,
  type Tensor,
  Trainer,
  tanh,
  type Weights,
} from "../src/neural/index.ts";

// What is learnt: a column of numbers that the layers cut into matrices.
const layout = new ParameterLayout();
const layers = [
  createDense(layout, "hidden1", { inputs: 2, outputs: 32, activation: tanh }),
  createDense(layout, "hidden2", { inputs: 32, outputs: 32, activation: tanh }),
  createDense(layout, "classes", { inputs: 32, outputs: 2 }),
];
const network = (weights: Weights, points: Tensor): Tensor =>
  layers.reduce((signal, layer) => layer(weights, signal), points);

// Two spirals of a hundred points each.
const count = 200;
const points = new Float32Array(2 * count);
const classes = Int32Array.from({ length: count }, (_, at) => at % 2);
for (let at = 0; at < count; at++) {
  const turn = 0.5 + (at / count) * 9;
  const angle = turn + Math.PI * (at % 2);
  points.set([(Math.cos(angle) * turn) / 10, (Math.sin(angle) * turn) / 10], 2 * at);
}

const build = (graph: Graph, weights: Weights) => {
  const logits = network(weights, graph.input("points", [count, 2]));
  return { loss: meanOf(crossEntropy(logits, graph.input("classes", [count], "int64"))) };
};
const trainer = await Trainer.open({ layout, build }, 1);
const steps = 1500;
const rate = cosineRate(0.02, steps);
for (let step = 1; step <= steps; step++) {
  const { loss } = await trainer.step({ points, classes }, rate(step));
  if (step === 1 || step % 500 === 0) console.log(`step ${step}: loss ${loss?.toFixed(4)}`);
}
await trainer.close();

// Every cell of the terminal as one observation of a batch; a cell is twice as high as wide.
const [columns, rows] = [68, 34];
const cells = new Float32Array(2 * columns * rows);
for (let cell = 0; cell < columns * rows; cell++) {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  cells.set([(2 * column) / (columns - 1) - 1, 1 - (2 * row) / (rows - 1)], 2 * cell);
}
const graph = new Graph();
const { weights } = layout.bind(graph);
const outputs = { logits: network(weights, graph.input("points", [columns * rows, 2])) };
const session = new PlainSession({ outputs, values: { [parametersInput]: trainer.parameters } });
const { logits } = await session.run({ points: cells });
const marks: string[] = Array.from({ length: columns * rows }, (_, cell) =>
  Number(logits?.[2 * cell]) > Number(logits?.[2 * cell + 1]) ? "·" : "#",
);
for (let at = 0; at < count; at++) {
  const column = Math.round(((points[2 * at]! + 1) / 2) * (columns - 1));
  const row = Math.round(((1 - points[2 * at + 1]!) / 2) * (rows - 1));
  marks[row * columns + column] = classes[at] === 0 ? "o" : "x";
}
for (let row = 0; row < rows; row++) {
  console.log(marks.slice(row * columns, (row + 1) * columns).join(""));
}
console.log("o, x: the points it has seen; ·, #: what it says of all others");
