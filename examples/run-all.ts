/** Runs every example in a process of its own; one that fails fails the check. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
for (const name of readdirSync(folder).filter((name) => /^\d\d-.*\.ts$/.test(name))) {
  console.log(`── ${name}`);
  const { status } = spawnSync(process.execPath, [join(folder, name)], { stdio: "inherit" });
  if (status !== 0) {
    console.error(`example ${name} failed with exit code ${status}`);
    process.exit(1);
  }
}
