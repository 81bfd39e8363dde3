/**
 * Plays acceptance scripts against an engine and says how it did.
 *
 * Scripts of different folders use different sessions and run side by side; those of one folder use
 * the same session and take turns. Nothing in a result depends on time or on the order of the runs.
 */
import { compareMessages, readable } from "./compare.ts";
import { completeMessage, type Script, type ScriptStep } from "./script.ts";
import { openTestConnection, type Received, type TestConnection } from "./test-connection.ts";

export interface ConformanceTarget {
  readonly host: string;
  readonly port: number;
}

export interface RunnerOptions {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** How long an expected message may take; 20 s without it. */
  readonly messageMs?: number;
  /** How long an expected disconnect may take; 10 s without it. */
  readonly disconnectMs?: number;
  readonly onResult?: (result: ScenarioResult) => void;
}

export interface ScenarioResult {
  /** Folder of the script, or version of FIX: `fix44`. */
  readonly version: string;
  readonly scenario: string;
  readonly passed: boolean;
  /** What the engine did at the first difference; null where there was none. */
  readonly found: string | null;
  readonly expected: string | null;
}

interface Failure {
  readonly found: string;
  readonly expected: string;
}

/** How long the other side may take to notice that we are gone, before the next script begins. */
const farewellMs = 2000;

/** The results are in the order of the scripts. */
export async function runScripts(
  scripts: readonly Script[],
  target: ConformanceTarget,
  options: RunnerOptions,
): Promise<ScenarioResult[]> {
  const results = new Map<Script, ScenarioResult>();
  const lanes = Map.groupBy(scripts, (script) => script.version);
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const script of lane) {
        const result = await playScript(script, target, options);
        results.set(script, result);
        options.onResult?.(result);
      }
    }),
  );
  return scripts.flatMap((script) => results.get(script) ?? []);
}

async function playScript(
  script: Script,
  target: ConformanceTarget,
  options: RunnerOptions,
): Promise<ScenarioResult> {
  const connections = new Map<number, TestConnection>();
  let failure: Failure | undefined;
  for (const step of script.steps) {
    failure = await playStep(step, connections, target, options);
    if (failure !== undefined) {
      failure = { ...failure, expected: `line ${step.line}: ${failure.expected}` };
      break;
    }
  }
  await Promise.all([...connections.values()].map((connection) => connection.close(farewellMs)));
  const { version, scenario } = script;
  return {
    version,
    scenario,
    passed: failure === undefined,
    found: failure?.found ?? null,
    expected: failure?.expected ?? null,
  };
}

async function playStep(
  step: ScriptStep,
  connections: Map<number, TestConnection>,
  target: ConformanceTarget,
  options: RunnerOptions,
): Promise<Failure | undefined> {
  if (step.action === "connect") return connectStep(step, connections, target);
  const connection = connections.get(step.connection);
  if (connection === undefined) {
    return { found: "it is not", expected: `connection ${step.connection} is open` };
  }
  switch (step.action) {
    case "send":
      connection.send(completeMessage(step.text, options.nowMs()));
      return undefined;
    case "expect": {
      const wanted = completeMessage(step.text, options.nowMs());
      return judgeMessage(wanted, await connection.receive(options.messageMs ?? 20_000));
    }
    case "disconnect":
      connections.delete(step.connection);
      await connection.close(farewellMs);
      return undefined;
    case "expectDisconnect": {
      const received = await connection.receive(options.disconnectMs ?? 10_000);
      connections.delete(step.connection);
      await connection.close(received.kind === "closed" ? 0 : farewellMs);
      return received.kind === "closed"
        ? undefined
        : { found: describeReceived(received), expected: "the connection is closed" };
    }
    default:
      return step.action satisfies never;
  }
}

async function connectStep(
  step: ScriptStep,
  connections: Map<number, TestConnection>,
  target: ConformanceTarget,
): Promise<Failure | undefined> {
  try {
    await connections.get(step.connection)?.close(farewellMs);
    connections.set(step.connection, await openTestConnection(target.host, target.port));
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { found: reason, expected: `a connection to ${target.host}:${target.port}` };
  }
}

function judgeMessage(wanted: string, received: Received): Failure | undefined {
  if (received.kind !== "message") {
    return { found: describeReceived(received), expected: readable(wanted) };
  }
  return compareMessages(wanted, received.text);
}

/** What came instead of what was expected. */
export function describeReceived(received: Received): string {
  switch (received.kind) {
    case "message":
      return readable(received.text);
    case "broken":
      return `${received.fault}: ${readable(received.text)}`;
    case "closed":
      return "the connection was closed";
    case "silence":
      return "nothing came";
    default:
      return received satisfies never;
  }
}
