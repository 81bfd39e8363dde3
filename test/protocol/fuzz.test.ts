/** `metaorder fix fuzz`, tiny; and that what it is there to find is found. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { fuzzEngine } from "../../src/cli/fix-fuzz.ts";
import { createCorpus, fuzzVersions } from "../../src/cli/fix-fuzz-corpus.ts";
import { Dice } from "../../src/cli/fix-fuzz-dice.ts";
import { putTogether, withHeader } from "../../src/cli/fix-fuzz-mutations.ts";
import { MessageScanner } from "../../src/protocol/fix/codec/message-scanner.ts";
import type { FixApplication } from "../../src/protocol/fix/session/session-contract.ts";

test("no bytes and no mutated message of any version are too much for the engine", () => {
  const outcome = fuzzEngine({ bytes: 50_000, mutations: 2000, seed: 1 });
  deepEqual(outcome.failures, []);
  const { inputs, accepted, rejected, garbled, closed, waiting } = outcome;
  equal(accepted + rejected + garbled + closed + waiting, inputs);
  // The inputs had in them what they are for.
  ok(inputs > 2000 && accepted > 100 && rejected > 500 && garbled > 200 && closed > 10);
});

test("the same seed gives the same inputs", () => {
  const terms = { bytes: 5000, mutations: 300, seed: 9, versions: ["FIX.4.2"] as const };
  const countsOf = () => {
    const { accepted, rejected, garbled, closed, waiting } = fuzzEngine(terms);
    return { accepted, rejected, garbled, closed, waiting };
  };
  deepEqual(countsOf(), countsOf());
});

describe("every message that is mutated is right to begin with, in", () => {
  for (const version of fuzzVersions) {
    test(version, () => {
      const corpus = createCorpus(version, new Dice(3));
      const { beginString } = corpus;
      const sendingTime = "20260610-12:00:00";
      const envelope = { msgSeqNum: 2, sendingTime, senderCompId: "THEM", targetCompId: "US" };
      const scanner = new MessageScanner();
      for (const { msgType, body } of corpus.messages) {
        const fields = withHeader({ beginString, ...envelope }, msgType, body);
        equal(scanner.scan(putTogether(beginString, fields)), "whole");
        equal(corpus.validator.validate(scanner, corpus.applVerId), undefined, msgType);
      }
    });
  }
});

describe("an engine is found out that", () => {
  const small = { bytes: 0, mutations: 150, seed: 2, versions: ["FIX.4.4"] as const };
  const behaving = (onMessage: FixApplication["onMessage"]): FixApplication => ({ onMessage });

  test("crashes: with the input, and the rest goes on", () => {
    const application = behaving((view) => {
      if (view.msgType === "D") throw new Error("no orders today");
      return {};
    });
    const { failures, inputs } = fuzzEngine({ ...small, mutations: 1500, application });
    equal(inputs, 1500);
    ok(failures.length > 0);
    for (const { kind, version, text, input } of failures) {
      deepEqual([kind, version], ["crash", "FIX.4.4"]);
      match(text, /no orders today/);
      ok(Buffer.from(input, "hex").includes("\u000135=D\u0001"));
    }
  });

  test("takes too long", () => {
    let calls = 0;
    const application = behaving(() => {
      const endUs = process.threadCpuUsage().user + (calls++ === 0 ? 60_000 : 0);
      while (process.threadCpuUsage().user < endUs);
      return {};
    });
    const { failures, longestStepMs } = fuzzEngine({ ...small, application });
    equal(failures[0]?.kind, "hang");
    ok(longestStepMs > 50);
  });

  test("keeps memory", () => {
    const kept: Buffer[] = [];
    const application = behaving(() => {
      kept.push(Buffer.alloc(8 << 20));
      return {};
    });
    const { failures } = fuzzEngine({ ...small, application });
    equal(failures.at(-1)?.kind, "growth");
    ok(kept.length > 8);
  });

  test("sends what is no message", () => {
    // A length that its data does not have.
    const fields = [
      [95, 99],
      [96, Buffer.from("a\u0001b")],
    ] as const;
    const application = behaving(() => ({ replies: [{ msgType: "B", fields }] }));
    const { failures } = fuzzEngine({ ...small, application });
    match(failures[0]?.text ?? "", /everything that is sent is a whole message/);
  });
});
