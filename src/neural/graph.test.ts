import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { collectNodes, Graph } from "./graph.ts";
import { add, divide, multiply, negate, subtract } from "./operators/arithmetic.ts";
import { greater } from "./operators/comparison.ts";
import { exp, tanh } from "./operators/elementwise.ts";
import { gather, oneHot } from "./operators/gather.ts";
import { matmul, matmulBatched } from "./operators/matmul.ts";
import { expand, sum } from "./operators/reduction.ts";
import { reshape, transpose } from "./operators/reshape.ts";
import { concat, slice } from "./operators/slice.ts";

describe("a graph", () => {
  test("makes a node only once", () => {
    const graph = new Graph();
    const x = graph.input("x", [3]);
    const y = graph.input("y", [3]);
    equal(tanh(add(x, y)), tanh(add(x, y)));
    equal(graph.constant([1, 2]), graph.constant([1, 2]));
    ok(add(x, y) !== add(y, x));
    ok(slice(x, 0, 0, 2) !== slice(x, 0, 1, 3));
    ok(graph.constant(0) !== graph.constant(-0));
    ok(graph.constant([1, 2]) !== graph.constant([1, 2], [2, 1]));
  });

  test("computes what does not depend on its inputs", () => {
    const graph = new Graph();
    const x = graph.input("x", [2]);
    const factor = exp(graph.constant(0));
    equal(factor.values?.[0], 1);
    equal(multiply(x, factor), x);
    equal(add(x, sum(graph.constant([1, -1]))), x);
    deepEqual([...(concat([graph.constant([1]), graph.constant([2])], 0).values ?? [])], [1, 2]);
    // It would bloat a file more than it saves.
    equal(expand(graph.constant(3), [10_000]).values, undefined);
  });

  test("leaves out what changes nothing", () => {
    const graph = new Graph();
    const x = graph.input("x", [2, 3]);
    equal(subtract(x, 0), x);
    equal(divide(x, 1), x);
    equal(negate(negate(x)), x);
    equal(reshape(reshape(x, [6]), [2, 3]), x);
    equal(transpose(reshape(x, [2, 1, 3]), [1, 0, 2]).operator.name, "Reshape");
    equal(slice(x, 0, 0, 2), x);
    equal(expand(x, [2, 3]), x);
    equal(concat([x], 0), x);
  });

  test("reads as a list", () => {
    const graph = new Graph();
    const x = graph.input("x", [4, 3]);
    const w = graph.input("w", [3, 2]);
    graph.input("unused", [1]);
    const y = tanh(add(matmul(x, w), 0.5));
    equal(
      graph.describe([y]),
      [
        "x = input() {x} [4,3]",
        "w = input() {w} [3,2]",
        "%3 = Gemm(x, w) [4,2]",
        "0.5 = constant() {0.5} []",
        "%5 = Add(%3, 0.5) [4,2]",
        "%6 = Tanh(%5) [4,2]",
      ].join("\n"),
    );
    equal(collectNodes([y]).length, 6);
  });

  const graph = new Graph();
  const x = graph.input("x", [2, 3]);
  const places = graph.input("n", [2], "int64");
  const refused: [what: string, build: () => unknown, expected: RegExp][] = [
    ["a name twice", () => graph.input("x", [1]), /input: found x twice/],
    ["a name that is none", () => graph.input("1 x", [1]), /found the name "1 x"/],
    ["a shape that is none", () => graph.input("z", [2, 0]), /input z: found \[2,0\]/],
    ["too few values", () => graph.constant([1], [2]), /found 1 values for \[2\], expected 2/],
    ["shapes that do not stretch", () => add(x, graph.constant([1, 2])), /found \[2,3\] and \[2\]/],
    ["factors that do not fit", () => matmul(x, x), /matmul: found \[2,3\] · \[2,3\], expected/],
    ["a bias that does not", () => matmul(x, x, { transposeB: true, bias: x }), /a bias of|shapes/],
    ["batches that do not fit", () => matmulBatched(x, x), /expected matrices with outer/],
    ["too many elements", () => reshape(x, [5]), /reshape: found \[2,3\] for \[5\]/],
    ["an axis too far", () => sum(x, [2]), /sum: found axis 2, expected one of 2 axes/],
    ["an axis twice", () => transpose(x, [0, 0]), /found the order 0,0/],
    ["a range too far", () => slice(x, 1, 1, 4), /slice: found 1 to 4, step 1, of axis 1/],
    ["an empty range", () => slice(x, 1, 2, 2), /slice: found 2 to 2/],
    ["a stretch that is none", () => expand(x, [2, 2]), /found \[2,3\]/],
    ["parts of other shapes", () => concat([x, reshape(x, [3, 2])], 0), /found \[3,2\]/],
    ["nothing to put together", () => concat([], 0), /found nothing/],
    ["places that are no numbers", () => gather(x, x), /expected a table and whole numbers/],
    ["places as a table", () => oneHot(x, 3), /expected whole numbers/],
    ["two numbers", () => add(1, 2), /found two numbers/],
    ["numbers with truth", () => add(x, greater(x, 0)), /found float and bool, expected one type/],
    ["two graphs", () => add(x, new Graph().input("x", [3])), /inputs of two graphs/],
  ];
  for (const [what, build, expected] of refused) {
    test(`refuses ${what}`, () => throws(build, expected));
  }
  test("takes whole numbers where they belong", () => {
    deepEqual(gather(x, places).shape, [2, 3]);
    deepEqual(oneHot(places, 4).shape, [2, 4]);
  });
});
