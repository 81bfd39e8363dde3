/**
 * What a training leaves behind: `metrics.jsonl`, `checkpoint.bin`, and at the end `report.html` and
 * `model/`. Every file is whole at any time.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OutsideError, UsageError } from "../core/trouble.ts";
import type { PpoMetrics, Validation } from "../learning/index.ts";
import { writeWhole } from "./write-file.ts";

/** One line of `metrics.jsonl`. */
export type MetricsLine =
  | ({ readonly kind: "update"; readonly seconds: number } & PpoMetrics)
  | ({ readonly kind: "validation" } & Validation);

export class TrainingFolder {
  readonly path: string;
  /** Of the checkpoint that is gone on from. */
  readonly checkpoint: Uint8Array | undefined;
  readonly lines: MetricsLine[];

  private constructor(path: string, checkpoint: Uint8Array | undefined, lines: MetricsLine[]) {
    this.path = path;
    this.checkpoint = checkpoint;
    this.lines = lines;
  }

  /** @throws UsageError where a run is there and is not to be gone on with, or the other way round */
  static open(path: string, resumes: boolean): TrainingFolder {
    const file = join(path, "checkpoint.bin");
    const isThere = existsSync(file);
    if (isThere && !resumes) {
      throw new UsageError(`--out: found a run in ${path}, expected --resume or another folder`);
    }
    if (!isThere && resumes) {
      throw new UsageError(`--resume: found no checkpoint.bin in ${path}, expected one`);
    }
    if (!isThere) return new TrainingFolder(path, undefined, []);
    const lines = readMetrics(join(path, "metrics.jsonl"));
    return new TrainingFolder(path, new Uint8Array(readFileSync(file)), lines);
  }

  /**
   * An update that is already there was made by a run that broke off after its last checkpoint: it goes,
   * with everything that came after it.
   */
  add(line: MetricsLine): void {
    if (line.kind === "update") {
      while ((this.lines.at(-1)?.update ?? 0) >= line.update) this.lines.pop();
    }
    this.lines.push(line);
  }

  /** Metrics first: a checkpoint never knows more than they do. */
  save(checkpoint: Uint8Array): void {
    const text = this.lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    writeWhole(join(this.path, "metrics.jsonl"), text);
    writeWhole(join(this.path, "checkpoint.bin"), checkpoint);
  }

  updates(): readonly Extract<MetricsLine, { kind: "update" }>[] {
    return this.lines.flatMap((line) => (line.kind === "update" ? [line] : []));
  }

  validations(): readonly Extract<MetricsLine, { kind: "validation" }>[] {
    return this.lines.flatMap((line) => (line.kind === "validation" ? [line] : []));
  }
}

/** @throws OutsideError naming the file, and the line that is none of ours */
function readMetrics(path: string): MetricsLine[] {
  const refuse = (found: string, cause: unknown): OutsideError =>
    new OutsideError("BAD_INPUT", `--resume: ${found}, expected the metrics of the run`, {
      ...{ canRetry: false, cause },
    });
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw refuse(`found no ${path}`, cause);
  }
  return text
    .trimEnd()
    .split("\n")
    .map((line, at) => {
      try {
        return JSON.parse(line) as MetricsLine;
      } catch (cause) {
        throw refuse(`found "${line.slice(0, 40)}" in ${path}:${at + 1}`, cause);
      }
    });
}
