/** `metaorder models` as its users call it. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, beforeEach, describe, test } from "node:test";
import { writeModel } from "../../src/neural/index.ts";
import { createDensePolicy } from "../../src/neural/runtime/network-fixture.ts";
import { type CliResult, createTemporaryFolder, runCli } from "../support/run-cli.ts";

const name = "impact-policy";
const { bytes } = createDensePolicy({ inputs: 2, hidden: 4 });
const folder = createTemporaryFolder();
after(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  rmSync(join(folder, name), { recursive: true, force: true });
  for (const version of ["1.9.0", "1.10.0"]) {
    await writeModel(join(folder, name, version), name, bytes, {
      version,
      created: "2026-11-21T16:30:00.000Z",
      features: ["elapsedShare", "leavesShare"],
      training: {
        data: "world cw/noise",
        seeds: [1, 2, 3, 7],
        command: "metaorder train --world cw/noise",
        gitRevision: "0123456789abcdef",
      },
      metrics: { costBpsMean: -1.23456789, wins: 412, cvar95Bps: 3, completion: 1 },
    });
  }
});

const models = (...args: readonly string[]): CliResult =>
  runCli("models", ...args, "--models", folder);

function done({ code, stdout, stderr }: CliResult): string {
  equal(code, 0, stderr);
  equal(stderr, "");
  return stdout;
}

function refused({ code, stdout, stderr }: CliResult, exitCode: 1 | 2, message: RegExp): void {
  equal(code, exitCode, stderr);
  equal(stdout, "");
  match(stderr, message);
}

const breakFile = (version: string): void =>
  appendFileSync(join(folder, name, version, "model.onnx"), "x");

describe("metaorder models list", () => {
  test("says in one line that there are none", () => {
    const none = join(folder, "none");
    equal(done(runCli("models", "list", "--models", none)), `no models in ${none}\n`);
    deepEqual(JSON.parse(done(runCli("models", "list", "--models", none, "--json"))), []);
  });

  test("shows every version, the current one and what does not check out", () => {
    done(models("promote", name, "1.9.0"));
    breakFile("1.10.0");
    const text = done(models("list"));
    match(text, /impact-policy {2}1\.9\.0 +current +2026-11-21 +costBpsMean -1\.235, .*, 1 more/);
    match(text, /1\.10\.0 +does not check out, see below/);
    match(text, /^impact-policy@1\.10\.0: .*model\.onnx, bytes: found \d+, expected \d+$/m);
    const [model] = JSON.parse(done(models("list", "--json")));
    deepEqual([model.name, model.current, model.problem], [name, "1.9.0", null]);
    equal(model.metrics.costBpsMean, -1.23456789);
    const [first, second] = model.versions;
    deepEqual([first.version, first.metrics, first.problem], ["1.9.0", model.metrics, null]);
    equal(second.metrics, null);
    match(second.problem, /bytes: found/);
  });

  test("shows a registry that is none, and still the versions", () => {
    writeFileSync(join(folder, name, "registry.json"), "[]");
    match(done(models("list")), /^impact-policy: .*registry\.json: registry: found a list of 0/m);
  });

  test("never hands signs of a foreign file to the terminal", () => {
    const path = join(folder, name, "1.9.0", "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    const metrics = { "cost\u001b[2J": 1 };
    const training = { ...manifest.training, data: "a\nb\u009b31m" };
    writeFileSync(path, JSON.stringify({ ...manifest, metrics, training }));
    match(done(models("list")), /cost\\u\{1b\}\[2J 1/);
    match(done(models("show", `${name}@1.9.0`)), /trained on +a\\u\{a\}b\\u\{9b\}31m$/m);
  });
});

describe("metaorder models show", () => {
  test("says what a model was made of, and how it became current", () => {
    done(models("promote", name, "1.9.0", "--reason", "the first"));
    const text = done(models("show", name));
    for (const line of [
      /^impact-policy@1\.9\.0: current$/m,
      /^made +2026-11-21T16:30:00\.000Z by metaorder [\d.]+, operators 17$/m,
      /^revision +0123456789abcdef$/m,
      /^trained on +world cw\/noise$/m,
      /^seeds +1 to 3, 7$/m,
      /^command +metaorder train --world cw\/noise$/m,
      /^features +2, hash [0-9a-f]{64}$/m,
      /^inputs +observation {2}float32 \[1,2\]$/m,
      /^outputs +logits {2}float32 \[1,3\]\n +value {3}float32 \[1,1\]$/m,
      /^metrics +costBpsMean {2}-1\.23457\n +wins +412$/m,
      /^SHA-256 +[0-9a-f]{64}$/m,
      /^record +\d{4}-\d\d-\d\dT\S+Z {2}promoted 1\.9\.0: the first$/m,
    ]) {
      match(text, line);
    }
    match(done(models("show", `${name}@1.10.0`)), /1\.10\.0: not current, 1\.9\.0 is$/m);
  });

  test("prints the manifest and the record as one JSON document", () => {
    done(models("promote", name, "1.9.0"));
    const shown = JSON.parse(done(models("show", name, "--json")));
    const path = join(folder, name, "1.9.0");
    deepEqual([shown.path, shown.isCurrent], [path, true]);
    deepEqual(shown.manifest, JSON.parse(readFileSync(join(path, "manifest.json"), "utf8")));
    equal(shown.history.length, 1);
  });
});

describe("metaorder models promote and rollback", () => {
  test("change what is current, and say so", () => {
    equal(
      done(models("promote", name, "1.9.0")),
      "impact-policy: 1.9.0 is current (none before)\n",
    );
    const promoted = JSON.parse(done(models("promote", name, "1.10.0", "--json")));
    ok(Math.abs(Date.parse(promoted.time) - Date.now()) < 60_000);
    const { time, ...rest } = promoted;
    deepEqual(rest, { name, before: "1.9.0", version: "1.10.0", action: "promote" });
    const rolled = models("rollback", name, "--reason", "costs more");
    equal(done(rolled), "impact-policy: 1.9.0 is current (1.10.0 before)\n");
    const { current, history } = JSON.parse(
      readFileSync(join(folder, name, "registry.json"), "utf8"),
    );
    equal(current, "1.9.0");
    deepEqual(
      history.map(({ action }: { action: string }) => action),
      ["promote", "promote", "rollback"],
    );
    equal(history[1].time, time);
    equal(history[2].reason, "costs more");
  });

  test("are refused for what is not as it was, with exit code 1", () => {
    refused(models("rollback", name), 1, /found no promotion, expected a version promoted before/);
    refused(models("show", name), 1, /found no promoted version, expected one: promote one of 1/);
    done(models("promote", name, "1.9.0"));
    refused(models("rollback", name), 1, /found 1\.9\.0 promoted first, expected a version/);
    refused(models("promote", name, "1.9.0"), 1, /found the current version, expected another/);
    breakFile("1.10.0");
    const changed = /1\.10\.0\/model\.onnx, bytes: found \d+, expected \d+/;
    refused(models("promote", name, "1.10.0"), 1, changed);
    refused(models("show", `${name}@1.10.0`), 1, changed);
    writeFileSync(join(folder, name, "registry.json"), '{"current": nul}');
    refused(models("rollback", name), 1, /impact-policy\/registry\.json: found no JSON \(/);
  });
});

describe("metaorder models import", () => {
  const from = (version: string): string => join(folder, name, version);

  test("copies a model in, under its own name or another, and never over one that is there", () => {
    const models = join(createTemporaryFolder(), "new");
    const imported = (...args: readonly string[]): CliResult =>
      runCli("models", "import", ...args, "--models", models);
    const text = done(imported(from("1.9.0")));
    match(text, /^impact-policy@1\.9\.0: copied to .*new\/impact-policy\/1\.9\.0$/m);
    const next = `to make it current: metaorder models promote ${name} 1.9.0 --models ${models}\n`;
    ok(text.endsWith(next), text);
    for (const file of ["manifest.json", "model.onnx"]) {
      const copied = readFileSync(join(models, name, "1.9.0", file));
      deepEqual(copied, readFileSync(join(from("1.9.0"), file)));
    }
    const { path, manifest } = JSON.parse(
      done(imported(from("1.10.0"), "--name", "other", "--version", "2-rc1", "--json")),
    );
    deepEqual([path, manifest.name], [join(models, "other", "2-rc1"), "other"]);
    equal(manifest.version, "2-rc1");
    const expected = /1\.9\.0: found a version, expected none: take another --version, or remove/;
    refused(imported(from("1.9.0")), 1, expected);
    equal(JSON.parse(done(runCli("models", "list", "--models", models, "--json"))).length, 2);
  });

  test("is refused for files that do not check out and names that are none", () => {
    breakFile("1.9.0");
    refused(models("import", from("1.9.0")), 1, /model\.onnx, bytes: found \d+, expected \d+/);
    refused(models("import", join(folder, "none")), 1, /none\/manifest\.json: found nothing, exp/);
    const wrong = (...args: readonly string[]) => models("import", from("1.10.0"), ...args);
    refused(wrong("--name", "../up"), 2, /model: found "\.\.\/up", expected lower-case letters/);
    refused(wrong("--version", ".."), 2, /version: found "\.\.", expected letters, digits/);
  });
});

describe("metaorder models refuses with exit code 2", () => {
  const cases = [
    [["show", "impact"], /model: found impact, expected one of impact-policy in /],
    [["show", "Impact"], /model: found "Impact", expected lower-case letters, digits and dashes/],
    [["show", "../impact-policy"], /model: found "\.\.\/impact-policy", expected lower-case/],
    [["show", `${name}@2`], /version: found 2, expected one of 1\.9\.0, 1\.10\.0 in /],
    [["promote", name, "../1.9.0"], /version: found \.\.\/1\.9\.0, expected one of 1\.9\.0/],
    [["promote", name], /missing required argument 'version'/],
    [["promote", name, "1.9.0", "--reason", " "], /--reason: found " ", expected a text/],
    [["rollback", "none"], /model: found none, expected one of impact-policy in /],
    [["list", "--sort"], /unknown option '--sort'/],
    [["remove", name], /unknown command 'remove'/],
  ] as const;
  for (const [args, message] of cases) {
    test(args.join(" "), () => refused(models(...args), 2, message));
  }

  test("a folder that is none", () => {
    const file = join(folder, name, "1.9.0", "model.onnx");
    for (const args of [["list"], ["show", name]]) {
      const expected = /--models: .*model\.onnx: found a file, expected a folder/;
      refused(runCli("models", ...args, "--models", file), 2, expected);
    }
    refused(runCli("models", "list", "--models", ""), 2, /--models: found "", expected a folder/);
  });
});

test("metaorder models has help with examples", () => {
  for (const [command, example] of [
    ["list", /metaorder models list --models .\/my-models --json/],
    ["show", /metaorder models show impact-policy@1\.2\.0 --json/],
    ["import", /metaorder models import \.\/theirs --name impact-policy --version 1\.2\.0/],
    ["promote", /metaorder models promote impact-policy 1\.2\.0 --reason/],
    ["rollback", /metaorder models rollback impact-policy --reason/],
  ] as const) {
    match(done(runCli("models", command, "--help")), example);
  }
});
