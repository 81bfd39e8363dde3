/** One run over a recording: what it met, and where it stands. */
import { InputError } from "../../core/trouble.ts";
import type { EventBlock } from "../../market/event-block.ts";
import type { Instrument } from "../../market/instrument.ts";
import { type FindingRule, Findings, type Granularity, type Recording } from "../recording.ts";

export class RecordingRun {
  readonly findings = new Findings();
  /** Rows, records or messages read so far. */
  rows = 0;
  /** Where the row lies that is being read: the line in text, the byte in binary files. */
  path: string;
  line: number | undefined;
  byte: number | undefined;
  /** Time of the record being read; undefined before the first. */
  venueTimeNs: number | undefined;

  constructor(path: string) {
    this.path = path;
  }

  note(rule: FindingRule): void {
    const { path, line, byte, venueTimeNs } = this;
    this.findings.note(rule, {
      path,
      ...(line === undefined ? {} : { line }),
      ...(byte === undefined ? {} : { byte }),
      ...(venueTimeNs === undefined ? {} : { venueTimeNs }),
    });
  }

  /** The row being read is not what it claims to be. */
  fault(found: string, expected: string): InputError {
    const { path, line, byte } = this;
    const place = {
      path,
      ...(line === undefined ? {} : { line }),
      ...(byte === undefined ? {} : { byte }),
    };
    return new InputError(place, { found, expected });
  }
}

/** What is known of a recording before it is read. */
export interface RecordingFacts {
  readonly format: string;
  readonly date: string;
  readonly timeZone: string;
  readonly granularity: Granularity;
  readonly paths: readonly string[];
  readonly instrument: Instrument;
}

/**
 * A recording whose every call of `blocks()` is a run of its own.
 *
 * @param read reads the files from the start and notes in the run what it meets
 */
export function createRecording(
  facts: RecordingFacts,
  read: (run: RecordingRun) => AsyncGenerator<EventBlock, void, void>,
): Recording {
  const [path = ""] = facts.paths;
  let run = new RecordingRun(path);
  return {
    ...facts,
    get rows() {
      return run.rows;
    },
    get findings() {
      return run.findings;
    },
    blocks() {
      run = new RecordingRun(path);
      return read(run);
    },
  };
}
