/** Lean's names of tick files: `20131007_ibm_Quote_Tick.csv.gz`, `20131007_ibm_Trade_Tick.csv`. */
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError, OutsideError } from "../../core/trouble.ts";
import { isDate } from "../rows/epoch.ts";

export interface TickFileName {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Upper case. */
  readonly symbol: string;
  readonly role: "Quote" | "Trade";
}

/** The files of one day of one stock: both, or the one that is there. */
export interface TickFiles {
  readonly date: string;
  readonly symbol: string;
  readonly tradePath: string | undefined;
  readonly quotePath: string | undefined;
}

const pattern = /^(\d{4})(\d{2})(\d{2})_([A-Za-z0-9.-]+)_(Quote|Trade)_Tick\.csv(\.gz|\.zst)?$/;
const packings = ["", ".gz", ".zst"] as const;

/** @returns undefined when the name (without folders) is not one of a tick file */
export function parseTickFileName(name: string): TickFileName | undefined {
  const match = pattern.exec(name);
  if (match === null) return undefined;
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  if (!isDate(date)) return undefined;
  return { date, symbol: match[4]!.toUpperCase(), role: match[5] as "Quote" | "Trade" };
}

/**
 * The files that a path stands for: the other one lies beside it under its name, packed or not.
 *
 * @param path either file, or a folder that holds the files of one day of one stock
 * @throws InputError for other names; OutsideError `FILE_NOT_FOUND`
 */
export async function findTickFiles(path: string): Promise<TickFiles> {
  const given = (await isFolder(path)) ? await findOnlyFile(path) : path;
  const name = parseTickFileName(basename(given));
  if (name === undefined) {
    throw new InputError(
      { path: given },
      {
        found: `the file name ${basename(given)}`,
        expected: "YYYYMMDD_symbol_Quote|Trade_Tick.csv[.gz|.zst]",
      },
    );
  }
  const other = await findPartner(given, name.role);
  const { date, symbol } = name;
  return name.role === "Trade"
    ? { date, symbol, tradePath: given, quotePath: other }
    : { date, symbol, tradePath: other, quotePath: given };
}

async function findPartner(path: string, role: "Quote" | "Trade"): Promise<string | undefined> {
  const partnerRole = role === "Quote" ? "Trade" : "Quote";
  const bare = basename(path)
    .replace(/\.(gz|zst)$/, "")
    .replace(`_${role}_`, `_${partnerRole}_`);
  for (const packing of packings) {
    const candidate = join(dirname(path), bare + packing);
    const isThere = await stat(candidate).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
  }
  return undefined;
}

async function findOnlyFile(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const found = names.filter((name) => parseTickFileName(name) !== undefined);
  const days = new Set(found.map((name) => name.replace(/_(Quote|Trade)_Tick.*$/, "")));
  const [first] = found;
  if (first !== undefined && days.size === 1) return join(folder, first);
  throw new InputError(
    { path: folder },
    {
      found: days.size === 0 ? "no tick file" : `${days.size} days: ${[...days].join(", ")}`,
      expected: "the files of one day of one stock, or the path of one of them",
    },
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw isMissing
      ? new OutsideError("FILE_NOT_FOUND", `${path}: no such file`, { canRetry: false, cause })
      : new OutsideError("FILE_UNREADABLE", `${path}: cannot be read`, { canRetry: false, cause });
  }
}
