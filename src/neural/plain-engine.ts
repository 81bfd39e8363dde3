/**
 * Computes a graph in plain TypeScript: the second engine, with no dependency, and in float64 the
 * judge of every derivative. All memory is taken once; a run allocates nothing.
 */
import { assert } from "../core/assert.ts";
import { collectNodes, type Kernel, type Tensor, type TensorType, type Values } from "./graph.ts";
import { shapeText, sizeOf } from "./shape.ts";

interface Step {
  readonly kernel: Kernel;
  readonly inputs: readonly Values[];
  readonly output: Values;
}

export class PlainEngine {
  /** Of the inputs, by name: write into them, then `run`. */
  readonly inputs: ReadonlyMap<string, Values>;
  /** In the order asked for; each run overwrites them. */
  readonly outputs: readonly Values[];
  readonly #steps: readonly Step[];

  /**
   * What depends on constants and on `values` alone is computed here, once.
   *
   * @param float element type of everything that is not a whole number or truth
   * @param values of inputs that never change, such as trained parameters; these are no inputs
   * @throws RangeError where the values are not as many as their input holds
   */
  constructor(
    outputs: readonly Tensor[],
    float: "float32" | "float64" = "float32",
    values: Readonly<Record<string, ArrayLike<number>>> = {},
  ) {
    const columns = new Map<Tensor, Values>();
    const columnOf = (tensor: Tensor): Values => {
      const column = columns.get(tensor);
      assert(column !== undefined, "a node is computed after its inputs");
      return column;
    };
    const inputs = new Map<string, Values>();
    const fixed = new Set<Tensor>();
    const steps: Step[] = [];
    for (const node of collectNodes(outputs)) {
      const column = createColumn(node.type, sizeOf(node.shape), float);
      columns.set(node, column);
      const given = valuesOf(node, values);
      if (given !== undefined) column.set(given);
      else if (node.inputName !== undefined) inputs.set(node.inputName, column);
      else {
        const step = {
          kernel: node.operator.kernel(node),
          inputs: node.inputs.map(columnOf),
          output: column,
        };
        if (!node.inputs.every((input) => fixed.has(input))) {
          steps.push(step);
          continue;
        }
        step.kernel(step.inputs, step.output);
      }
      if (node.inputName === undefined || given !== undefined) fixed.add(node);
    }
    this.inputs = inputs;
    this.outputs = outputs.map(columnOf);
    this.#steps = steps;
  }

  /** Computes every output from what the inputs hold. */
  run(): void {
    for (const { kernel, inputs, output } of this.#steps) kernel(inputs, output);
  }
}

/** Of a constant, or of an input that never changes. */
function valuesOf(
  { values, inputName, shape }: Tensor,
  fixedInputs: Readonly<Record<string, ArrayLike<number>>>,
): ArrayLike<number> | undefined {
  if (inputName === undefined) return values;
  const given = fixedInputs[inputName];
  if (given !== undefined && given.length !== sizeOf(shape)) {
    const expected = `${sizeOf(shape)} for ${shapeText(shape)}`;
    throw new RangeError(`found ${given.length} values of ${inputName}, expected ${expected}`);
  }
  return given;
}

function createColumn(type: TensorType, size: number, float: "float32" | "float64"): Values {
  switch (type) {
    case "float":
      return float === "float32" ? new Float32Array(size) : new Float64Array(size);
    case "int64":
      return new Int32Array(size);
    case "bool":
      return new Uint8Array(size);
    default:
      return type satisfies never;
  }
}
