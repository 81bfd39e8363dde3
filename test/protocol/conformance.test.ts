/**
 * The public acceptance scripts and our own scenarios, over sockets. Everything runs side by side,
 * each against an engine of its own, since nearly all of the time is spent waiting for heartbeats.
 */
import { deepEqual, equal } from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { openAcceptanceAcceptor } from "../../src/protocol/fix/conformance/acceptance-acceptor.ts";
import { readDefinitions } from "../../src/protocol/fix/conformance/definitions.ts";
import {
  type ConformanceTarget,
  runScripts,
  type ScenarioResult,
} from "../../src/protocol/fix/conformance/runner.ts";
import { playOwnSuiteOver } from "../../src/protocol/fix/conformance/scenarios/own-suite.ts";
import { buildQuickfixPeer, findFreePort, startQuickfixPeer } from "../interop/quickfix-peer.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const definitions = join(sharedFolder, "fix", "definitions");
const noScripts = existsSync(definitions) ? false : `no acceptance scripts at ${definitions}`;
const peer = buildQuickfixPeer();

describe("over sockets", { concurrency: true }, () => {
  for (const run of ["first", "second"]) {
    test(`our engine passes every public script, ${run} run`, { skip: noScripts }, async () => {
      const acceptor = await openAcceptanceAcceptor({ port: 0, nowMs: Date.now });
      try {
        await checkScripts(acceptor);
      } finally {
        await acceptor.close();
      }
    });
  }

  test("our engine passes our own scenarios for acceptors", async () => {
    const acceptor = await openAcceptanceAcceptor({ port: 0, nowMs: Date.now });
    try {
      deepEqual(failuresOf(await playOwnSuiteOver(acceptor, Date.now)), []);
    } finally {
      await acceptor.close();
    }
  });

  // The judge is judged: an engine that is known to be right must get the full score.
  test("QuickFIX C++ passes every public script", { skip: noScripts || peer.skip }, async () => {
    const port = await findFreePort();
    const spec = join(sharedFolder, "fix", "spec");
    const options = { port, spec, sessions: "acceptance" };
    const running = await startQuickfixPeer(peer.path ?? "", "acceptor", options);
    try {
      await checkScripts({ host: "127.0.0.1", port });
    } finally {
      await running.stop();
    }
  });
});

async function checkScripts(target: ConformanceTarget): Promise<void> {
  const scripts = readDefinitions(definitions);
  const results = await runScripts(scripts, target, { nowMs: Date.now });
  equal(results.length, scripts.length);
  deepEqual(failuresOf(results), []);
}

function failuresOf(results: readonly ScenarioResult[]): readonly ScenarioResult[] {
  return results.filter(({ passed }) => !passed);
}
