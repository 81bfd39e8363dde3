/** What is wrong with a folder of models, as the outside world's doing. */
import { OutsideError } from "../core/trouble.ts";
import { JsonFault } from "../neural/model-file/json-reader.ts";
import { describeCause, toVisible } from "../neural/runtime/inference.ts";

/** Turns a fault of JSON, which is no bug of ours, into a refusal. */
export function check<T>(code: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof JsonFault) throw refuse(code, cause.message, cause);
    throw cause;
  }
}

export function refuse(code: string, message: string, cause?: unknown): OutsideError {
  return new OutsideError(code, toVisible(message), { canRetry: false, cause });
}

export function cannot(
  code: "CANNOT_READ" | "CANNOT_WRITE",
  path: string,
  cause: unknown,
): OutsideError {
  const verb = code === "CANNOT_READ" ? "read" : "write";
  const message = `cannot ${verb} ${path}: ${describeCause(cause)}`;
  return new OutsideError(code, message, { canRetry: true, cause });
}
