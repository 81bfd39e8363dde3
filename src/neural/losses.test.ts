import { ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { differentiate } from "./differentiate.ts";
import { awayFromZero, checkGradient, randomStream } from "./gradient-fixture.ts";
import { Graph, type Tensor } from "./graph.ts";
import { checkInOnnxRuntime, compute, drawNormals, expectClose } from "./layers/layer-fixture.ts";
import {
  binaryCrossEntropy,
  boundSmoothly,
  crossEntropy,
  gaussianNegativeLogLikelihood,
  huberError,
  logDeviationBounds,
  meanOf,
  normalEntropy,
  normalLogDensity,
  pinballError,
  squaredError,
} from "./losses.ts";
import { greater } from "./operators/comparison.ts";
import { expand } from "./operators/reduction.ts";

const batch = 4;
const width = 3;
const size = batch * width;
const levels = [0.1, 0.5, 0.9];

/** Inputs of one graph; `classes` are whole numbers. */
function createInputs() {
  const graph = new Graph();
  return {
    graph,
    first: graph.input("first", [batch, width]),
    second: graph.input("second", [batch, width]),
    third: graph.input("third", [batch, width]),
    column: graph.input("column", [batch]),
    classes: graph.input("classes", [batch], "int64"),
  };
}
type Inputs = ReturnType<typeof createInputs>;

const columns = {
  first: drawNormals(size, 1),
  second: drawNormals(size, 2),
  third: drawNormals(size, 3),
  column: drawNormals(batch, 4),
  classes: [2, 0, 1, 2],
};
const { first: a, second: b, third: c } = columns;

/** Values of rows, each computed from its index by plain code. */
const byRow = (value: (row: number) => number): number[] =>
  Array.from({ length: batch }, (_, row) => value(row));
const total = (count: number, value: (at: number) => number): number =>
  Array.from({ length: count }, (_, at) => value(at)).reduce((sum, one) => sum + one, 0);
const overRow = (value: (at: number) => number): number[] =>
  byRow((row) => total(width, (k) => value(row * width + k)));

function logProbabilities(row: number): number[] {
  const logits = a.slice(row * width, (row + 1) * width);
  const partition = Math.log(total(width, (k) => Math.exp(logits[k])));
  return logits.map((logit) => logit - partition);
}

const huber = (error: number, delta: number): number =>
  Math.abs(error) <= delta ? error ** 2 / 2 : delta * (Math.abs(error) - delta / 2);
const probability = (logit: number): number => 1 / (1 + Math.exp(-logit));
const logNormal = (value: number, centre: number, sigma: number): number =>
  Math.log(Math.exp(-0.5 * ((value - centre) / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI)));
const bounds = { low: -1, high: 1 };
const normalOf = ({ first, second }: Inputs) => ({
  mean: first,
  logDeviation: boundSmoothly(second, bounds),
});
const sigmaAt = (at: number): number => Math.exp(-1 + 2 * probability(2 * b[at]));

/** A loss, and what plain code says of it. */
const cases: readonly (readonly [string, (inputs: Inputs) => Tensor, number[]])[] = [
  [
    "squared error",
    ({ first, second }) => squaredError(first, second),
    overRow((at) => (a[at] - b[at]) ** 2 / width),
  ],
  [
    "Huber's loss",
    ({ first, second }) => huberError(first, second, 0.7),
    overRow((at) => huber(a[at] - b[at], 0.7) / width),
  ],
  [
    "cross-entropy",
    ({ first, classes }) => crossEntropy(first, classes),
    byRow((row) => -logProbabilities(row)[columns.classes[row]]),
  ],
  [
    "cross-entropy with smoothed labels",
    ({ first, classes }) => crossEntropy(first, classes, { labelSmoothing: 0.2 }),
    byRow((row) => {
      const logs = logProbabilities(row);
      return -0.8 * logs[columns.classes[row]] - (0.2 * total(width, (k) => logs[k])) / width;
    }),
  ],
  [
    "binary cross-entropy",
    ({ first, second }) => binaryCrossEntropy(first, second),
    overRow((at) => {
      const p = probability(a[at]);
      return -(b[at] * Math.log(p) + (1 - b[at]) * Math.log(1 - p)) / width;
    }),
  ],
  [
    "pinball loss",
    ({ first, column }) => pinballError(first, column, levels),
    overRow((at) => {
      const u = columns.column[Math.floor(at / width)] - a[at];
      return (u > 0 ? levels[at % width] * u : (levels[at % width] - 1) * u) / width;
    }),
  ],
  [
    "log density of normal variables",
    (inputs) => normalLogDensity(normalOf(inputs), inputs.third),
    overRow((at) => logNormal(c[at], a[at], sigmaAt(at))),
  ],
  [
    "Gaussian negative log-likelihood",
    (inputs) => gaussianNegativeLogLikelihood(normalOf(inputs), inputs.third),
    overRow((at) => -logNormal(c[at], a[at], sigmaAt(at))),
  ],
  [
    "entropy of normal variables",
    (inputs) => normalEntropy(normalOf(inputs)),
    overRow((at) => 0.5 * Math.log(2 * Math.PI * Math.E * sigmaAt(at) ** 2)),
  ],
];

for (const [name, build, expected] of cases) {
  describe(name, () => {
    test("is what its formula says", () => {
      expectClose(compute([build(createInputs())], columns)[0], expected);
    });

    test("has the derivative of differences", () => {
      const random = randomStream(5);
      checkGradient(build(createInputs()), ({ type }, at) =>
        type === "int64" ? at % width : awayFromZero(random),
      );
    });

    test("is the same in ONNX Runtime, gradients included", () =>
      checkInOnnxRuntime(build(createInputs()), columns));
  });
}

describe("meanOf", () => {
  const graph = new Graph();
  const values = graph.input("values", [2, 3]);
  const mask = graph.input("mask", [2, 3]);
  const given = { values: [1, 2, 3, 4, 5, 6], mask: [1, 0, 1, 0, 0, 1] };

  test("is the mean of what the mask keeps", () => {
    expectClose(compute([meanOf(values, mask), meanOf(values)], given).flat(), [10 / 3, 3.5]);
  });

  test("is 0 where the mask keeps nothing", () => {
    const nothing = { ...given, mask: [0, 0, 0, 0, 0, 0] };
    expectClose(compute([meanOf(values, mask)], nothing)[0], [0]);
  });

  test("has the derivative of differences", () => {
    const random = randomStream(5);
    checkGradient(meanOf(values, mask), () => random.uniform() + 0.5);
  });

  test("takes truth as a mask", () => {
    expectClose(compute([meanOf(values, greater(values, 4))], given)[0], [5.5]);
  });
});

test("pinball loss is smallest at the quantiles of a sample", () => {
  const count = 999;
  const sample = drawNormals(count, 11).sort((one, other) => one - other);
  const graph = new Graph();
  const quantiles = graph.input("quantiles", [levels.length]);
  const predictions = expand(quantiles, [count, levels.length]);
  const loss = meanOf(pinballError(predictions, graph.constant(sample), levels));
  // Steps as small as the distance between neighbours; the middle one is the empirical quantile.
  const atRank = (shift: number): number[] =>
    levels.map((level) => sample[Math.round(level * (count + 1)) - 1 + shift]);
  const lossAt = (shift: number): number => compute([loss], { quantiles: atRank(shift) })[0][0];
  const lowest = lossAt(0);
  for (const shift of [-20, -5, -1, 1, 5, 20]) {
    const found = lossAt(shift);
    ok(found > lowest, `${shift} ranks away: found ${found}, expected more than ${lowest}`);
  }
});

describe("large numbers", () => {
  test("give finite cross-entropies and gradients in float32", () => {
    const { first, second, classes } = createInputs();
    const losses = [crossEntropy(first, classes), binaryCrossEntropy(first, second)];
    const outputs = losses.flatMap((loss) => [loss, ...differentiate(meanOf(loss), [first])]);
    const logits = Array.from({ length: size }, (_, at) => (at % 2 === 0 ? 1e4 : -1e4));
    const truths = Array.from({ length: size }, (_, at) => (at % 3 === 0 ? 1 : 0));
    const found = compute(outputs, { ...columns, first: logits, second: truths }, "float32");
    ok(found.flat().every(Number.isFinite), String(found));
  });

  test("give a finite likelihood where the deviation is what the network says", () => {
    const { first, second, third } = createInputs();
    const normal = { mean: first, logDeviation: boundSmoothly(second, logDeviationBounds) };
    const loss = gaussianNegativeLogLikelihood(normal, third);
    const outputs = [loss, ...differentiate(meanOf(loss), [first, second])];
    const extreme = Array.from({ length: size }, (_, at) => (at % 2 === 0 ? 1e6 : -1e6));
    const found = compute(outputs, { ...columns, second: extreme }, "float32");
    ok(found.flat().every(Number.isFinite), String(found));
  });
});

test("boundSmoothly keeps its bounds and leaves the middle alone", () => {
  const graph = new Graph();
  const input = graph.input("input", [4]);
  const bounded = boundSmoothly(input, { low: -5, high: 2 });
  const [found] = compute([bounded], { input: [-1e9, -1.5, -1.49, 1e9] });
  expectClose(found, [-5, -1.5, -1.49, 2], 1e-6);
});

describe("refused are", () => {
  const { graph, first, second, column, classes } = createInputs();
  const thin = graph.input("thin", [batch, 1]);
  const refusals: readonly (readonly [string, () => Tensor, RegExp])[] = [
    [
      "a target that would stretch",
      () => squaredError(thin, column),
      /found \[4\], expected \[4,1\]/,
    ],
    ["another shape for Huber's loss", () => huberError(first, thin, 1), /expected \[4,3\]/],
    ["a delta of 0", () => huberError(first, second, 0), /expected a positive number/],
    [
      "classes of another shape",
      () => crossEntropy(thin, graph.input("c", [3], "int64")),
      /found \[3\]/,
    ],
    [
      "classes that are no whole numbers",
      () => crossEntropy(first, column),
      /expected whole numbers/,
    ],
    ["all labels smoothed", () => crossEntropy(first, classes, { labelSmoothing: 1 }), /below 1/],
    ["a truth of another shape", () => binaryCrossEntropy(first, column), /expected \[4,3\]/],
    ["too few levels", () => pinballError(first, column, [0.5]), /expected \[4,1\]/],
    ["a target for each level", () => pinballError(first, first, levels), /expected \[4\]/],
    ["a level of 1", () => pinballError(thin, column, [1]), /found the level 1/],
    [
      "a value of another shape",
      () => normalLogDensity({ mean: first, logDeviation: thin }, column),
      /\[4,3\]/,
    ],
    ["bounds that fall", () => boundSmoothly(first, { low: 1, high: 0 }), /bounds that rise/],
    ["a mask of another shape", () => meanOf(first, column), /expected \[4,3\]/],
  ];
  for (const [name, build, message] of refusals) test(name, () => throws(build, message));
});
