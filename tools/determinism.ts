/**
 * Where time and chance may come from: outside `core` and `cli` they come in as arguments (DESIGN
 * §4), so that one seed gives the same bytes in every run.
 */
import type { SourceFile } from "./layers.ts";

const freeRooms: readonly string[] = ["core/", "cli/"];
const forbidden: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["Math.random", /\bMath\s*\.\s*random\b/],
  ["Date.now", /\bDate\s*\.\s*now\b/],
  // With an argument it is only a calendar.
  ["new Date()", /\bnew\s+Date\b(?!\s*\(\s*[^\s)])/],
  ["performance.now", /\bperformance\s*\.\s*now\b/],
];

/** Every line that reads a clock or draws at random by itself; none when all is reproducible. */
export function findHiddenInputs(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !freeRooms.some((room) => path.startsWith(room)))
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .flatMap((line, at) =>
          forbidden
            .filter(([, pattern]) => pattern.test(line))
            .map(([name]) => `${path}:${at + 1}: ${name} occurs only in core and cli`),
        ),
    );
}
