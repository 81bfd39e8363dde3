import { deepEqual, ok } from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { describe, test } from "node:test";
import { findImports, findLayerViolations, importTable, readSources } from "./layers.ts";

const sourceFolder = join(import.meta.dirname, "..", "src");

describe("the house", () => {
  test("imports downwards only", () => {
    const files = readSources(sourceFolder);
    ok(files.length > 100, `${files.length} files`);
    deepEqual(findLayerViolations(files), []);
  });

  test("has the rooms of the table, each a TypeScript project that refers to what it may import", () => {
    const rooms = readdirSync(sourceFolder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    deepEqual(rooms.toSorted(), Object.keys(importTable).toSorted());
    for (const room of rooms) {
      const project = JSON.parse(
        readFileSync(join(sourceFolder, room, "tsconfig.json"), "utf8"),
      ) as {
        readonly references: readonly { readonly path: string }[];
      };
      const referred = project.references.map(({ path }) => path);
      ok(
        referred.every((path) => dirname(path) === ".."),
        `${room} refers to rooms beside it`,
      );
      const names = referred.map((path) => basename(path)).toSorted();
      deepEqual(names, importTable[room]?.toSorted(), `references of src/${room}`);
    }
  });

  test("has a table without circles", () => {
    const seen: string[] = [];
    for (const [room, below] of Object.entries(importTable)) {
      ok(
        below.every((other) => seen.includes(other)),
        `${room} stands above what it imports`,
      );
      seen.push(room);
    }
  });
});

describe("findLayerViolations", () => {
  const planted: readonly (readonly [string, string, string, string])[] = [
    [
      "an upward import",
      "core/planted.ts",
      'import { bid } from "../market/side.ts";',
      "core may not import market (../market/side.ts)",
    ],
    [
      "an upward import of a type",
      "market/planted.ts",
      'import type { ParentOrder } from "../execution/parent-order.ts";',
      "market may not import execution (../execution/parent-order.ts)",
    ],
    [
      "an upward dynamic import",
      "features/deep/planted.ts",
      'const lazy = await import("../../execution/index.ts");',
      "features may not import execution (../../execution/index.ts)",
    ],
    [
      "a sideways import",
      "simulation/planted.ts",
      'import { MarketView } from "../features/market-view.ts";',
      "simulation may not import features (../features/market-view.ts)",
    ],
    [
      "an import for its effect alone",
      "data/planted.ts",
      'import "../cli/main.ts";',
      "data may not import cli (../cli/main.ts)",
    ],
    [
      "an export from above",
      "core/index.ts",
      'export {\n  bid,\n} from "../market/side.ts";',
      "core may not import market (../market/side.ts)",
    ],
    [
      "an import type expression",
      "core/planted.ts",
      'type Side = import("../market/side.ts").Side;',
      "core may not import market (../market/side.ts)",
    ],
    [
      "an upward import of a test beside the source",
      "core/planted.test.ts",
      'import { bid } from "../market/side.ts";',
      "core may not import market (../market/side.ts)",
    ],
    [
      "a way out of src",
      "cli/planted.ts",
      'import { findImports } from "../../tools/layers.ts";',
      "../../tools/layers.ts lies outside src",
    ],
    [
      "the command line's packages elsewhere",
      "evaluation/planted.ts",
      'import pc from "picocolors";',
      "only cli may import picocolors",
    ],
    [
      "charts outside the reports",
      "cli/planted.ts",
      'import * as echarts from "echarts/core";',
      "only analytics may import echarts",
    ],
    [
      "a package nobody argued for",
      "core/planted.ts",
      'import chalk from "@scope/chalk/inner";',
      "the package @scope/chalk is not known",
    ],
    [
      "fast-check outside tests",
      "core/planted.ts",
      'import fc from "fast-check";',
      "the package fast-check is not known",
    ],
    ["an unknown room", "lounge/planted.ts", "export {};", "the room lounge is not known"],
    ["a file in no room", "planted.ts", "export {};", "the room planted.ts is not known"],
  ];
  for (const [what, path, text, fault] of planted) {
    test(`sees ${what}`, () => {
      deepEqual(findLayerViolations([{ path, text }]), [`${path}: ${fault}`]);
    });
  }

  test("sees a file planted in a folder on disk", () => {
    const folder = mkdtempSync(join(tmpdir(), "layers-"));
    try {
      mkdirSync(join(folder, "core", "deep"), { recursive: true });
      writeFileSync(join(folder, "core", "fine.ts"), 'import "./deep/planted.ts";\n');
      writeFileSync(
        join(folder, "core", "deep", "planted.ts"),
        'export * from "../../cli/main.ts";\n',
      );
      deepEqual(findLayerViolations(readSources(folder)), [
        "core/deep/planted.ts: core may not import cli (../../cli/main.ts)",
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("lets downward imports, Node's own modules and packages at home pass", () => {
    const files = [
      { path: "execution/a.ts", text: 'import { bid } from "../market/side.ts";' },
      { path: "data/b.ts", text: 'import { readFileSync } from "node:fs";' },
      { path: "cli/c.ts", text: 'import { Command } from "commander";' },
      { path: "analytics/report/d.ts", text: 'import { init } from "echarts";' },
      { path: "core/e.test.ts", text: 'import fc from "fast-check";' },
    ];
    deepEqual(findLayerViolations(files), []);
  });
});

describe("findImports", () => {
  test("leaves out what stands in comments", () => {
    const text = '/** as in `import "./a.ts"` */\n// import "./b.ts";\nimport "./c.ts";\n';
    deepEqual(findImports(text), ["./c.ts"]);
  });

  test("takes the word in quotes for a word", () => {
    deepEqual(findImports('add("import", "copies a model"); import "./c.ts";'), ["./c.ts"]);
  });
});
