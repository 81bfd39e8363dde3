/** Plays a scenario on a stage and says how the engine did. */
import type { OutboundMessage } from "../../codec/message-view.ts";
import { readable } from "../compare.ts";
import { describeReceived, type ScenarioResult } from "../runner.ts";
import type { Received } from "../test-connection.ts";
import type { Counterparty, Mismatch } from "./counterparty.ts";
import type { Scenario, ScenarioVersion, SentFields, Step } from "./scenario.ts";
import type { Stage } from "./stage.ts";

interface Play {
  readonly stage: Stage;
  readonly counterparty: Counterparty;
  readonly keepsNumbers: boolean;
  /** Received, but not yet expected: it was no match for a message that may be left out. */
  pending: Received | undefined;
}

export async function playScenario(
  scenario: Scenario,
  version: ScenarioVersion,
  stage: Stage,
  counterparty: Counterparty,
): Promise<ScenarioResult> {
  const { settings, testCase, name, side } = scenario;
  const play: Play = {
    stage,
    counterparty,
    keepsNumbers: settings.keepsNumbers === true,
    pending: undefined,
  };
  counterparty.setNumbers(settings.nextInbound ?? 1, settings.nextOutbound ?? 1);
  let mismatch: Mismatch | undefined;
  let place = 0;
  try {
    while (mismatch === undefined && place < scenario.steps.length) {
      mismatch = await playStep(scenario.steps[place++], play);
    }
  } catch (error) {
    // One scenario that breaks the engine must not hide what the others show.
    const reason = error instanceof Error ? error.message : String(error);
    mismatch = { found: `the engine threw: ${reason}`, expected: "it goes on" };
  }
  await stage.close();
  return {
    version,
    scenario: `${side} ${testCase}: ${name}`,
    passed: mismatch === undefined,
    found: mismatch?.found ?? null,
    expected: mismatch === undefined ? null : `step ${place}: ${mismatch.expected}`,
  };
}

async function playStep(step: Step, play: Play): Promise<Mismatch | undefined> {
  const { stage, counterparty } = play;
  switch (step.kind) {
    case "connect":
      counterparty.connected(play.keepsNumbers);
      await stage.connect();
      return undefined;
    case "drop":
      await stage.drop();
      return undefined;
    case "send":
      stage.send(counterparty.write(step, stage.nowMs()));
      return undefined;
    case "wait":
      await stage.wait(step.seconds * 1000);
      return undefined;
    case "expect":
      return expectMessage(step, play);
    case "expectSilence": {
      const received = await next(play, step.seconds * 1000);
      if (received.kind === "silence") return undefined;
      return { found: describeReceived(received), expected: `nothing for ${step.seconds} s` };
    }
    case "expectDisconnect": {
      const received = await next(play, step.withinSeconds * 1000);
      if (received.kind === "closed") return undefined;
      return { found: describeReceived(received), expected: "the connection is closed" };
    }
    default:
      return controlEngine(step, play);
  }
}

/** What the scenario asks of the engine itself, not of the wire. */
function controlEngine(
  step: Extract<Step, { kind: "submit" | "askLogout" | "restart" }>,
  { stage, counterparty }: Play,
): Mismatch | undefined {
  const { engine } = stage;
  if (engine === undefined) return { found: "an engine elsewhere", expected: step.kind };
  switch (step.kind) {
    case "submit":
      engine.submit(outbound(step.type, step.fields, counterparty, stage.nowMs()));
      return undefined;
    case "askLogout":
      engine.askLogout(step.text);
      return undefined;
    case "restart":
      engine.restart();
      return undefined;
    default:
      return step satisfies never;
  }
}

function outbound(
  type: string,
  fields: SentFields,
  counterparty: Counterparty,
  nowMs: number,
): OutboundMessage {
  return { msgType: counterparty.msgTypeOf(type), fields: counterparty.toTags(fields, nowMs) };
}

async function expectMessage(
  step: Extract<Step, { kind: "expect" }>,
  play: Play,
): Promise<Mismatch | undefined> {
  const received = await next(play, step.withinSeconds * 1000);
  if (received.kind !== "message") {
    if (step.isOptional && received.kind !== "broken") {
      play.pending = received.kind === "silence" ? undefined : received;
      return undefined;
    }
    return { found: describeReceived(received), expected: expectation(step) };
  }
  const mismatch = play.counterparty.judge(step, received.text);
  if (mismatch === undefined || !step.isOptional) return mismatch;
  const isOther = !readable(received.text).includes(
    `|35=${play.counterparty.msgTypeOf(step.type)}|`,
  );
  if (!isOther) return mismatch;
  play.pending = received;
  return undefined;
}

function expectation({ type, fields, withinSeconds }: Extract<Step, { kind: "expect" }>): string {
  const named = Object.entries(fields).map(([name, value]) => ` ${name}=${String(value)}`);
  return `${type}${named.join("")} within ${withinSeconds} s`;
}

async function next(play: Play, timeoutMs: number): Promise<Received> {
  const { pending } = play;
  play.pending = undefined;
  return pending ?? (await play.stage.receive(timeoutMs));
}
