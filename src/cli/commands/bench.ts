/** `metaorder bench`: the measured figures, side by side with a peer where one is installed. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import colors from "picocolors";
import { openLobster } from "../../data/index.ts";
import { createInstrument } from "../../market/instrument.ts";
import { createSyntheticDay } from "../../simulation/synthetic-day.ts";
import { defaultSyntheticDay } from "../../simulation/synthetic-day-parameters.ts";
import { catalogueText, runCatalogueBench } from "../bench/catalogue-bench.ts";
import { fixBenchText, runFixBench } from "../bench/fix-bench.ts";
import { learningText, runLearningBench } from "../bench/learning-bench.ts";
import {
  generatedWorkload,
  type MatchingBench,
  readWorkloads,
  runMatchingBench,
} from "../bench/matching-bench.ts";
import { neuralText, runNeuralBench } from "../bench/neural-bench.ts";
import { type ReplayBench, runReplayBench } from "../bench/replay-bench.ts";
import { runSimulationBench, simulationText } from "../bench/simulation-bench.ts";
import {
  type OrderOptions,
  parseOrderOptions,
  type WorldOrderOptions,
  wholeNumber,
} from "../order-options.ts";
import { withProgress } from "../progress.ts";
import { loadTrainingConfig } from "../train-policy.ts";

interface BenchOptions {
  readonly passes: string;
  readonly json?: boolean;
}

const repository = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
/** Where the workloads lie in a development checkout: beside it, never in it. */
const defaultWorkloads = join(repository, "..", "shared", "data", "matching");
const generatedMessages = 200_000;

export function addBenchCommand(program: Command): void {
  const bench = program
    .command("bench")
    .description("measured figures; medians of several passes, warm-up excluded")
    .exitOverride();
  bench
    .command("matching")
    .description("the matching engine on workloads with known answers, beside an npm order book")
    .option(
      "--workloads <folder>",
      "*.bin or *.bin.gz files and expected.json of the public format",
    )
    .option("--passes <count>", "timed passes", "5")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", "\nExample:\n  metaorder bench matching --workloads DIR --json")
    .exitOverride()
    .action(benchMatching);
  bench
    .command("replay")
    .description("events a second through reader, book and policy")
    .option("--data <path>", "LOBSTER file or folder; a generated day without it")
    .option("--passes <count>", "timed passes", "5")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", "\nExample:\n  metaorder bench replay --data DIR --json")
    .exitOverride()
    .action(benchReplay);
  bench
    .command("simulation")
    .description("events a second in the published worlds, and what evaluating them costs")
    .option("--episodes <count>", "episodes of each world in a pass", "1000")
    .option("--passes <count>", "timed passes", "5")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", "\nExample:\n  metaorder bench simulation --json")
    .exitOverride()
    .action(benchSimulation);
  bench
    .command("neural")
    .description("training steps of three networks beside a peer, and single answers of a policy")
    .option("--passes <count>", "timed passes", "5")
    .option("--steps <count>", "training steps in a pass; the peer makes a tenth", "40")
    .option("--calls <count>", "single observations", "18000")
    .option("--threads <count>", "threads of a training step", "1")
    .option("--no-peer", "leave the peer out: it takes most of the time")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", "\nExample:\n  metaorder bench neural --no-peer --json")
    .exitOverride()
    .action(benchNeural);
  addLaterBenches(bench);
}

/** Of what stands on the market: catalogue, learning, FIX. */
function addLaterBenches(bench: Command): void {
  bench
    .command("catalogue")
    .description("events a second into a catalogue of Parquet files, and out of it again")
    .option("--data <path>", "a recording of any format; a generated one without it")
    .option("--events <count>", "of the generated recording", "5000000")
    .option("--passes <count>", "timed passes", "3")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", "\nExample:\n  metaorder bench catalogue --events 1000000 --json")
    .exitOverride()
    .action(benchCatalogue);
  bench
    .command("learning")
    .description("decisions a second of a training, beside what the simulation alone could give")
    .option("--config <file>", "what is learnt", join("configs", "cw-tactical-20.yaml"))
    .option("--updates <count>", "timed updates", "20")
    .option("--threads <count>", "threads that play; one a core")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", "\nExample:\n  metaorder bench learning --json")
    .exitOverride()
    .action(benchLearning);
  bench
    .command("fix")
    .description("the FIX codec on one message, and the engine over a loopback socket")
    .option("--passes <count>", "timed passes", "5")
    .option("--messages <count>", "messages in a pass; a fiftieth of them over sockets", "200000")
    .option("--no-peer", "leave jspurefix out")
    .option("--quickfix <path>", "QuickFIX C++ beside it: a peer of test/interop/build-peer.sh")
    .option("--json", "print one JSON document on standard output and nothing else")
    .addHelpText("after", "\nExample:\n  metaorder bench fix --json")
    .exitOverride()
    .action(benchFix);
}

