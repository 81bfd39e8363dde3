/**
 * The fast engine against the plain one on random messages: every report equal, equal state hashes
 * on the way. 1,000,000 messages here; FUZZ_MESSAGES and FUZZ_SEED ask for more or for one again.
 */
import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import { createXoshiro128 } from "../../src/core/random/xoshiro128.ts";
import type { MatchingRules, SelfTradePrevention } from "../../src/market/matching-contract.ts";
import { FastMatchingEngine } from "../../src/market/matching-engine.ts";
import { cancelCode, cancelReasons, refusalCode, refusalReasons } from "../../src/market/order.ts";
import { reportField, reportKind } from "../../src/market/report-ring.ts";
import { PlainMatchingEngine } from "../support/plain-matching-engine.ts";
import { createRandomMessages, giveMessage } from "../support/random-messages.ts";
import { takeReports } from "../support/read-reports.ts";

const messagesTotal = Number(process.env.FUZZ_MESSAGES ?? 1_000_000);
const firstSeed = Number(process.env.FUZZ_SEED ?? 20261121);
const modes: readonly SelfTradePrevention[] = [
  "none",
  "cancelNewest",
  "cancelOldest",
  "cancelBoth",
  "decrement",
];
const messagesPerSeed = 5_000;

function compareEngines(seed: number, rules: MatchingRules): void {
  const random = createXoshiro128(seed);
  const fast = new FastMatchingEngine({ rules, windowTicks: 1024, windowTicksMax: 1024 });
  const plain = new PlainMatchingEngine({ rules });
  const draw = createRandomMessages(random, { middle: 5_000, spread: 12, recentIds: 60 });
  for (let count = 1; count <= messagesPerSeed; count++) {
    const message = draw();
    giveMessage(fast, message);
    giveMessage(plain, message);
    if (fast.reports.written !== plain.reports.written || count % 50 === 0) {
      const where = `seed ${seed}, ${JSON.stringify(rules)}, up to message ${count}`;
      deepEqual(takeReports(fast.reports), takeReports(plain.reports), where);
      equal(fast.stateHash(), plain.stateHash(), where);
    }
    if (count % 500 === 0) fast.restore(fast.snapshot());
  }
}

/** Counts `kind:code` of every report, so that a stream which never reaches a rule is noticed. */
function countReports(seed: number, counts: Map<string, number>): void {
  const engine = new FastMatchingEngine({ rules: { selfTradePrevention: "decrement" } });
  const draw = createRandomMessages(createXoshiro128(seed), {
    middle: 5_000,
    spread: 12,
    recentIds: 60,
  });
  for (let count = 0; count < 50_000; count++) {
    giveMessage(engine, draw());
    for (const report of takeReports(engine.reports)) {
      const key = `${report[reportField.kind]}:${report[reportField.code]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
}

describe("the fast and the plain matching engine", () => {
  test("are given every kind of report and every reason to refuse or cancel", () => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= 3; seed++) countReports(seed, counts);
    const expected = [
      ...["0:0", "1:0", "3:0", "7:0"],
      ...cancelReasons
        .filter((reason) => reason !== "withdrawn")
        .map((reason) => `${reportKind.cancelAck}:${cancelCode[reason]}`),
      ...refusalReasons
        .filter((reason) => reason !== "none" && reason !== "unknownOrder")
        .map((reason) => `${reportKind.orderReject}:${refusalCode[reason]}`),
      `${reportKind.cancelReject}:${refusalCode.unknownOrder}`,
      `${reportKind.modifyReject}:${refusalCode.unknownOrder}`,
      `${reportKind.modifyReject}:${refusalCode.wouldCross}`,
    ];
    deepEqual(
      expected.filter((key) => !counts.has(key)),
      [],
    );
  });
  const rounds = Math.ceil(messagesTotal / (messagesPerSeed * modes.length * 2));
  for (const selfTradePrevention of modes) {
    for (const replaceKeepsRank of ["sizeDown", "never"] as const) {
      const perSetting = rounds * messagesPerSeed;
      test(`agree on ${perSetting} random messages: ${selfTradePrevention}, ${replaceKeepsRank}`, () => {
        for (let round = 0; round < rounds; round++) {
          compareEngines(firstSeed + round, { selfTradePrevention, replaceKeepsRank });
        }
      });
    }
  }
});
