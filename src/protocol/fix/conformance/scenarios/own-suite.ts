/** Our own session suite: every scenario, and how to play them all. */
import { assert } from "../../../../core/assert.ts";
import { createSession } from "../../session/fix-session.ts";
import type { SessionConfig } from "../../session/session-config.ts";
import type { FixApplication } from "../../session/session-contract.ts";
import { createMemoryStore } from "../../store/memory-store.ts";
import { keyOf } from "../acceptance-acceptor.ts";
import { createAcceptanceApplication } from "../acceptance-application.ts";
import { acceptanceConfig, dictionariesOf } from "../acceptance-config.ts";
import { type AcceptanceSession, ownAcceptanceSessions } from "../acceptance-sessions.ts";
import type { ConformanceTarget, ScenarioResult } from "../runner.ts";
import { type Counterparty, createCounterparty } from "./counterparty.ts";
import { fieldScenarios } from "./field-scenarios.ts";
import { heartbeatScenarios } from "./heartbeat-scenarios.ts";
import { initiatorScenarios } from "./initiator-scenarios.ts";
import { integrityScenarios } from "./integrity-scenarios.ts";
import { logonScenarios } from "./logon-scenarios.ts";
import { logoutScenarios } from "./logout-scenarios.ts";
import { createMemoryStage } from "./memory-stage.ts";
import { playScenario } from "./play-scenario.ts";
import { resendScenarios } from "./resend-scenarios.ts";
import {
  playsOverSockets,
  type Scenario,
  type ScenarioVersion,
  scenarioVersions,
} from "./scenario.ts";
import { sequenceScenarios } from "./sequence-scenarios.ts";
import { createSocketStage } from "./socket-stage.ts";
import type { Stage } from "./stage.ts";

export const ownScenarios: readonly Scenario[] = [
  ...logonScenarios,
  ...initiatorScenarios,
  ...sequenceScenarios,
  ...integrityScenarios,
  ...heartbeatScenarios,
  ...resendScenarios,
  ...logoutScenarios,
  ...fieldScenarios,
];

/** Takes everything, answers nothing. */
const quietApplication: FixApplication = { onMessage: () => ({}) };

/** Plays every scenario in both versions against our engine, in memory. */
export async function playOwnSuite(
  onResult: (result: ScenarioResult) => void = () => {},
): Promise<ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const version of scenarioVersions) {
    for (const scenario of ownScenarios) {
      if (!scenario.versions.includes(version)) continue;
      const result = await playInMemory(scenario, version);
      results.push(result);
      onResult(result);
    }
  }
  return results;
}

/** @param create makes the engine; tests put a broken one here */
export function playInMemory(
  scenario: Scenario,
  version: ScenarioVersion,
  create: typeof createSession = createSession,
): Promise<ScenarioResult> {
  const session = sessionOf(version);
  const stage = openEngine(scenario, session, create);
  return playScenario(scenario, version, stage, counterpartyOf(session));
}

/**
 * Plays the scenarios for acceptors over sockets, against an engine that knows the sessions of
 * `ownAcceptanceSessions`; versions side by side.
 */
export async function playOwnSuiteOver(
  target: ConformanceTarget,
  nowMs: () => number,
  onResult: (result: ScenarioResult) => void = () => {},
): Promise<ScenarioResult[]> {
  const scenarios = ownScenarios.filter(playsOverSockets);
  const lanes = scenarioVersions.map(async (version) => {
    const session = sessionOf(version);
    const results: ScenarioResult[] = [];
    for (const scenario of scenarios) {
      if (!scenario.versions.includes(version)) continue;
      const stage = createSocketStage(target, nowMs);
      const result = await playScenario(scenario, version, stage, counterpartyOf(session));
      results.push(result);
      onResult(result);
    }
    return results;
  });
  return (await Promise.all(lanes)).flat();
}

function sessionOf(version: ScenarioVersion): AcceptanceSession {
  const session = ownAcceptanceSessions.find((candidate) => candidate.version === version);
  assert(session !== undefined, "every version of the suite has a session");
  return session;
}

function counterpartyOf(session: AcceptanceSession): Counterparty {
  const { senderCompId, targetCompId } = session.identity;
  const names = { compId: targetCompId, engineCompId: senderCompId };
  return createCounterparty(dictionariesOf(session), names);
}

/** Our engine as a scenario wants it. */
function openEngine(
  scenario: Scenario,
  session: AcceptanceSession,
  create: typeof createSession,
): Stage {
  const { settings } = scenario;
  const config = configOf(scenario, session);
  const application = applicationOf(scenario, session);
  const key = keyOf(session.identity);
  const { nextInbound = 1, nextOutbound = 1 } = settings;
  return createMemoryStage(
    createMemoryStore(),
    key,
    { nextInbound, nextOutbound },
    (stored, nowMs) => create(config, application, stored, nowMs),
  );
}

function configOf({ side, settings }: Scenario, session: AcceptanceSession): SessionConfig {
  const { username, password } = settings;
  const { resend, ...config } = acceptanceConfig(session, side);
  return {
    ...config,
    ...(settings.application === "quiet" || resend === undefined ? {} : { resend }),
    ...(settings.heartbeatSeconds === undefined
      ? {}
      : { heartbeatSeconds: settings.heartbeatSeconds }),
    ...(username === undefined || password === undefined
      ? {}
      : { credentials: { username, password } }),
    ...(settings.resendChunk === undefined ? {} : { recovery: { chunk: settings.resendChunk } }),
    resetsOnLogon:
      side === "acceptor" ? settings.keepsNumbers !== true : settings.sendsReset === true,
    usesNextExpected: settings.usesNextExpected === true,
  };
}

function applicationOf({ settings }: Scenario, session: AcceptanceSession): FixApplication {
  const application =
    settings.application === "quiet"
      ? quietApplication
      : createAcceptanceApplication(() => dictionariesOf(session));
  const { wantsPassword } = settings;
  if (wantsPassword === undefined) return application;
  return {
    ...application,
    authenticate: (view) =>
      view.text(554) === wantsPassword ? undefined : "the password is not the right one",
  };
}
