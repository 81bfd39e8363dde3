import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { runCrashTrials } from "../../src/cli/fix-crash.ts";

for (const role of ["initiator", "acceptor"] as const) {
  test(`an ${role} that is killed under load loses and doubles nothing`, async () => {
    const outcome = await runCrashTrials({ trials: 3, peer: "own", seed: 5, role });
    deepEqual(outcome.faults, []);
    equal(outcome.agreed + outcome.killedInRecovery, 3);
    ok(outcome.sent.delivered > 0 && outcome.received.delivered > 0);
  });
}
