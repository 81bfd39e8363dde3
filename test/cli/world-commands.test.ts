/** `metaorder evaluate | run | tune | worlds` as their users call them. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";

const noise = ["evaluate", "--world", "cw/noise", "--episodes", "24", "--json"] as const;

describe("metaorder evaluate", () => {
  test("prints the JSON document of the contract", () => {
    const { code, stdout, stderr } = runCli(...noise, "--effect", "2");
    equal(code, 0, stderr);
    const document = JSON.parse(stdout);
    for (const key of ["world", "worldHash", "seeds", "policies", "marketValidity", "hash"]) {
      ok(key in document, key);
    }
    deepEqual(document.seeds, { from: 1, to: 24 });
    equal(document.marketValidity.isValid, true);
    const [leave, twap] = document.policies;
    deepEqual([leave.policy, twap.policy], ["submit-and-leave", "twap"]);
    const costs = leave.shortfallBps;
    for (const value of [costs.mean, costs.standardError, ...costs.ci95, leave.cvar95Bps]) {
      ok(Number.isFinite(value));
    }
    const parts = Object.values<number>(leave.parts).reduce((sum, part) => sum + part, 0);
    ok(Math.abs(parts - costs.mean) < 1e-9, "the parts add up to the whole");
    equal(leave.completion, 1);
    ok(leave.participation > 0 && leave.passiveShare > 0);
    ok(leave.pairedVsTwapBps.wins <= 24 && leave.pairedVsTwapBps.episodesNeeded > 1);
    ok(leave.rewardTicksPerLot.sd > 0);
    equal(twap.pairedVsTwapBps, undefined);
  });

  test("gives the same bytes in another process, for any number of workers", () => {
    const outputs = ["1", "2", "3"].map((workers) => runCli(...noise, "--workers", workers).stdout);
    equal(new Set(outputs).size, 1);
    ok((outputs[0]?.length ?? 0) > 500);
    const other = runCli(...noise, "--seed", "2").stdout;
    ok(other !== outputs[0]);
  });

  test("changes a world by --set, and says so by its hash", () => {
    const plain = JSON.parse(runCli(...noise).stdout);
    const change = "populations.noise.marketRate=0.2";
    const changed = JSON.parse(runCli(...noise, "--set", change).stdout);
    ok(plain.worldHash !== changed.worldHash);
    deepEqual(changed.set, [change]);
  });

  test("writes a report that needs nothing but itself", () => {
    const path = join(createTemporaryFolder(), "report.html");
    equal(runCli(...noise, "--report", path).code, 0);
    const html = readFileSync(path, "utf8");
    match(html, /Against twap on the same seeds/);
    equal(/<script|src="http|href="http/.test(html), false);
  });

  const refused = [
    ["an unknown world", ["--world", "cw/quiet"], /--world: found cw\/quiet, expected one of cw/],
    ["an unknown policy", ["--policies", "best"], /found the policy "best", expected one of twap/],
    ["one policy twice", ["--policies", "twap,twap"], /found twap twice, expected each once/],
    ["one episode", ["--episodes", "1"], /--episodes: found 1, expected a whole number from 2/],
    ["no worker", ["--workers", "0"], /--workers: found 0, expected a whole number from 1/],
    ["an effect of nothing", ["--effect", "0"], /--effect: found 0, expected basis points above 0/],
    ["times beyond the session", ["--end", "11:00"], /expected within the world's session/],
    ["two sizes", ["--lots", "20", "--quantity", "20"], /--lots: found beside --quantity/],
    [
      "an unknown key of a world",
      ["--set", "populations.noise.marketRat=1"],
      /cw\/noise\.yaml:\d+: populations\[0\]\.marketRat: found a key that is not known here/,
    ],
    [
      "a value out of range",
      ["--set", "populations.noise.marketRate=-1"],
      /cw\/noise\.yaml:\d+: populations\[0\]\.marketRate: found -1, expected number to be >=0/,
    ],
    [
      "an unknown population",
      ["--set", "populations.makers.rate=1"],
      /--set: found makers in populations, expected a number or one of noise/,
    ],
  ] as const;
  for (const [what, args, message] of refused) {
    test(`refuses ${what} with exit code 2 and prints nothing`, () => {
      const { code, stdout, stderr } = runCli("evaluate", "--world", "cw/noise", ...args);
      equal(code, 2);
      equal(stdout, "");
      match(stderr, message);
    });
  }

  test("prints schedules of the linear world beside what theory says", () => {
    const args = ["evaluate", "--world", "linear", "--episodes", "4500", "--json"];
    const { code, stdout, stderr } = runCli(...args);
    equal(code, 0, stderr);
    const document = JSON.parse(stdout);
    deepEqual(document.seeds, { from: 1, to: 5 });
    equal(document.marketValidity.isValid, true);
    for (const { policy, shortfallBps } of document.policies) {
      const { meanBps, sdBps } = document.closedForm[policy];
      ok(Math.abs(shortfallBps.mean - meanBps) < 3 * shortfallBps.standardError);
      ok(Math.abs(shortfallBps.sd - sdBps) < 0.05 * sdBps);
    }
    equal(runCli(...args, "--workers", "1").stdout, stdout);
    const refused = runCli(...args, "--cap", "0.1");
    equal(refused.code, 2);
    match(refused.stderr, /--cap: found 0.1, expected none in a linear world/);
    const steep = runCli(...args, "--set", "temporaryImpact=1e-5");
    match(steep.stderr, /linear\.yaml:\d+: temporaryImpact: found 0\.00001, expected more than/);
  });

  test("stops at a dead market, naming the world's rule and the seed", () => {
    const dead = ["--set", "populations.noise.marketRate=0"];
    for (const workers of ["1", "2"]) {
      const { code, stdout, stderr } = runCli(...noise, ...dead, "--workers", workers);
      equal(code, 1);
      equal(stdout, "");
      match(
        stderr,
        /cw\/noise\.yaml: validity\.othersTradesPerMinuteMin: with seed \d+ found .* trades of others a minute, expected 1 or more/,
      );
    }
  });

  test("reads a world of the user's own, and tells the line of its fault", () => {
    const folder = createTemporaryFolder();
    const text = readFileSync(new URL("../../worlds/cw/noise.yaml", import.meta.url), "utf8");
    const own = join(folder, "own.yaml");
    writeFileSync(own, text);
    equal(runCli("evaluate", "--world", own, "--episodes", "4").code, 0);
    writeFileSync(own, text.replace("sizeSigma: 2", "sizeSigma: wide"));
    const wrong = runCli("evaluate", "--world", own, "--episodes", "4");
    equal(wrong.code, 1);
    match(
      wrong.stderr,
      /own\.yaml:\d+: populations\[0\]\.sizeSigma: found "wide", expected number/,
    );
    writeFileSync(own, text.replace("kind: order-book", "kind: [order-book"));
    match(runCli("evaluate", "--world", own).stderr, /own\.yaml:\d+: found .*, expected YAML/);
    equal(runCli("evaluate", "--world", join(folder, "none.yaml")).code, 1);
  });
});

describe("metaorder run", () => {
  test("is the house example where nothing else is said", () => {
    const { code, stdout } = runCli("run", "--episodes", "2", "--json");
    equal(code, 0);
    const { world, order, policies } = JSON.parse(stdout);
    equal(world, "house");
    deepEqual(order, { side: "sell", quantity: 500_000, start: "10:00:00", end: "13:00:00" });
    deepEqual(
      policies.map(({ policy, completion }: Record<string, unknown>) => [policy, completion]),
      [
        ["twap", 1],
        ["vwap", 1],
        ["pov:rate=0.3", 1],
        ["almgren-chriss", 1],
      ],
    );
  });

  test("works the house example on the same seeds and writes both reports", () => {
    const path = join(createTemporaryFolder(), "run.html");
    const { code, stdout, stderr } = runCli(
      ...["run", "--episodes", "2", "--quantity", "20000", "--end", "10:06", "--json"],
      ...["--policies", "twap,vwap:placement=peg", "--report", path],
    );
    equal(code, 0, stderr);
    const document = JSON.parse(stdout);
    equal(document.world, "house");
    deepEqual(
      document.policies.map(({ completion }: { completion: number }) => completion),
      [1, 1],
    );
    match(readFileSync(path, "utf8"), /What was left to do/);
    match(readFileSync(path.replace(".html", "-seed-1.html"), "utf8"), /Where each policy traded/);
  });
});

describe("metaorder tune", () => {
  test("chooses on validation seeds and refuses to freeze an optimum on the edge", () => {
    const out = join(createTemporaryFolder(), "tuned.yaml");
    const args = ["tune", "--world", "cw/tactical", "--policy", "house-twap", "--json"];
    const grid = ["--grid", "slice=5s,60s", "--episodes", "40", "--finalists", "1"];
    const edge = runCli(...args, ...grid, "--out", out);
    equal(edge.code, 1);
    match(edge.stderr, /--out: found slice=\S+ at the end of its values/);
    const report = out.replace(".yaml", ".html");
    const allowed = runCli(...args, ...grid, "--out", out, "--report", report, "--allow-edge");
    equal(allowed.code, 0, allowed.stderr);
    const document = JSON.parse(allowed.stdout);
    deepEqual(document.trainingSeeds, { from: 100001, to: 100040 });
    deepEqual(document.validationSeeds, { from: 200001, to: 200040 });
    equal(document.training.length, 2);
    match(readFileSync(out, "utf8"), /policy: house-twap:slice=/);
    match(readFileSync(report, "utf8"), /house-twap:slice=/);
  });

  test("refuses validation seeds that were trained on", () => {
    const { code, stderr } = runCli(
      ...["tune", "--world", "cw/noise", "--policy", "house-twap", "--episodes", "10"],
      ...["--grid", "slice=15s", "--validation-seed", "100005"],
    );
    equal(code, 2);
    match(stderr, /--validation-seed: found 100005 to 100014, expected none of the training seeds/);
  });
});

describe("metaorder worlds", () => {
  test("lists every world, and shows one with its order and its file", () => {
    const list = JSON.parse(runCli("worlds", "list", "--json").stdout);
    const names = list.map(({ name }: { name: string }) => name);
    for (const name of ["cw/noise", "cw/tactical", "cw/strategic", "house", "linear"]) {
      ok(names.includes(name), name);
    }
    const shown = runCli("worlds", "show", "cw/strategic");
    equal(shown.code, 0);
    match(shown.stdout, /sell 20, 10:00:00 to 10:02:30/);
    match(shown.stdout, /kind: cw-strategic/);
    equal(runCli("worlds", "show", "cw/quiet").code, 2);
  });
});
