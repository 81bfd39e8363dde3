import { equal } from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { generatedHashes, generatedWorkload } from "../../src/cli/bench/matching-bench.ts";
import { runMatchingWorkload, takeCanonicalLines } from "../../src/data/index.ts";
import { FastMatchingEngine } from "../../src/market/matching-engine.ts";
import { PlainMatchingEngine } from "../support/plain-matching-engine.ts";

test("both engines give the kept hash of the bench's own workload", () => {
  const { workload } = generatedWorkload(5000);
  const rules = { replaceKeepsRank: "never" } as const;
  for (const engine of [new FastMatchingEngine({ rules }), new PlainMatchingEngine({ rules })]) {
    runMatchingWorkload(engine, workload, { from: 0, to: workload.count });
    const text = takeCanonicalLines(engine.reports).join("\n");
    equal(createHash("sha256").update(text).digest("hex"), generatedHashes[5000]);
  }
});
