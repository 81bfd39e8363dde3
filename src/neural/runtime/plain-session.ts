/** A network computed in plain TypeScript: the second engine, without the native library. */
import { assert } from "../../core/assert.ts";
import { OutsideError } from "../../core/trouble.ts";
import { collectNodes, type Tensor, type Values } from "../graph.ts";
import type { ElementType, OnnxValue, TensorData } from "../onnx/onnx-model.ts";
import { PlainEngine } from "../plain-engine.ts";
import { checkFeeds, refuseFeed } from "./feeds.ts";
import { graphFromOnnx } from "./graph-from-onnx.ts";
import {
  describeCause,
  type FeedData,
  type Feeds,
  type Inference,
  type InferenceOptions,
  type Results,
} from "./inference.ts";
import { readModelFile, refuseModel } from "./read-model.ts";

export interface PlainTerms extends InferenceOptions {
  /** By the names they are asked for. */
  readonly outputs: Readonly<Record<string, Tensor>>;
  /** In their order; those the outputs need where not given. */
  readonly inputs?: readonly Tensor[];
  /** Of inputs that never change, such as trained parameters. */
  readonly values?: Readonly<Record<string, ArrayLike<number>>>;
  /** Element type of everything that is not a whole number or truth; float32. */
  readonly float?: "float32" | "float64";
}

/** Whole numbers are kept in 32 bits. */
export class PlainSession implements Inference {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly #engine: PlainEngine;
  readonly #options: InferenceOptions;
  #isOpen = true;

  /** @throws RangeError where the values are not as many as their input holds */
  constructor(terms: PlainTerms) {
    const { outputs, values = {}, float = "float32" } = terms;
    const tensors = Object.values(outputs);
    const inputs = terms.inputs ?? collectNodes(tensors);
    this.inputs = inputs.flatMap((tensor) => {
      const { inputName } = tensor;
      if (inputName === undefined || values[inputName] !== undefined) return [];
      return [describe(inputName, tensor, float)];
    });
    this.outputs = Object.entries(outputs).map(([name, tensor]) => describe(name, tensor, float));
    this.#engine = new PlainEngine(tensors, float, values);
    this.#options = terms;
  }

  /**
   * Reads a file of the operators that `toOnnx` writes.
   *
   * @throws OutsideError `MODEL_REFUSED` for what is no model or has other operators
   */
  static open(bytes: Uint8Array, options: InferenceOptions = {}): PlainSession {
    const outcome = graphFromOnnx(readModelFile(bytes));
    if (outcome.kind === "refused") throw refuseModel(outcome.reason);
    return new PlainSession({ ...outcome, ...options });
  }

  /** As `run`, at once. */
  runSync(feeds: Feeds): Results {
    assert(this.#isOpen, "a session is open while it runs");
    for (const { input, column } of checkFeeds(this.inputs, feeds, this.#options)) {
      const place = this.#engine.inputs.get(input.name);
      // A file may name inputs that nothing needs.
      if (place !== undefined) writeColumn(place, column, input.name);
    }
    try {
      this.#engine.run();
    } catch (cause) {
      const message = `the network cannot be run: ${describeCause(cause)}`;
      throw new OutsideError("RUN_FAILED", message, { canRetry: false, cause });
    }
    const results: Record<string, TensorData> = {};
    for (const [at, { name }] of this.outputs.entries()) {
      results[name] = copyColumn(this.#engine.outputs[at]);
    }
    return results;
  }

  async run(feeds: Feeds): Promise<Results> {
    return this.runSync(feeds);
  }

  async close(): Promise<void> {
    this.#isOpen = false;
  }
}

function describe(name: string, { type, shape }: Tensor, float: ElementType): OnnxValue {
  return { name, type: type === "float" ? float : type, shape };
}

function writeColumn(place: Values, column: FeedData, name: string): void {
  if (!(column instanceof BigInt64Array)) {
    place.set(column);
    return;
  }
  for (const [at, value] of column.entries()) {
    if (BigInt.asIntN(32, value) !== value) {
      refuseFeed(`feed ${name}`, `${value} at element ${at}`, "whole numbers of 32 bits");
    }
    place[at] = Number(value);
  }
}

function copyColumn(values: Values): TensorData {
  return values instanceof Int32Array ? BigInt64Array.from(values, BigInt) : values.slice();
}
