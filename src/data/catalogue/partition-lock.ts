/**
 * One import at a time in one place: a lock file that names the process that holds it.
 *
 * The file appears with its content by a link, so it is never seen half written. Where its process
 * is gone it is taken over. Two that take over at once can both believe to have succeeded for a
 * moment; so the holder looks again before it makes anything visible (`assertHeld`).
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { OutsideError } from "../../core/trouble.ts";
import { lockName, unfinishedSuffix } from "./layout.ts";

const triesMax = 10;

export interface PartitionLock {
  isHeld(): boolean;
  /** @throws OutsideError `IMPORT_RUNNING` where another process has taken the lock meanwhile */
  assertHeld(): void;
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts; tells it from a later one of the same number. */
  readonly began: string;
}

/**
 * Makes the folder and takes its lock.
 *
 * @throws OutsideError `IMPORT_RUNNING`
 */
export function acquirePartitionLock(folder: string): PartitionLock {
  const path = join(folder, lockName);
  const own: Holder = { pid: process.pid, host: hostname(), began: readBegin(process.pid) };
  const text = JSON.stringify(own);
  for (let tries = 0; tries < triesMax; tries++) {
    if (tryLink(folder, path, text)) return createLock(path, text);
    const found = readIfThere(path);
    if (found === undefined) continue;
    const holder = parseHolder(found);
    if (holder !== undefined && isAlive(holder)) throw isRunning(path, holder);
    takeAway(path, found);
  }
  throw isRunning(path, undefined);
}

function createLock(path: string, text: string): PartitionLock {
  const isHeld = (): boolean => readIfThere(path) === text;
  return {
    isHeld,
    assertHeld(): void {
      if (!isHeld()) throw isRunning(path, parseHolder(readIfThere(path) ?? ""));
    },
    release(): void {
      if (isHeld()) rmSync(path, { force: true });
    },
  };
}

/** @returns false where the lock is taken, or the folder was cleared away by another import */
function tryLink(folder: string, path: string, text: string): boolean {
  const unfinished = `${path}.${process.pid}${unfinishedSuffix}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, text);
    linkSync(unfinished, path);
    return true;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    if (code === "EEXIST" || code === "ENOENT") return false;
    throw new OutsideError("CANNOT_WRITE", `cannot write ${path}: ${(cause as Error).message}`, {
      canRetry: true,
      cause,
    });
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Removes a lock whose process is gone, unless it has changed hands since it was read. */
function takeAway(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}${unfinishedSuffix}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, "utf8") !== stale) linkSync(aside, path);
  } catch {
    // Another took it away first, or has the lock already: the next try sees which.
  } finally {
    rmSync(aside, { force: true });
  }
}

function isRunning(path: string, holder: Holder | undefined): OutsideError {
  const who = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}`;
  const message = `${path}: ${who} is importing into the same place; if it is gone, remove this file`;
  return new OutsideError("IMPORT_RUNNING", message, { canRetry: true });
}

/** Processes of other machines cannot be asked: they count as alive. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
  return readBegin(holder.pid) === holder.began;
}

/** Field 22 of proc(5) `stat`; fields are counted from behind the name, which may hold spaces. */
function readBegin(pid: number): string {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host, began } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== "number" || typeof host !== "string") return undefined;
    return { pid, host, began: typeof began === "string" ? began : "" };
  } catch {
    return undefined;
  }
}
