import { ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { differentiate } from "../differentiate.ts";
import { checkGradient, randomStream } from "../gradient-fixture.ts";
import { Graph } from "../graph.ts";
import { meanOf, normalEntropy, normalLogDensity } from "../losses.ts";
import { subtract } from "../operators/arithmetic.ts";
import { log } from "../operators/elementwise.ts";
import { sum } from "../operators/reduction.ts";
import { checkInOnnxRuntime, compute, drawNormals, expectClose } from "./layer-fixture.ts";
import { latentOf, shareLogDensity, shareLogDensityAt, sharesOf } from "./logistic-normal.ts";

/** Two latents a row, so shares of three parts; one deviation for all rows. */
function build(batch: number) {
  const graph = new Graph();
  const mean = graph.input("mean", [batch, 2]);
  const logDeviation = graph.input("logDeviation", [2]);
  const latent = graph.input("latent", [batch, 2]);
  const shares = graph.input("shares", [batch, 3]);
  return { graph, normal: { mean, logDeviation }, latent, shares };
}

/** The middle of every small triangle of a simplex of three parts that is cut `count` times a side. */
function gridOf(count: number): number[] {
  const grid: number[] = [];
  const add = (first: number, second: number): void => {
    grid.push(first / count, second / count, 1 - (first + second) / count);
  };
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count - row; column++) {
      add(row + 1 / 3, column + 1 / 3);
      if (column < count - row - 1) add(row + 2 / 3, column + 2 / 3);
    }
  }
  return grid;
}

const drawn = { mean: [0.4, -0.3, 1, 0], logDeviation: [-0.4, 0.2], latent: [0.5, 0.1, -2, 1] };

describe("the logistic-normal density", () => {
  test("integrates to 1 over the simplex", () => {
    const count = 150;
    const shares = gridOf(count);
    const cells = shares.length / 3;
    const { normal, shares: input } = build(cells);
    const mean = Array.from({ length: cells }, () => [0.4, -0.3]).flat();
    const columns = { mean, logDeviation: [-0.4, 0.2], shares };
    const [logs] = compute([shareLogDensity(normal, input)], columns);
    const area = 1 / (2 * count ** 2);
    const found = logs.reduce((total, value) => total + Math.exp(value) * area, 0);
    ok(Math.abs(found - 1) < 1e-3, `found ${found}, expected 1 ± 0.001`);
  });

  test("is the formula of Aitchison & Shen", () => {
    const { normal, shares } = build(1);
    const a = [0.2, 0.5, 0.3];
    const [found] = compute([shareLogDensity(normal, shares)], {
      ...drawn,
      mean: [0.4, -0.3],
      shares: a,
    });
    const sigma = drawn.logDeviation.map(Math.exp);
    const z = [0, 1].map((k) => (Math.log(a[k] / a[2]) - drawn.mean[k]) / sigma[k]);
    const peak = 2 * Math.PI * sigma[0] * sigma[1] * a[0] * a[1] * a[2];
    expectClose(found, [Math.log(Math.exp(-0.5 * (z[0] ** 2 + z[1] ** 2)) / peak)]);
  });

  test("is the same by the shares and by their latent", () => {
    const { normal, latent } = build(2);
    const shares = sharesOf(latent);
    const outputs = [shareLogDensity(normal, shares), shareLogDensityAt(normal, latent)];
    const [byShares, byLatent] = compute(outputs, drawn);
    expectClose(byShares, byLatent);
  });

  test("differs from the latent's by a term without parameters", () => {
    const { normal, latent } = build(2);
    const difference = subtract(
      shareLogDensityAt(normal, latent),
      normalLogDensity(normal, latent),
    );
    const gradients = differentiate(meanOf(difference), [normal.mean, normal.logDeviation]);
    const found = compute([difference, ...gradients], drawn);
    const parts = compute([sum(log(sharesOf(latent)), [1])], drawn)[0];
    expectClose(
      found[0],
      parts.map((value) => -value),
    );
    expectClose(found.slice(1).flat(), [0, 0, 0, 0, 0, 0]);
  });

  test("has the derivative of differences, by the latent and by shares", () => {
    const random = randomStream(5);
    const byLatent = build(2);
    const draw = () => 2 * random.uniform() - 1;
    checkGradient(shareLogDensityAt(byLatent.normal, byLatent.latent), draw);
    const byShares = build(2);
    checkGradient(shareLogDensity(byShares.normal, byShares.shares), ({ inputName }) =>
      inputName === "shares" ? 0.2 + 0.5 * random.uniform() : draw(),
    );
  });

  test("is the same in ONNX Runtime, gradients included", async () => {
    const { normal, latent, shares } = build(2);
    const drawnShares = [0.2, 0.5, 0.3, 0.1, 0.1, 0.8];
    await checkInOnnxRuntime(shareLogDensityAt(normal, latent), drawn);
    await checkInOnnxRuntime(shareLogDensity(normal, shares), { ...drawn, shares: drawnShares });
  });

  test("is finite at shares of 0 and at latents far out, gradients included", () => {
    const { normal, latent, shares } = build(2);
    const outputs = [shareLogDensity(normal, shares), shareLogDensityAt(normal, latent)];
    const { mean, logDeviation } = normal;
    const gradients = outputs.flatMap((output) =>
      differentiate(meanOf(output), [mean, logDeviation, shares, latent]),
    );
    const far = { latent: [500, -500, -1e4, 1e4], shares: [0, 0, 1, 1, 0, 0] };
    const found = compute([...outputs, ...gradients], { ...drawn, ...far }, "float32");
    ok(found.flat().every(Number.isFinite), String(found));
  });
});

test("shares are positive and add up to 1, and give their latent back", () => {
  const { latent } = build(2);
  const shares = sharesOf(latent);
  const [found, back] = compute([shares, latentOf(shares)], drawn);
  ok(found.every((share) => share > 0));
  expectClose([found[0] + found[1] + found[2], found[3] + found[4] + found[5]], [1, 1]);
  expectClose(back, drawn.latent);
  expectClose([Math.log(found[0] / found[2])], [drawn.latent[0]]);
});

test("the entropy of the latent is the mean of its negative log density", () => {
  const count = 4000;
  const { normal, latent } = build(count);
  const { logDeviation } = drawn;
  const columns = {
    mean: new Array<number>(2 * count).fill(0.3),
    logDeviation,
    latent: drawNormals(2 * count, 8).map((z, at) => 0.3 + z * Math.exp(logDeviation[at % 2])),
  };
  const [logs, [entropy]] = compute(
    [normalLogDensity(normal, latent), normalEntropy(normal)],
    columns,
  );
  const found = -logs.reduce((total, value) => total + value, 0) / count;
  // −log N has a variance of 1/2 for each of the two latents: the standard error is 1/√count.
  const bound = 4 / Math.sqrt(count);
  ok(Math.abs(found - entropy) < bound, `found ${found}, expected ${entropy} ± ${bound}`);
});

test("the logistic-normal refuses shares of one part, other ranks and other widths", () => {
  const { graph, normal, latent, shares } = build(2);
  const alone = graph.input("alone", [2, 1]);
  throws(() => latentOf(alone), /found \[2,1\], expected \[batch,parts\] with two parts/);
  throws(() => sharesOf(graph.input("column", [2])), /expected \[batch,parts − 1\]/);
  throws(() => shareLogDensity(normal, latent), /found \[2,1\], expected \[2,2\]/);
  throws(() => shareLogDensityAt(normal, shares), /found \[2,3\], expected \[2,2\]/);
});
