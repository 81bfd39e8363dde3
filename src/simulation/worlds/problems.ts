/** What is wrong with a file, in words: found, expected, and where. */
import type { z } from "zod";

/** One thing that is wrong. */
export interface Problem {
  /** Such as `populations[2].rate`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What one complaint of a schema comes to. */
export function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.filter((key) => typeof key !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: "found a key that is not known here",
    }));
  }
  if (issue.code === "custom") return [{ path, message: issue.message }];
  if (issue.code === "invalid_union" && issue.discriminator !== undefined) {
    const { discriminator } = issue;
    const found = (issue.input as Record<string, unknown>)[discriminator];
    const expected = issue.message
      .replace(/^.*Expected /, "expected one of ")
      .replaceAll(" | ", ", ");
    return [{ path, message: `found ${JSON.stringify(found) ?? "nothing"}, ${expected}` }];
  }
  const found = issue.input === undefined ? "nothing" : JSON.stringify(issue.input);
  const short = found.length > 60 ? `${found.slice(0, 57)}...` : found;
  const expected = issue.message.replace(/^[A-Z][^:]*: /, "").replace(/, received .*$/, "");
  return [{ path, message: `found ${short}, ${expected}` }];
}
