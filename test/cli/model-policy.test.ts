/** A trained model as a policy, from its training to its place in a table. */
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { appendFileSync, cpSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { planEvaluation } from "../../src/cli/evaluate-world.ts";
import { UsageError } from "../../src/core/trouble.ts";
import { timeNs } from "../../src/core/units.ts";
import { writeLobster } from "../../src/data/index.ts";
import { type ModelManifest, readModel, writeModel } from "../../src/neural/index.ts";
import { createSyntheticDay } from "../../src/simulation/synthetic-day.ts";
import { hourNs } from "../support/replay-request.ts";
import { createTemporaryFolder, runCli } from "../support/run-cli.ts";

const name = "cw-noise-20";
const folder = createTemporaryFolder();
after(() => rmSync(folder, { recursive: true, force: true }));
const models = join(folder, "models");
const trained = join(folder, "run", "model");
/** As the training saw the validation seeds. */
let best: { readonly score: number; readonly figures: { readonly shortfallBps: number } };

function done(...args: readonly string[]): string {
  const { code, stdout, stderr } = runCli(...args);
  equal(code, 0, stderr);
  return stdout;
}

before(() => {
  const small = ["ppo.decisions=2000", "ppo.episodes=64", "validation.episodes=20"];
  const changes = small.flatMap((change) => ["--set", change]);
  const run = ["--workers", "1", "--out", join(folder, "run"), "--json"];
  const text = done("train", "--config", "configs/cw-noise-20.yaml", ...changes, ...run);
  ({ best } = JSON.parse(text));
  done("models", "import", trained, "--models", models);
  done("models", "promote", name, "seed-1", "--models", models);
});

const order = ["evaluate", "--world", "cw/noise", "--lots", "20", "--json"];
const seeds = ["--episodes", "20", "--seed", "200001", "--models", models];

describe("a trained model", () => {
  test("is a policy beside others, the same for any number of workers", () => {
    const asked = [...order, ...seeds, "--policies", `twap,model:${name}`];
    const [one, two] = ["1", "2"].map((workers) => done(...asked, "--workers", workers));
    equal(one, two);
    const [twap, learned] = JSON.parse(one).policies;
    deepEqual([twap.policy, learned.policy], ["twap", `model:${name}`]);
    match(
      learned.description,
      /version seed-1: cheridito-weiss every 15 s, trained on world cw\/noise, SHA-256 [0-9a-f]{16}$/,
    );
    equal(learned.completion, 1);
    ok(learned.pairedVsTwapBps.wins <= 20);
  });

  test("gets what its training's validation said, on the same seeds", () => {
    const [learned] = JSON.parse(done(...order, ...seeds, "--policies", `model:${name}`)).policies;
    const { rewardTicksPerLot, shortfallBps } = learned;
    const gap = Math.abs(rewardTicksPerLot.mean - best.score);
    ok(gap < 1e-9, `found ${rewardTicksPerLot.mean}, expected ${best.score}`);
    ok(Math.abs(shortfallBps.mean - best.figures.shortfallBps) < 1e-9);
  });

  test("is the same by name, by version and by folder", () => {
    const path = relative(process.cwd(), trained);
    const policies = [name, `${name}@seed-1`, path].map((one) => `model:${one}`);
    const rows = JSON.parse(done(...order, ...seeds, "--policies", policies.join(","))).policies;
    deepEqual(
      rows.map(({ policy }: { policy: string }) => policy),
      policies,
    );
    const [first, ...others] = rows.map(
      ({ shortfallBps }: { shortfallBps: object }) => shortfallBps,
    );
    for (const other of others) deepEqual(other, first);
  });

  test("works in run with its reports, in tune, and over a recorded day", async () => {
    const report = join(folder, "run.html");
    const world = ["--world", "cw/noise", "--lots", "20", "--models", models];
    done(
      "run",
      ...world,
      "--episodes",
      "2",
      "--policies",
      `twap,model:${name}`,
      "--report",
      report,
    );
    ok(readFileSync(join(folder, "run-seed-1.html"), "utf8").includes(`model:${name}`));
    const few = ["--episodes", "2", "--workers", "1", "--json"];
    const tuned = JSON.parse(done("tune", ...world, "--policy", `model:${name}`, ...few));
    equal(tuned.policy, `model:${name}`);
    const day = createSyntheticDay({ endNs: timeNs(10.25 * hourNs) }, 5);
    const directory = join(folder, "day");
    await writeLobster(day, { directory, date: "2026-01-05", levels: 5, storage: "gzip" });
    const hour = ["--side", "sell", "--quantity", "20", "--start", "09:50", "--end", "09:53"];
    const replayed = JSON.parse(
      done("replay", "--data", directory, ...hour, "--policies", `model:${trained}`, "--json"),
    );
    equal(replayed.policies[0].policy, `model:${trained}`);
    equal(replayed.policies[0].completion, 1);
  });
});

/** What the command line hands over, without running anything. */
const asked = {
  ...{ world: "cw/noise", lots: "20", episodes: "20", set: [], models, seed: "1" },
  ...{ urgency: "normal", minChild: "1", slice: "1m", rate: "0.1", riskAversion: "1e-6" },
  ...{ form: "perold", removeFee: "0", addFee: "0" },
};

function refuse(
  policies: string,
  message: RegExp,
  changes: Partial<typeof asked> & { readonly code?: string } = {},
): Promise<void> {
  const { code, ...options } = changes;
  return rejects(planEvaluation({ ...asked, ...options, policies }), (error: Error) => {
    match(error.message, message);
    equal((error as { code?: string }).code, code);
    equal(error instanceof UsageError, code === undefined);
    return true;
  });
}

/** The trained model with another manifest, in a folder of its own. */
async function storeChanged(changes: Partial<ModelManifest>, features?: readonly string[]) {
  const { manifest, bytes } = await readModel(trained);
  const path = createTemporaryFolder();
  const { use: _, ...rest } = manifest;
  const named = features ?? manifest.features.names;
  await writeModel(path, name, bytes, { ...rest, ...changes, features: named });
  return path;
}

describe("a model is refused before any episode", () => {
  test("where there is none of the name, the version or the folder", async () => {
    await refuse(
      "twap,model:none",
      /^--policies: model: found none, expected one of cw-noise-20 in /,
    );
    await refuse(`model:${name}@2`, /^--policies: version: found 2, expected one of seed-1 in /);
    await refuse("model:", /^--policies: model: found "", expected lower-case letters/);
    await refuse("model:./none", /^none\/manifest\.json: found nothing/, { code: "MODEL_MISSING" });
    await refuse(`model:${name}`, /^--models: found "", expected a folder/, { models: "" });
    const { code, stderr, stdout } = runCli(...order, "--policies", "model:none");
    deepEqual([code, stdout], [2, ""]);
    match(stderr, /^metaorder: --policies: model: found none, expected/);
  });

  test("where nothing was promoted", async () => {
    const other = join(createTemporaryFolder(), "models");
    done("models", "import", trained, "--models", other);
    const code = "NOTHING_PROMOTED";
    await refuse(`model:${name}`, /found no promoted version, expected one/, {
      ...{ code, models: other },
    });
    const args = [...order, "--policies", `model:${name}`, "--models", other];
    equal(runCli(...args).code, 1);
  });

  test("where its name has a colon or a comma, or stands there twice", async () => {
    const expected = "expected model:NAME, model:NAME@VERSION or model:./FOLDER, without colon";
    await refuse(`model:${name}:slice=1m`, new RegExp(`found model:.*:slice=1m, ${expected}`));
    await refuse(`model:./a:b`, new RegExp(`found model:./a:b, ${expected}`));
    await refuse(`model:${name},every=1s`, new RegExp(`found model:${name},every=1s, ${expected}`));
    await refuse(
      `model:${name},model:${name}`,
      /found model:cw-noise-20 twice, expected each once/,
    );
  });

  test("where it observes other features, or was made for other actions", async () => {
    const code = "MODEL_MISMATCH";
    const use = { vocabulary: "cheridito-weiss", every: "15s" };
    const { manifest } = await readModel(trained);
    const features = await storeChanged({ use }, [...manifest.features.names].reverse());
    await refuse(
      `model:${features}`,
      /^--policies model:\/.*: model cw-noise-20, feature hash: found [0-9a-f]{64}, expected [0-9a-f]/,
      { code },
    );
    const levels = await storeChanged({ use: { ...use, vocabulary: "levels" } });
    await refuse(
      `model:${levels}`,
      /model cw-noise-20, output shares: found float32 \[1,7\], expected float32 \[1,13\] \(cross/,
      { code },
    );
    const hourly = await storeChanged({ use: { ...use, every: "often" } });
    await refuse(`model:${hourly}`, /use\.every: found "often", expected a duration such as 15s/, {
      code,
    });
    await refuse(
      `model:${await storeChanged({})}`,
      /use: found nothing, expected vocabulary and every/,
      { code },
    );
  });

  test("where its file was changed", async () => {
    const changed = join(createTemporaryFolder(), "model");
    cpSync(trained, changed, { recursive: true });
    appendFileSync(join(changed, "model.onnx"), "x");
    await refuse(`model:${changed}`, /model\.onnx, bytes: found \d+, expected \d+/, {
      code: "MODEL_CHANGED",
    });
  });

  test("in a linear world", async () => {
    await refuse(
      `twap,model:${name}`,
      /^--policies: found model:cw-noise-20, expected a schedule: a linear world has no book/,
      { world: "linear", lots: "1000" },
    );
  });
});
