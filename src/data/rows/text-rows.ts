/** Lines of a text file, read one after the other into blocks of events. */
import { InputError } from "../../core/trouble.ts";
import type { EventBlock } from "../../market/event-block.ts";
import { LineFeed } from "../line-feed.ts";
import type { RecordingRun } from "./recording-run.ts";
import type { Tape } from "./tape.ts";

const newline = 10;
const carriageReturn = 13;

/** Takes the next line without its end. Only where `feed.hasLine`. */
export function takeLine(feed: LineFeed): string {
  const { bytes, at } = feed;
  const lineEnd = bytes.indexOf(newline, at);
  feed.line++;
  feed.rowStart = at;
  feed.at = lineEnd + 1;
  const isCarriageReturn = lineEnd > at && bytes[lineEnd - 1] === carriageReturn;
  return bytes.toString("utf8", at, isCarriageReturn ? lineEnd - 1 : lineEnd);
}

/** Makes events of rows. */
export interface RowReader {
  /** Reads one row of the feed, which stands before it, and writes what it means to the tape. */
  takeRow(feed: LineFeed): void;
  /** After the last row. */
  end?(): void;
}

/** Reads files from the start, one after the other. */
export async function* readRows(
  run: RecordingRun,
  paths: readonly string[],
  tape: Tape,
  reader: RowReader,
): AsyncGenerator<EventBlock, void, void> {
  for (const path of paths) {
    const feed = new LineFeed(path);
    run.path = path;
    try {
      while (feed.hasLine || (await feed.refill())) {
        while (feed.hasLine && !tape.isFull) {
          run.line = feed.line + 1;
          reader.takeRow(feed);
        }
        if (!tape.isFull) continue;
        yield tape.block;
        tape.clear();
      }
      if (feed.line === 0) throw emptyFile(path);
    } finally {
      await feed.close();
    }
  }
  reader.end?.();
  if (tape.block.length > 0) yield tape.block;
}

/** Looks at the first rows of a file, up to `rowsMax` of them. */
export async function surveyRows(
  path: string,
  rowsMax: number,
  takeRow: (feed: LineFeed) => void,
): Promise<void> {
  const feed = new LineFeed(path);
  try {
    while (feed.line < rowsMax && (feed.hasLine || (await feed.refill()))) takeRow(feed);
    if (feed.line === 0) throw emptyFile(path);
  } finally {
    await feed.close();
  }
}

function emptyFile(path: string): InputError {
  return new InputError({ path, line: 1 }, { found: "an empty file", expected: "rows" });
}