async function benchMatching(
  options: BenchOptions & { readonly workloads?: string },
): Promise<void> {
  const passes = parsePasses(options.passes);
  const folder = options.workloads ?? (existsSync(defaultWorkloads) ? defaultWorkloads : undefined);
  const files = folder === undefined ? [] : readWorkloads(folder);
  const workloads = [...files, generatedWorkload(generatedMessages)];
  let messages = 0;
  for (const { workload } of workloads) messages += workload.count * (passes + 1);
  const result = await withProgress("bench matching", (progress) =>
    runMatchingBench(workloads, {
      passes,
      onPass: (share) => progress.update(share, share * messages),
    }),
  );
  print(options, result, matchingText(result));
  const isWrong = result.workloads.some(
    ({ match, sha256 }) => match === false || sha256.includes(" "),
  );
  if (isWrong) process.exitCode = 1;
}

function matchingText({
  workloads,
  lowestMessagesPerSecond,
  peer,
  passes,
  window,
  machine,
}: MatchingBench): string {
  const width = Math.max(...workloads.map(({ name }) => name.length));
  const lines = workloads.map((result) => {
    const { name, messages, match, messagesPerSecond, peerMessagesPerSecond } = result;
    const verdict =
      match === null
        ? "no hash known"
        : match
          ? colors.green("hash ok")
          : colors.red("HASH DIFFERS");
    const peerRate =
      peerMessagesPerSecond === null ? "" : `, peer ${millions(peerMessagesPerSecond)}`;
    const count = `${String(messages).padStart(9)} messages`;
    return `${name.padEnd(width)} ${millions(messagesPerSecond)}${peerRate} ${count}  ${verdict}`;
  });
  const peerLine =
    peer === null
      ? "peer: nodejs-order-book is not installed"
      : `peer: ${peer.package}, ${peer.messages.toLocaleString("en-US")} messages of the same files: ` +
        `${peer.messagesPerSecond.toLocaleString("en-US")} messages/s; ours ${peer.ratio} times as fast`;
  return [
    ...lines,
    `lowest ${millions(lowestMessagesPerSecond).trim()}; median of ${passes}; ${window}`,
    peerLine,
    `node ${machine.node}, ${machine.processor}, ${machine.cores} cores`,
  ].join("\n");
}

function millions(perSecond: number): string {
  return `${(perSecond / 1e6).toFixed(2).padStart(6)} M/s`;
}

async function benchReplay(options: BenchOptions & { readonly data?: string }): Promise<void> {
  const { data } = options;
  const day = createSyntheticDay(defaultSyntheticDay, 1);
  const open = async () => (data === undefined ? day : openLobster(data));
  const instrument = data === undefined ? day.instrument : createInstrument({ symbol: "bench" });
  const request = parseOrderOptions(benchOrderOptions, instrument);
  const name = data ?? "generated day, seed 1";
  const result = await runReplayBench(open, name, request, parsePasses(options.passes));
  print(options, result, replayText(result));
  // Passes that did different work leave more than one hash.
  if (result.hash.includes(" ")) process.exitCode = 1;
}

/** What an order is worked with unless a bench says otherwise. */
export const plainOrderOptions: WorldOrderOptions = {
  urgency: "normal",
  minChild: "1",
  slice: "1m",
  rate: "0.1",
  riskAversion: "1e-6",
  form: "perold",
  removeFee: "0",
  addFee: "0",
  seed: "1",
};

