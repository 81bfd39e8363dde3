/** A network file in one of the two engines. */
import type { Inference } from "./inference.ts";
import { PlainSession } from "./plain-session.ts";
import { NetworkSession, type SessionOptions } from "./session.ts";

export interface OpenOptions extends SessionOptions {
  /**
   * `onnx` is ONNX Runtime; `plain` needs no native library, runs on one thread, and takes files of
   * our own only; `onnx` where not given.
   */
  readonly engine?: "onnx" | "plain";
}

/** @throws OutsideError as `NetworkSession.open` and `PlainSession.open` */
export async function openInference(
  bytes: Uint8Array,
  { engine = "onnx", ...options }: OpenOptions = {},
): Promise<Inference> {
  return engine === "plain"
    ? PlainSession.open(bytes, options)
    : NetworkSession.open(bytes, options);
}
