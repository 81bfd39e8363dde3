/** Finds the two files of a LOBSTER day from either of them, or from the folder that holds them. */
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError, OutsideError } from "../../core/trouble.ts";
import {
  formatLobsterFileName,
  type LobsterFileName,
  type LobsterRole,
  lobsterNamePattern,
  parseLobsterFileName,
} from "./file-name.ts";

export interface LobsterPair {
  readonly messagePath: string;
  readonly orderbookPath: string;
  readonly symbol: string;
  /** Trading day, `YYYY-MM-DD`. */
  readonly date: string;
  /** Price levels per side in the orderbook file. */
  readonly levels: number;
}

/**
 * The pair that a path stands for.
 *
 * @param path the message file, the orderbook file, or a directory that holds exactly one pair
 * @param orderbookPath the orderbook file, where it does not lie beside the message file under
 *   LOBSTER's name
 * @throws InputError when the names are not LOBSTER's or do not belong together, or when the
 *   directory does not hold exactly one pair; OutsideError `FILE_NOT_FOUND`
 */
export async function findLobsterPair(path: string, orderbookPath?: string): Promise<LobsterPair> {
  const found = await statPath(path);
  const given = found.isDirectory() ? await findOnlyMessageFile(path) : path;
  const name = parseName(given);
  if (orderbookPath !== undefined) {
    const bookName = parseName(orderbookPath);
    requireRole(name, "message", given);
    requireRole(bookName, "orderbook", orderbookPath);
    await statPath(orderbookPath);
    return createPair(given, name, orderbookPath, bookName);
  }
  const partner = await findPartner(given, name);
  return name.role === "message"
    ? createPair(given, name, partner, parseName(partner))
    : createPair(partner, parseName(partner), given, name);
}

/** Two names of one day, or an error that says in what they differ. */
function createPair(
  messagePath: string,
  message: LobsterFileName,
  orderbookPath: string,
  orderbook: LobsterFileName,
): LobsterPair {
  for (const [what, found, expected] of [
    ["the date", orderbook.date, message.date],
    ["the symbol", orderbook.symbol, message.symbol],
    ["a level count of", String(orderbook.levels), String(message.levels)],
  ] as const) {
    if (found === expected) continue;
    throw new InputError(
      { path: orderbookPath },
      { found: `${what} ${found} in the name`, expected: `${expected} as in ${messagePath}` },
    );
  }
  const { symbol, date, levels } = message;
  return { messagePath, orderbookPath, symbol, date, levels };
}

function parseName(path: string): LobsterFileName {
  const name = parseLobsterFileName(basename(path));
  if (name !== undefined) return name;
  throw new InputError(
    { path },
    { found: `the file name ${basename(path)}`, expected: `LOBSTER's ${lobsterNamePattern}` },
  );
}

function requireRole(name: LobsterFileName, role: LobsterRole, path: string): void {
  if (name.role === role) return;
  throw new InputError({ path }, { found: `a ${name.role} file`, expected: `the ${role} file` });
}

/** The other file of the pair beside this one, stored the same way or else the other way. */
async function findPartner(path: string, name: LobsterFileName): Promise<string> {
  const role: LobsterRole = name.role === "message" ? "orderbook" : "message";
  const asGiven = join(dirname(path), formatLobsterFileName({ ...name, role }));
  const otherwise = join(
    dirname(path),
    formatLobsterFileName({ ...name, role, isCompressed: !name.isCompressed }),
  );
  if (await isThere(asGiven)) return asGiven;
  if (await isThere(otherwise)) return otherwise;
  throw fileNotFound(asGiven);
}

async function findOnlyMessageFile(directory: string): Promise<string> {
  const names = (await readdir(directory)).sort();
  const messages = names.filter((name) => parseLobsterFileName(name)?.role === "message");
  if (messages.length === 1) return join(directory, messages[0]!);
  throw new InputError(
    { path: directory },
    {
      found:
        messages.length === 0
          ? "no message file"
          : `${messages.length} pairs: ${messages.join(", ")}`,
      expected:
        messages.length === 0
          ? `one pair named ${lobsterNamePattern}`
          : "exactly one pair, or the path of one of these files",
    },
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function statPath(path: string): Promise<Awaited<ReturnType<typeof stat>>> {
  try {
    return await stat(path);
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === "ENOENT"
      ? fileNotFound(path, cause)
      : new OutsideError("FILE_UNREADABLE", `${path}: cannot be read`, { canRetry: false, cause });
  }
}

function fileNotFound(path: string, cause?: unknown): OutsideError {
  return new OutsideError("FILE_NOT_FOUND", `${path}: no such file`, { canRetry: false, cause });
}
