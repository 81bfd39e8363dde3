#!/usr/bin/env node
// Installs what is missing and runs the given command on the Node that this repository pins.
//
// Plain JavaScript on purpose: it must run on whatever Node the system has (20 included),
// before anything is installed. `node tools/launch.mjs ARGS` runs `metaorder ARGS`;
// `--test` runs every test; `--check` runs everything that must hold before a commit.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, "node_modules", ".bin", name);
const localNode = bin(process.platform === "win32" ? "node.cmd" : "node");

/** The lockfile npm wrote into node_modules names every installed package with its version. */
function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed) || !existsSync(localNode)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || found[path]?.version === entry.version,
  );
}

/** Runs one program to its end; a signal that ended it is handed on as an exit code. */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: `${dirname(localNode)}${delimiter}${process.env.PATH}` },
    ...options,
  });
  if (result.error) {
    process.stderr.write(`metaorder: could not start ${command}: ${result.error.message}\n`);
    return 1;
  }
  return result.status ?? 128 + constants.signals[result.signal];
}

// The child decides what Ctrl-C means; this process only waits for it and hands its exit code on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});

if (!isInstalled()) {
  process.stderr.write("metaorder: installing dependencies (once; about 20 seconds)\n");
  const status = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    // npm's own output must not mix with a command's standard output.
    stdio: ["ignore", process.stderr, "inherit"],
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: "skip" },
  });
  if (status !== 0) {
    process.stderr.write("metaorder: npm ci failed, see above; nothing was run\n");
    process.exit(1);
  }
}

/** Two files at a time also on two cores: several wait for sockets and processes most of the time. */
const testsAtOnce = 2;
const testGlobs = ["src/**/*.test.ts", "test/**/*.test.ts", "tools/**/*.test.ts"];
const tests = [
  localNode,
  [
    ...["--test", "--test-reporter=spec", "--test-timeout=300000"],
    ...[`--test-concurrency=${testsAtOnce}`, ...testGlobs],
  ],
];

/** Each step of the check, in the order in which a mistake is cheapest to see. */
const checkSteps = [
  ["format and lint", localNode, [bin("biome"), "ci", "."]],
  ["types", localNode, [bin("tsc"), "-b"]],
  ["dead code", localNode, [bin("knip")]],
  ["tests (layers included)", ...tests],
  ["smoke benches", localNode, ["bench/smoke.ts"]],
  ["examples", localNode, ["examples/run-all.ts"]],
];

const args = process.argv.slice(2);
// Paths are meant from where the command was typed, also under `npm run`.
const callersFolder = { cwd: process.env.INIT_CWD ?? process.cwd() };
if (args[0] === "--test") {
  process.exit(run(tests[0], [...tests[1], ...args.slice(1)]));
} else if (args[0] === "--check") {
  for (const [name, command, commandArgs] of checkSteps) {
    process.stdout.write(`\n── ${name}\n`);
    const status = run(command, commandArgs);
    if (status !== 0) {
      process.stderr.write(`check failed: ${name}\n`);
      process.exit(status);
    }
  }
  process.stdout.write("\ncheck passed\n");
} else {
  process.exit(run(localNode, [join(root, "src", "cli", "main.ts"), ...args], callersFolder));
}
