/** Running a network: what every engine takes and gives. */
import { OutsideError } from "../../core/trouble.ts";
import type { OnnxValue, TensorData } from "../onnx/onnx-model.ts";

/**
 * Elements of one input, row-major. Each element type has its own array: float32 `Float32Array`,
 * float64 `Float64Array`, bool `Uint8Array` of 0 and 1, int64 `BigInt64Array` or `Int32Array`.
 */
export type FeedData = Float32Array | Float64Array | Int32Array | BigInt64Array | Uint8Array;

/** Every input by its name. */
export type Feeds = Readonly<Record<string, FeedData>>;

/** Every output by its name, row-major. */
export type Results = Readonly<Record<string, TensorData>>;

/** What all engines can be asked for. */
export interface InferenceOptions {
  /**
   * Refuses infinite and undefined numbers among the inputs; true. A training step of our own does
   * without.
   */
  readonly refusesNaN?: boolean;
}

/** A network that is ready to run. */
export interface Inference {
  /** With element types and shapes; a dimension that is a name is free. */
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /**
   * Computes every output. The arrays of a result are fresh and belong to the caller. Those that
   * are fed stay as they are until the promise is settled.
   *
   * @throws OutsideError `FEED_REFUSED` where names, types or lengths do not fit, `NOT_FINITE` for
   *   NaN or an infinity, `RUN_FAILED` where the engine fails
   */
  run(feeds: Feeds): Promise<Results>;
  /** Gives everything back, after runs that are under way. A second call does nothing. */
  close(): Promise<void>;
}

/**
 * An output that holds 32-bit floats.
 *
 * @throws OutsideError `NO_SUCH_OUTPUT` where there is none of this name, or it holds others
 */
export function floatsOf(results: Results, name: string): Float32Array {
  const column = results[name];
  if (column instanceof Float32Array) return column;
  const held = column === undefined ? Object.keys(results).join(", ") : `${kindOf(column)} ${name}`;
  const message = toVisible(`results: found ${held}, expected float32 ${name}`);
  throw new OutsideError("NO_SUCH_OUTPUT", message, { canRetry: false });
}

/** Such as `float32 [1,32]`; a free dimension stands there by its name, or as `?`. */
export function describeTensor({ type, shape }: Pick<OnnxValue, "type" | "shape">): string {
  return `${type} [${shape.map((size) => (size === "" ? "?" : size)).join(",")}]`;
}

/** Such as `Float32Array`. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** The first line of what went wrong, safe to print. */
export function describeCause(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return toVisible(text.trim().split("\n", 1)[0]);
}

const longestShown = 600;

/** A text with names out of a foreign file, so that none can reach the terminal with its signs. */
export function toVisible(text: string): string {
  const visible = text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
  return visible.length > longestShown ? `${visible.slice(0, longestShown)}…` : visible;
}
