import { deepEqual } from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { findHiddenInputs } from "./determinism.ts";
import { readSources } from "./layers.ts";

describe("the house", () => {
  test("reads no clock and draws no random number outside core and cli", () => {
    deepEqual(findHiddenInputs(readSources(join(import.meta.dirname, "..", "src"))), []);
  });
});

describe("findHiddenInputs", () => {
  const planted: readonly (readonly [string, string])[] = [
    ["Math.random", "const draw = Math.random();"],
    ["Date.now", "const now = Date.now();"],
    ["new Date()", "const now = new Date( );"],
    ["performance.now", "const start = globalThis.performance.now();"],
  ];
  for (const [name, line] of planted) {
    test(`sees ${name} and names its line`, () => {
      const text = `export {};\n${line}\n`;
      deepEqual(findHiddenInputs([{ path: "market/planted.ts", text }]), [
        `market/planted.ts:2: ${name} occurs only in core and cli`,
      ]);
      deepEqual(findHiddenInputs([{ path: "core/time.ts", text }]), []);
      deepEqual(findHiddenInputs([{ path: "cli/main.ts", text }]), []);
    });
  }
});
