/** For tests: derivatives against central differences, in float64. */
import { deepEqual, ok } from "node:assert/strict";
import { createRandomStream, type RandomStream } from "../core/random/random-stream.ts";
import { differentiate } from "./differentiate.ts";
import type { Tensor } from "./graph.ts";
import { multiply } from "./operators/arithmetic.ts";
import { sum } from "./operators/reduction.ts";
import { PlainEngine } from "./plain-engine.ts";
import { sizeOf } from "./shape.ts";

export function randomStream(seed: number): RandomStream {
  return createRandomStream(seed, 1);
}

/** Numbers from -1 to 1, some distance from 0, where kinks are. */
export function awayFromZero(random: RandomStream): number {
  const value = 2 * random.uniform() - 1;
  return value + 0.1 * Math.sign(value);
}

/**
 * Compares the gradient of a weighted sum of `output` by every float input with central
 * differences.
 *
 * @param draw one element of an input
 */
export function checkGradient(
  output: Tensor,
  draw: (input: Tensor, at: number) => number,
  tolerance = 1e-6,
): void {
  const { graph } = output;
  const inputs = graph.nodes.filter(({ inputName }) => inputName !== undefined);
  const random = randomStream(7);
  const weights = Float64Array.from({ length: sizeOf(output.shape) }, () => random.uniform() + 0.5);
  const loss = sum(multiply(output, graph.constant(weights, output.shape)));
  const floats = inputs.filter(({ type }) => type === "float");
  const gradients = differentiate(loss, floats);
  const engine = new PlainEngine([loss, ...gradients], "float64");
  for (const input of inputs) {
    const column = engine.inputs.get(input.inputName ?? "");
    for (let at = 0; at < sizeOf(input.shape); at++) if (column) column[at] = draw(input, at);
  }
  engine.run();
  const found = engine.outputs.slice(1).map((column) => Float64Array.from(column));
  for (const [which, input] of floats.entries()) {
    const column = engine.inputs.get(input.inputName ?? "");
    deepEqual(gradients[which].shape, input.shape);
    if (column === undefined) continue;
    for (let at = 0; at < column.length; at++) {
      const step = 1e-5 * Math.max(1, Math.abs(column[at]));
      const numeric = differenceAt(engine, column, at, step);
      const error = Math.abs(found[which][at] - numeric);
      const scale = Math.max(1, Math.abs(numeric), Math.abs(found[which][at]));
      const text = `${input.inputName}[${at}]: found ${found[which][at]}, expected ${numeric}`;
      ok(error <= tolerance * scale, `${text}\n${graph.describe([loss])}`);
    }
  }
}

function differenceAt(
  engine: PlainEngine,
  column: { [at: number]: number },
  at: number,
  step: number,
): number {
  const value = column[at];
  const lossAt = (moved: number): number => {
    column[at] = moved;
    engine.run();
    return engine.outputs[0][0];
  };
  const [up, down] = [lossAt(value + step), lossAt(value - step)];
  column[at] = value;
  return (up - down) / (2 * step);
}
