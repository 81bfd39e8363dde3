/** Which revision of the code made something. */
import { execFileSync } from "node:child_process";

/** The commit, with `+changes` where the working tree differs from it; `unknown` outside of git. */
export function readRevision(): string {
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd: import.meta.dirname,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    const isChanged = git("status", "--porcelain", "--untracked-files=no") !== "";
    return `${git("rev-parse", "HEAD")}${isChanged ? "+changes" : ""}`;
  } catch {
    return "unknown";
  }
}
