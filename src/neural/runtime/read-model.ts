/** A network file before an engine sees it. */
import { OutsideError } from "../../core/trouble.ts";
import { decodeModel } from "../onnx/decode-model.ts";
import type { OnnxModel, OnnxValue } from "../onnx/onnx-model.ts";

/** The inputs of a file that must be fed: an initializer of the same name is a default. */
export function inputsOf({ graph }: OnnxModel): readonly OnnxValue[] {
  const defaults = new Set(graph.initializers.map(({ name }) => name));
  return graph.inputs.filter(({ name }) => !defaults.has(name));
}

/** @throws OutsideError `MODEL_REFUSED` */
export function readModelFile(bytes: Uint8Array): OnnxModel {
  const outcome = decodeModel(bytes);
  if (outcome.kind === "refused") throw refuseModel(outcome.reason);
  return outcome.model;
}

/** An error with the code `MODEL_REFUSED`. */
export function refuseModel(reason: string, cause?: unknown): OutsideError {
  const message = `the network file is refused: ${reason}`;
  return new OutsideError("MODEL_REFUSED", message, { canRetry: false, cause });
}
