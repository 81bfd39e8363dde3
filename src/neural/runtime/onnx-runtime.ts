/** The native library: loaded when it is first needed, and set to be quiet. */
import type { InferenceSession } from "onnxruntime-node";
import { OutsideError } from "../../core/trouble.ts";
import { describeCause } from "./inference.ts";

type OnnxRuntime = typeof import("onnxruntime-node");

/** Who computes: the processor, or a graphics card by WebGPU or CUDA. */
export type Provider = "cpu" | "webgpu" | "cuda";

export const providers: readonly Provider[] = ["cpu", "webgpu", "cuda"];

/** @throws OutsideError `RUNTIME_MISSING` where it is not installed for this machine */
export async function loadRuntime(): Promise<OnnxRuntime> {
  try {
    const runtime = await import("onnxruntime-node");
    // Of the whole process. Every error comes back as an exception too, and need not be printed.
    runtime.env.logLevel = "fatal";
    return runtime;
  } catch (cause) {
    const message =
      `the package onnxruntime-node cannot be loaded (${describeCause(cause)}); ` +
      "install it with `npm ci`, or run the model in the plain engine";
    throw new OutsideError("RUNTIME_MISSING", message, { canRetry: false, cause });
  }
}

/** How a session computes. */
export function createSessionOptions(
  provider: Provider,
  threads: number,
): InferenceSession.SessionOptions {
  return {
    executionProviders: [provider],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 4,
    extra: {
      session: {
        // Threads that wait in a loop took 680 ms of processor time where those that sleep took
        // 175, in 200 batches of 1024 on two cores, and the runs were slower too.
        "intra_op.allow_spinning": "0",
        // A node that a graphics card cannot run makes the session fail, not slow.
        ...(provider === "cpu" ? {} : { disable_cpu_ep_fallback: "1" }),
      },
    },
  };
}
