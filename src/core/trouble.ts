/**
 * What the outside world did to us, with the place where it happened.
 *
 * The command line prints `message` and exits with 1 (`InputError`, `OutsideError`) or 2
 * (`UsageError`). Our own mistakes are `InvariantError` in `assert.ts`; an expected refusal
 * is a value, never an exception.
 */

/** A failure outside this program that a caller may want to tell apart and perhaps retry. */
export class OutsideError extends Error {
  override readonly name: string = "OutsideError";
  /** A stable name for the cause, for example `FILE_NOT_FOUND`. */
  readonly code: string;
  readonly canRetry: boolean;

  constructor(code: string, message: string, options: { canRetry: boolean; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.canRetry = options.canRetry;
  }
}

/** Where in an input a fault was seen; lines count from 1, bytes from 0. */
export interface InputPlace {
  readonly path: string;
  readonly line?: number;
  readonly byte?: number;
}

/** Input that is not what it claims to be: names the place, what was found and what was expected. */
export class InputError extends OutsideError {
  override readonly name = "InputError";
  readonly place: InputPlace;

  constructor(
    place: InputPlace,
    fault: { readonly found: string; readonly expected: string },
    cause?: unknown,
  ) {
    const where =
      place.line !== undefined
        ? `${place.path}:${place.line}`
        : place.byte !== undefined
          ? `${place.path} at byte ${place.byte}`
          : place.path;
    super("BAD_INPUT", `${where}: found ${fault.found}, expected ${fault.expected}`, {
      canRetry: false,
      cause,
    });
    this.place = place;
  }
}

/** A command that was called the wrong way: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
