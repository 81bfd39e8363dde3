/** `metaorder fix conformance`. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import colors from "picocolors";
import { OutsideError, UsageError } from "../core/trouble.ts";
import { openAcceptanceAcceptor } from "../protocol/fix/conformance/acceptance-acceptor.ts";
import { readDefinitions } from "../protocol/fix/conformance/definitions.ts";
import {
  type ConformanceTarget,
  runScripts,
  type ScenarioResult,
} from "../protocol/fix/conformance/runner.ts";
import { playOwnSuite, playOwnSuiteOver } from "../protocol/fix/conformance/scenarios/own-suite.ts";
import { openTestConnection } from "../protocol/fix/conformance/test-connection.ts";
import { createTable } from "./table.ts";

interface ConformanceOptions {
  readonly definitions?: string;
  readonly target?: string;
  readonly own?: boolean;
  readonly json?: boolean;
}

interface ConformanceReport {
  readonly results: readonly ScenarioResult[];
  readonly totals: {
    readonly scenarios: number;
    readonly passed: number;
    readonly failed: number;
    readonly versions: readonly {
      readonly version: string;
      readonly scenarios: number;
      readonly passed: number;
    }[];
  };
}

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Where the public scripts lie in a development checkout: beside it, never in it. */
const defaultDefinitions = join(repository, "..", "shared", "data", "fix", "definitions");

/**
 * Without a target our own engine is judged: by the scripts over sockets, by our suite in memory.
 *
 * @throws UsageError on a target that is none
 * @throws OutsideError where there are no scripts, or nobody listens at the target
 */
export async function runFixConformance(options: ConformanceOptions): Promise<void> {
  const target = options.target === undefined ? undefined : parseTarget(options.target);
  if (target !== undefined) await checkListens(target);
  const results = [
    ...(options.own === true ? [] : await judgeByScripts(options, target)),
    ...(options.own === true || target === undefined ? await judgeByOwnSuite(target) : []),
  ];
  const report = { results, totals: totalsOf(results) };
  process.stdout.write(
    options.json === true ? `${JSON.stringify(report, undefined, 2)}\n` : reportText(report),
  );
  if (report.totals.failed > 0) process.exitCode = 1;
}

async function judgeByScripts(
  { definitions }: ConformanceOptions,
  target: ConformanceTarget | undefined,
): Promise<ScenarioResult[]> {
  if (definitions === undefined && !existsSync(defaultDefinitions)) {
    const where = "no public scripts beside the checkout; --definitions names others";
    process.stderr.write(`metaorder: skipped the acceptance scripts: ${where}\n`);
    return [];
  }
  const scripts = readDefinitions(definitions ?? defaultDefinitions);
  const acceptor =
    target === undefined ? await openAcceptanceAcceptor({ port: 0, nowMs: Date.now }) : undefined;
  try {
    return await runScripts(scripts, target ?? acceptor!, { nowMs: Date.now });
  } finally {
    await acceptor?.close();
  }
}

function judgeByOwnSuite(target: ConformanceTarget | undefined): Promise<ScenarioResult[]> {
  return target === undefined ? playOwnSuite() : playOwnSuiteOver(target, Date.now);
}

function parseTarget(text: string): ConformanceTarget {
  const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (match === null || port < 1 || port > 65_535) {
    throw new UsageError(`--target expects HOST:PORT, was ${text}`);
  }
  return { host: match[1] ?? match[2] ?? "", port };
}

/** One clear line in place of a failure for every script. */
async function checkListens({ host, port }: ConformanceTarget): Promise<void> {
  try {
    await (await openTestConnection(host, port)).close(1000);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OutsideError("TARGET_NOT_REACHED", `cannot reach ${host}:${port}: ${reason}`, {
      canRetry: true,
      cause,
    });
  }
}

function totalsOf(results: readonly ScenarioResult[]): ConformanceReport["totals"] {
  const passedOf = (list: readonly ScenarioResult[]): number =>
    list.filter(({ passed }) => passed).length;
  const passed = passedOf(results);
  const versions = [...Map.groupBy(results, ({ version }) => version)];
  return {
    scenarios: results.length,
    passed,
    failed: results.length - passed,
    versions: versions.map(([version, list]) => ({
      version,
      scenarios: list.length,
      passed: passedOf(list),
    })),
  };
}

function reportText({ results, totals }: ConformanceReport): string {
  const table = createTable(["version", "scenarios", "passed", "failed"]);
  for (const { version, scenarios, passed } of totals.versions) {
    table.push([version, scenarios, passed, scenarios - passed]);
  }
  const failures = results
    .filter(({ passed }) => !passed)
    .map(({ version, scenario, expected, found }) =>
      [
        colors.red(`${version} ${scenario}`),
        `  expected  ${expected}`,
        `  found     ${found}`,
        "",
      ].join("\n"),
    );
  const { scenarios, passed } = totals;
  const verdict = `${passed} of ${scenarios} scenarios passed`;
  const color = totals.failed === 0 ? colors.green : colors.red;
  return `${[...failures, table.toString(), color(verdict)].join("\n")}\n`;
}
