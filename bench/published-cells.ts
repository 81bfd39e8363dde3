/**
 * PPO on the six published cells (Cheridito & Weiss, arXiv 2507.06345): five training seeds each,
 * judged on test seeds, beside the best that was published.
 *
 * `node bench/published-cells.ts --runs out/cells` trains what is not there yet (hours), plays 10,000
 * test episodes with every kept policy, and prints the table of docs/models/ppo.md.
 * `--cells tactical-60,noise-20` does a part, `--no-train` only what was trained already.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values: asked } = parseArgs({
  allowNegative: true,
  options: {
    runs: { type: "string", default: "out/cells" },
    cells: { type: "string" },
    seeds: { type: "string", default: "5" },
    episodes: { type: "string", default: "10000" },
    train: { type: "boolean", default: true },
  },
});

/** Best published mean in ticks a lot, and its standard deviation over 10,000 episodes. */
const published: Readonly<Record<string, readonly [mean: number, deviation: number]>> = {
  "noise-20": [0.64, 0.88],
  "noise-60": [-0.74, 0.92],
  "tactical-20": [0.79, 0.67],
  "tactical-60": [-0.24, 0.66],
  "strategic-20": [1.11, 2.23],
  "strategic-60": [0.11, 2.42],
};
const publishedEpisodes = 10_000;
const cells = asked.cells?.split(",") ?? Object.keys(published);
const seeds = Array.from({ length: Number(asked.seeds) }, (_, at) => at + 1);

interface Judged {
  readonly policies: readonly {
    readonly rewardTicksPerLot: { readonly mean: number; readonly standardError: number };
  }[];
}

function metaorder(...args: readonly string[]): string {
  const main = new URL("../src/cli/main.ts", import.meta.url).pathname;
  const { status, stdout } = spawnSync(process.execPath, [main, ...args], {
    ...{ encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 },
  });
  if (status !== 0) throw new Error(`metaorder ${args.join(" ")}: ended with ${status}`);
  return stdout;
}

/** Trains a policy where there is none, and says in how many minutes it was trained. */
function train(cell: string, seed: number): number {
  const out = join(asked.runs, `${cell}-${seed}`);
  if (!existsSync(join(out, "model", "manifest.json"))) {
    if (!asked.train) throw new Error(`${out}: no model, and --no-train`);
    metaorder("train", "--config", `configs/cw-${cell}.yaml`, "--seed", `${seed}`, "--out", out);
  }
  const manifest = JSON.parse(readFileSync(join(out, "model", "manifest.json"), "utf8"));
  return manifest.metrics.trainingSeconds / 60;
}

/** Mean reward of each seed's policy. */
function judge(cell: string): number[] {
  const [world, lots] = cell.split("-");
  const policies = seeds.map((seed) => `model:${join(asked.runs, `${cell}-${seed}`, "model")}`);
  const json = metaorder(
    ...["evaluate", "--world", `cw/${world}`, "--lots", `${lots}`, "--json"],
    ...["--policies", policies.join(","), "--episodes", asked.episodes],
  );
  const judged: Judged = JSON.parse(json);
  return judged.policies.map(({ rewardTicksPerLot }) => rewardTicksPerLot.mean);
}

/** Without the lowest and the highest quarter, rounded down (Agarwal et al., NeurIPS 2021). */
function interquartileMean(values: readonly number[]): number {
  const cut = Math.floor(values.length / 4);
  const middle = values.toSorted((a, b) => a - b).slice(cut, values.length - cut);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

function standardError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

console.log("| cell | published | seeds | interquartile mean ± se | above by | needed | minutes |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const cell of cells) {
  const known = published[cell];
  if (known === undefined) throw new Error(`no such cell: ${cell}`);
  const [best, deviation] = known;
  const minutes = seeds.map((seed) => train(cell, seed));
  const means = judge(cell);
  const ours = interquartileMean(means);
  const error = standardError(means);
  const needed = 3 * Math.hypot(error, deviation / Math.sqrt(publishedEpisodes));
  const above = ours - best;
  const verdict = above >= needed ? "above" : above <= -needed ? "below" : "level";
  console.log(
    `| ${cell} | ${best} | ${means.map((mean) => mean.toFixed(3)).join(", ")} ` +
      `| ${ours.toFixed(3)} ± ${error.toFixed(3)} | ${above.toFixed(3)}, ${verdict} ` +
      `| ${needed.toFixed(3)} | ${minutes.map((minute) => minute.toFixed(0)).join(", ")} |`,
  );
}
