/** The scripts of a folder, as QuickFIX lays them out: one folder for each version of FIX. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { OutsideError } from "../../../core/trouble.ts";
import { readScript, type Script } from "./script.ts";

/** Scripts of things that QuickFIX itself does not do yet. */
const left = "future";

/**
 * Every script below a folder, or below its `server` folder, by version and name.
 *
 * @throws OutsideError where there is none
 * @throws InputError where one is not in the format
 */
export function readDefinitions(folder: string): Script[] {
  const root = existsSync(join(folder, "server")) ? join(folder, "server") : folder;
  const paths = existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".def") && !path.startsWith(`${left}/`))
        .sort()
    : [];
  if (paths.length === 0) {
    throw new OutsideError("NO_SCRIPTS", `found no .def files below ${folder}`, {
      canRetry: false,
    });
  }
  return paths.map((path) => readScript(join(root, path)));
}
