/** `metaorder fix crash`. */
import colors from "picocolors";
import { UsageError } from "../core/trouble.ts";
import { type CrashOutcome, runCrashTrials } from "./fix-crash.ts";
import { type SimulationOutcome, simulateCrashes } from "./fix-crash-simulation.ts";
import { wholeNumber } from "./order-options.ts";
import { withProgress } from "./progress.ts";

interface CrashOptions {
  readonly trials: string;
  readonly simulations: string;
  readonly quickfix?: string;
  readonly role: string;
  readonly seed: string;
  readonly json?: boolean;
}

/** Histories with forgetful disks, all seeds together. */
interface SimulationTotals {
  readonly histories: number;
  readonly crashes: number;
  readonly cuts: number;
  readonly sent: number;
  readonly delivered: number;
  readonly gapFilled: number;
  readonly faults: readonly string[];
}

/**
 * Kills the engine so many times, then plays so many histories with disks that forget.
 *
 * @throws UsageError on options that are none
 * @throws OutsideError where the peer cannot be started
 */
export async function runFixCrash(options: CrashOptions): Promise<void> {
  const trials = wholeNumber("--trials", options.trials, 0);
  const histories = wholeNumber("--simulations", options.simulations, 0);
  const seed = wholeNumber("--seed", options.seed, 0);
  const role = parseRole(options);
  const { killed, simulated } = await withProgress("fix crash", async ({ update }) => ({
    killed: await runCrashTrials({
      ...{ trials, seed, role, peer: options.quickfix ?? "own" },
      onTrial: (done) => update(done / trials, `${done} of ${trials} kills`),
    }),
    simulated: await simulateAll(histories, seed, update),
  }));
  const report = { killed, simulated };
  process.stdout.write(
    options.json === true ? `${JSON.stringify(report, undefined, 2)}\n` : crashText(report),
  );
  if (killed.faults.length + simulated.faults.length > 0) process.exitCode = 1;
}

function parseRole({ role, quickfix }: CrashOptions): "initiator" | "acceptor" {
  if (role !== "initiator" && role !== "acceptor") {
    throw new UsageError(`--role expects initiator or acceptor, was ${role}`);
  }
  if (quickfix !== undefined && role === "acceptor") {
    throw new UsageError("--quickfix is the acceptor: the engine that is killed initiates");
  }
  return role;
}

async function simulateAll(
  histories: number,
  seed: number,
  update: (share: number, detail: string) => void,
): Promise<SimulationTotals> {
  const outcomes: SimulationOutcome[] = [];
  for (let done = 0; done < histories; done++) {
    outcomes.push(await simulateCrashes({ seed: seed + done }));
    update((done + 1) / histories, `${done + 1} of ${histories} histories`);
  }
  const directions = outcomes.flatMap(({ orders, reports }) => [orders, reports]);
  const sumOf = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
    items.reduce((sum, item) => sum + count(item), 0);
  return {
    histories,
    crashes: sumOf(outcomes, ({ crashes }) => crashes),
    cuts: sumOf(outcomes, ({ cuts }) => cuts),
    sent: sumOf(directions, (direction) => direction.sent),
    delivered: sumOf(directions, ({ delivered }) => delivered),
    gapFilled: sumOf(directions, ({ gapFilled }) => gapFilled),
    faults: outcomes.flatMap(({ seed: own, faults }) =>
      faults.map((text) => `seed ${own}: ${text}`),
    ),
  };
}

function crashText({
  killed,
  simulated,
}: {
  readonly killed: CrashOutcome;
  readonly simulated: SimulationTotals;
}): string {
  const faults = [...killed.faults, ...simulated.faults];
  const count = (value: number): string => value.toLocaleString("en-US");
  const { sent, received } = killed;
  return [
    `${killed.trials} kills with SIGKILL beside ${killed.peer}, seed ${killed.seed}, ${(killed.wallMs / 1000).toFixed(0)} s: ` +
      `${killed.agreed} agreed afterwards, ${killed.killedInRecovery} died again while they recovered`,
    ...(
      [
        ["sent", sent],
        ["received", received],
      ] as const
    ).map(
      ([name, { sent: all, delivered, gapFilled }]) =>
        `${name.padEnd(9)} ${count(all)}: ${count(delivered)} delivered once, ${count(gapFilled)} reported as filled`,
    ),
    `${simulated.histories} histories with disks that forget: ${simulated.crashes} crashes, ${simulated.cuts} cuts, ` +
      `${count(simulated.sent)} sent, ${count(simulated.delivered)} delivered once, ${count(simulated.gapFilled)} reported as filled`,
    ...faults.map((text) => colors.red(text)),
    faults.length === 0 ? colors.green("no fault") : colors.red(`${faults.length} faults`),
    "",
  ].join("\n");
}