/** A middling order that keeps a policy busy for three hours. */
export const benchOrderOptions: OrderOptions = {
  ...plainOrderOptions,
  side: "sell",
  quantity: "20000",
  start: "10:00",
  end: "13:00",
  policies: "vwap",
  latency: "0s",
};

function replayText(result: ReplayBench): string {
  const rate = (perSecond: number): string => `${(perSecond / 1e6).toFixed(2)} M events/s`;
  return [
    `${result.source}: ${result.events.toLocaleString("en-US")} events, median of ${result.passes}`,
    `read            ${rate(result.readEventsPerSecond)}`,
    `read + book     ${rate(result.bookEventsPerSecond)}`,
    `read + ${result.policy.padEnd(8)} ${rate(result.policyEventsPerSecond)}`,
    `hash ${result.hash}`,
  ].join("\n");
}

async function benchSimulation(
  options: BenchOptions & { readonly episodes: string },
): Promise<void> {
  const episodes = wholeNumber("--episodes", options.episodes, 2);
  const passes = parsePasses(options.passes);
  const result = await withProgress("bench simulation", (progress) =>
    runSimulationBench({
      ...{ episodes, passes, order: plainOrderOptions },
      onProgress: (share, events) => progress.update(share, events),
    }),
  );
  print(options, result, simulationText(result));
  const hashes = [
    ...result.worlds.flatMap(({ hash, evaluated }) => [hash, evaluated.hash]),
    result.linear.hash,
    result.scaling.hash,
  ];
  // Passes that did different work leave more than one hash.
  if (hashes.some((hash) => hash.includes(" "))) process.exitCode = 1;
}

async function benchNeural(
  options: BenchOptions & {
    readonly steps: string;
    readonly calls: string;
    readonly threads: string;
    readonly peer: boolean;
  },
): Promise<void> {
  const request = {
    passes: parsePasses(options.passes),
    steps: wholeNumber("--steps", options.steps, 1),
    calls: wholeNumber("--calls", options.calls, 1),
    threads: wholeNumber("--threads", options.threads, 1),
    hasPeer: options.peer,
  };
  const result = await withProgress("bench neural", (progress) =>
    runNeuralBench({ ...request, onProgress: (share) => progress.update(share) }),
  );
  print(options, result, neuralText(result));
}

async function benchCatalogue(
  options: BenchOptions & { readonly data?: string; readonly events: string },
): Promise<void> {
  const result = await withProgress("bench catalogue", (progress) =>
    runCatalogueBench({
      ...(options.data === undefined ? {} : { path: options.data }),
      events: wholeNumber("--events", options.events, 1),
      passes: parsePasses(options.passes),
      onPass: (share) => progress.update(share),
    }),
  );
  print(options, result, catalogueText(result));
}

async function benchLearning(options: {
  readonly config: string;
  readonly updates: string;
  readonly threads?: string;
  readonly json?: boolean;
}): Promise<void> {
  const { threads } = options;
  const result = await withProgress("bench learning", (progress) =>
    runLearningBench({
      config: loadTrainingConfig(options.config, []),
      updates: wholeNumber("--updates", options.updates, 1),
      ...(threads === undefined ? {} : { threads: wholeNumber("--threads", threads, 1) }),
      onProgress: (share, decisions) =>
        progress.update(share, `${decisions.toLocaleString("en-US")} decisions`),
    }),
  );
  print(options, result, learningText(result));
}

async function benchFix(
  options: BenchOptions & {
    readonly messages: string;
    readonly peer: boolean;
    readonly quickfix?: string;
  },
): Promise<void> {
  const { quickfix } = options;
  const request = {
    passes: parsePasses(options.passes),
    messages: wholeNumber("--messages", options.messages, 1),
    hasPeer: options.peer,
    ...(quickfix === undefined ? {} : { quickfix }),
  };
  const result = await withProgress("bench fix", (progress) =>
    runFixBench({ ...request, onProgress: (share) => progress.update(share) }),
  );
  print(options, result, fixBenchText(result));
}

function print(options: Pick<BenchOptions, "json">, result: unknown, text: string): void {
  const json = options.json === true;
  process.stdout.write(`${json ? JSON.stringify(result, undefined, 2) : text}\n`);
}

function parsePasses(text: string): number {
  return wholeNumber("--passes", text, 1);
}
