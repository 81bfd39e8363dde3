/** Our own session suite against our engine, and against engines that are wrong on purpose. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { createSession } from "../../session/fix-session.ts";
import type { SessionMachine, SessionOutput } from "../../session/session-contract.ts";
import { ownScenarios, playInMemory, playOwnSuite } from "./own-suite.ts";
import { type Scenario, scenarioVersions } from "./scenario.ts";

describe("our own session suite", () => {
  test("covers both sides and both versions with more than 120 scenarios", () => {
    for (const side of ["acceptor", "initiator"] as const) {
      const count = ownScenarios.filter((scenario) => scenario.side === side).length;
      ok(count >= 60, `${count} scenarios in which the engine is the ${side}`);
    }
    const names = ownScenarios.map(({ side, testCase, name }) => `${side} ${testCase} ${name}`);
    equal(new Set(names).size, names.length, "no two scenarios have the same name");
  });

  for (const version of scenarioVersions) {
    for (const scenario of ownScenarios) {
      if (!scenario.versions.includes(version)) continue;
      test(`${version} ${scenario.side} ${scenario.testCase}: ${scenario.name}`, async () => {
        const { passed, found, expected } = await playInMemory(scenario, version);
        ok(passed, `expected ${expected}\n   found ${found}`);
      });
    }
  }

  test("gives the same results each time", async () => {
    deepEqual(await playOwnSuite(), await playOwnSuite());
  });
});

/** What an engine could get wrong, as a change of everything it answers. */
const mutants: Readonly<Record<string, (output: SessionOutput) => SessionOutput>> = {
  "an engine that says nothing": (output) => ({ ...output, sends: [] }),
  "an engine that says everything twice": (output) => ({
    ...output,
    sends: output.sends.flatMap((bytes) => [bytes, bytes]),
  }),
  "an engine that never hangs up": (output) => ({ ...output, disconnect: undefined }),
  "an engine that forgets what it sent": (output) => ({
    ...output,
    unit: output.unit === undefined ? undefined : { ...output.unit, outbound: [] },
  }),
  "an engine that sends the wrong CheckSum": (output) => ({
    ...output,
    sends: output.sends.map((bytes) => {
      const wrong = Buffer.from(bytes);
      wrong[wrong.length - 2] = wrong.at(-2) === 0x30 ? 0x31 : 0x30;
      return wrong;
    }),
  }),
};

describe("the suite finds", () => {
  for (const [what, change] of Object.entries(mutants)) {
    test(what, async () => {
      const results = await playAll(ownScenarios, change);
      const failed = results.filter((passed) => !passed).length;
      ok(failed >= 10, `${failed} scenarios failed`);
    });
  }
});

async function playAll(
  scenarios: readonly Scenario[],
  change: (output: SessionOutput) => SessionOutput,
): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const scenario of scenarios) {
    const { passed } = await playInMemory(scenario, "FIX.5.0SP2", (...terms) =>
      changed(createSession(...terms), change),
    );
    results.push(passed);
  }
  return results;
}

function changed(
  machine: SessionMachine,
  change: (output: SessionOutput) => SessionOutput,
): SessionMachine {
  return {
    get identity() {
      return machine.identity;
    },
    get key() {
      return machine.key;
    },
    get state() {
      return machine.state;
    },
    get nextInbound() {
      return machine.nextInbound;
    },
    get nextOutbound() {
      return machine.nextOutbound;
    },
    get wakeMs() {
      return machine.wakeMs;
    },
    get isFull() {
      return machine.isFull;
    },
    connected: (nowMs) => change(machine.connected(nowMs)),
    receive: (view, nowMs) => change(machine.receive(view, nowMs)),
    receiveGarbled: (reason, nowMs) => change(machine.receiveGarbled(reason, nowMs)),
    tick: (nowMs) => change(machine.tick(nowMs)),
    send: (messages, attachments, nowMs) => change(machine.send(messages, attachments, nowMs)),
    replay: (messages, nowMs) => change(machine.replay(messages, nowMs)),
    logout: (text, nowMs) => change(machine.logout(text, nowMs)),
    disconnected: (nowMs) => change(machine.disconnected(nowMs)),
  };
}
