/** What goes between a pool and its threads. */
import { OutsideError } from "../../core/trouble.ts";
import type { OnnxValue } from "../onnx/onnx-model.ts";
import type { FeedData, Feeds, Results } from "./inference.ts";
import type { OpenOptions } from "./open-inference.ts";

/** What a worker is started with. */
export interface WorkerTerms {
  readonly bytes: Uint8Array;
  readonly options: OpenOptions;
}

export type ToWorker = Feeds;

export type FromWorker =
  | {
      readonly kind: "ready";
      readonly inputs: readonly OnnxValue[];
      readonly outputs: readonly OnnxValue[];
    }
  | { readonly kind: "unready"; readonly trouble: Trouble }
  | { readonly kind: "done"; readonly results: Results }
  | { readonly kind: "failed"; readonly trouble: Trouble };

/** An error as it crosses threads, where a structured clone would lose its code. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly canRetry: boolean;
}

export function describeTrouble(error: unknown): Trouble {
  if (error instanceof OutsideError) {
    return { code: error.code, message: error.message, canRetry: error.canRetry };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "WORKER_FAILED", message: text, canRetry: false };
}

export function createError({ code, message, canRetry }: Trouble): OutsideError {
  return new OutsideError(code, message, { canRetry });
}

/** Buffers that can move with their columns. Part of a buffer cannot: it is copied. */
export function buffersOf(columns: Readonly<Record<string, FeedData>>): ArrayBuffer[] {
  const buffers = Object.values(columns).flatMap((column) => {
    const isWhole = column.byteLength === column.buffer.byteLength;
    return isWhole && column.buffer instanceof ArrayBuffer ? [column.buffer] : [];
  });
  return [...new Set(buffers)];
}
