/** `metaorder train` as its users call it; what is learnt is the business of `src/learning`. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";

const folder = createTemporaryFolder();
after(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, "whole");

/** Eighty updates of a hundred short episodes, each followed by a checkpoint. */
const small = [
  ...["ppo.decisions=40000", "ppo.episodes=100", "ppo.hidden=[8]"],
  ...["validation.every=1", "validation.episodes=50"],
].flatMap((change) => ["--set", change]);
const linear = ["train", "--config", "configs/linear.yaml", "--workers", "1"];

let text = "";
before(() => {
  const { code, stdout, stderr } = runCli(...linear, ...small, "--out", out);
  equal(code, 0, stderr);
  text = stdout;
});

const linesOf = (path: string): Record<string, unknown>[] =>
  readFileSync(join(path, "metrics.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("metaorder train", () => {
  test("says what came of it, and last how to keep the model", () => {
    match(text, /^40,000 decisions in \d+ s, [\d,]+ a second$/m);
    // Baselines on the same seeds: at this risk aversion selling evenly is far from the optimum.
    const scoreOf = (policy: string): number =>
      Number(new RegExp(`^ {2}${policy} +(-[\\d.]+)$`, "m").exec(text)?.[1]);
    ok(scoreOf("twap") < scoreOf("almgren-chriss:risk-aversion=1e-6") - 20, text);
    match(text, /^ {2}untrained +-\d+\.\d+ ± \d+\.\d+, costBps/m);
    match(text, /^ {2}kept +-\d+\.\d+ ± \d+\.\d+, costBps .*, after [\d,]+ decisions$/m);
    equal(text.trimEnd().split("\n").at(-1), `to keep it: metaorder models import ${out}/model`);
  });

  test("leaves a checkpoint, a report, a model, and a line for every update and look", () => {
    deepEqual(readdirSync(out).sort(), ["checkpoint.bin", "metrics.jsonl", "model", "report.html"]);
    const kinds = linesOf(out).map(({ kind, update }) => `${kind} ${update}`);
    const updates = Array.from({ length: 80 }, (_, at) => at + 1);
    deepEqual(kinds, [
      "validation 0",
      ...updates.flatMap((update) => [`update ${update}`, `validation ${update}`]),
    ]);
    for (const { kind, seconds, score, kl } of linesOf(out)) {
      const figures = kind === "update" ? [seconds, score, kl] : [score];
      ok(figures.every(Number.isFinite));
    }
    const manifest = JSON.parse(readFileSync(join(out, "model", "manifest.json"), "utf8"));
    // It works no order in a book, so there is nothing to say on how it is a policy.
    deepEqual([manifest.version, manifest.use], ["seed-1", undefined]);
  });

  test("that was killed goes on to the bytes of one that was not", async () => {
    const path = join(folder, "broken");
    const args = [...linear, ...small, "--out", path];
    const child = spawn(process.execPath, ["src/cli/main.ts", ...args], { stdio: "ignore" });
    const ended = once(child, "exit");
    while (!existsSync(join(path, "checkpoint.bin")) && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill("SIGKILL");
    await ended;
    equal(child.signalCode, "SIGKILL", "it did not come to its end");
    const { code, stderr } = runCli(...args, "--resume");
    equal(code, 0, stderr);
    for (const file of ["checkpoint.bin", join("model", "model.onnx")]) {
      deepEqual(readFileSync(join(path, file)), readFileSync(join(out, file)), file);
    }
    const timeless = (line: object) => ({ ...line, seconds: undefined });
    deepEqual(linesOf(path).map(timeless), linesOf(out).map(timeless));
  });
});

describe("metaorder train refuses", () => {
  const wrong = join(folder, "wrong.yaml");
  writeFileSync(wrong, "title: none\nworld: linear\nppo:\n  episodes: 0\n");
  const cases: readonly (readonly [string, readonly string[], 1 | 2, RegExp])[] = [
    [
      "a configuration that makes no sense, by line and path",
      ["--config", wrong],
      1,
      /wrong\.yaml:4: ppo\.episodes: found 0, expected number to be >=1$/,
    ],
    [
      "a configuration that is not there",
      ["--config", join(folder, "none.yaml")],
      1,
      /cannot read the configuration .*none\.yaml: ENOENT/,
    ],
    [
      "a change that makes no sense",
      ["--config", "configs/linear.yaml", "--set", "ppo.hidden=3"],
      2,
      /configs\/linear\.yaml:8: ppo\.hidden: found 3, expected array$/,
    ],
    [
      "an unknown world",
      ["--config", "configs/linear.yaml", "--set", "world=cw/quiet"],
      2,
      /configs\/linear\.yaml: world: found cw\/quiet, expected one of cw\/noise, /,
    ],
    [
      "to write over a run",
      ["--config", "configs/linear.yaml", "--out", out],
      2,
      /--out: found a run in .*whole, expected --resume or another folder$/,
    ],
    [
      "to go on with a run that is not there",
      ["--config", "configs/linear.yaml", "--out", join(folder, "none"), "--resume"],
      2,
      /--resume: found no checkpoint\.bin in .*none, expected one$/,
    ],
    [
      "to go on with another configuration",
      ["--config", "configs/linear.yaml", "--workers", "1", "--out", out, "--resume"],
      1,
      /checkpoint: found another configuration, expected the same one$/,
    ],
  ];
  for (const [name, args, exitCode, message] of cases) {
    test(name, () => {
      const { code, stdout, stderr } = runCli("train", ...args);
      equal(code, exitCode, stderr);
      equal(stdout, "");
      match(stderr.trimEnd(), message);
    });
  }

  test("to go on without metrics, or with others", () => {
    const copy = join(folder, "without");
    cpSync(out, copy, { recursive: true });
    const args = [...linear, ...small, "--out", copy, "--resume"];
    writeFileSync(join(copy, "metrics.jsonl"), "{}\nnone\n");
    const torn = runCli(...args);
    equal(torn.code, 1);
    match(torn.stderr, /--resume: found "none" in .*metrics\.jsonl:2, expected the metrics/);
    rmSync(join(copy, "metrics.jsonl"));
    const gone = runCli(...args);
    equal(gone.code, 1);
    match(gone.stderr, /--resume: found no .*metrics\.jsonl, expected the metrics of the run/);
  });
});
