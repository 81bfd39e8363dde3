/** What SQLite says of trouble, as an error that names the file and says what to do. */
import { OutsideError } from "../../../core/trouble.ts";

/** Primary result codes (sqlite.org/rescode.html) with our code and what it means to a person. */
const causes: Readonly<Record<number, readonly [code: string, text: string]>> = {
  5: ["STORE_LOCKED", "is in use by another process; a store has one writer"],
  8: ["STORE_READ_ONLY", "cannot be written"],
  10: ["STORE_FAILED", "could not be read or written (I/O error)"],
  11: ["STORE_DAMAGED", "is damaged"],
  13: ["STORE_FAILED", "could not grow: the disk is full"],
  14: ["STORE_NOT_OPENED", "could not be opened"],
  26: ["STORE_DAMAGED", "is damaged, or no SQLite file"],
};

/** @returns an OutsideError; one that is an OutsideError already is left as it is */
export function createStoreError(path: string, error: unknown): OutsideError {
  if (error instanceof OutsideError) return error;
  const { errcode = 0, message } = error as { errcode?: number; message: string };
  // The low byte is the primary code, the rest of an extended one says more.
  const primary = errcode & 0xff;
  const [code, text] = causes[primary] ?? ["STORE_FAILED", "failed"];
  return new OutsideError(code, `${path} ${text}: ${message} (SQLite ${errcode})`, {
    canRetry: code === "STORE_LOCKED",
    cause: error,
  });
}
