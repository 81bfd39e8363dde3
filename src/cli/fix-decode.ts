/** `metaorder fix decode`. */
import { readFileSync } from "node:fs";
import { OutsideError } from "../core/trouble.ts";
import { loadDictionary } from "../protocol/fix/dictionary/load-dictionary.ts";
import { filterLog, formatBroken, formatMessage, parseLogFilter } from "./fix-decode-output.ts";
import { decodeLog } from "./fix-log.ts";

interface DecodeOptions {
  readonly type?: string;
  readonly tag: readonly string[];
  readonly session?: string;
  readonly json?: boolean;
}

/**
 * Lines that are no message are counted, not fatal.
 *
 * @throws UsageError on a filter that makes no sense
 * @throws OutsideError where the file cannot be read
 */
export function runFixDecode(file: string, options: DecodeOptions): void {
  const filter = parseLogFilter(options);
  const log = filterLog(decodeLog(readLog(file), loadDictionary), filter);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(log, undefined, 2)}\n`);
    return;
  }
  for (const message of log.messages) process.stdout.write(`${formatMessage(message)}\n`);
  const broken = formatBroken(log);
  if (broken !== "") process.stderr.write(`metaorder: ${broken}\n`);
}

/** As Latin-1, so that a character is a byte. */
function readLog(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "latin1");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OutsideError("FILE_NOT_READ", `cannot read ${file}: ${reason}`, {
      canRetry: false,
      cause,
    });
  }
}
