import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import type { PolicyResult } from "./compare-policies.ts";
import { combineGrid, findEdges, rankResults } from "./tune-policy.ts";

function result(policy: string, mean: number, cvar95Bps: number): PolicyResult {
  const none = { mean, standardError: 0, ci95: [mean, mean], sd: 0 } as const;
  const parts = { delay: 0, spread: 0, impact: 0, timing: 0, opportunity: 0, fees: 0 };
  return {
    ...{ policy, description: "", episodes: 2, shortfallBps: none, parts, cvar95Bps },
    ...{ completion: 1, participation: 0, passiveShare: 0, childOrders: 1 },
  };
}

describe("a grid", () => {
  test("is every combination, written as policies are asked for", () => {
    deepEqual(
      combineGrid("pov", [
        { option: "rate", values: ["0.1", "0.2"] },
        { option: "placement", values: ["peg", "cross"] },
      ]),
      [
        ...["pov:rate=0.1,placement=peg", "pov:rate=0.1,placement=cross"],
        ...["pov:rate=0.2,placement=peg", "pov:rate=0.2,placement=cross"],
      ],
    );
    deepEqual(combineGrid("twap:slice=1m", [{ option: "placement", values: ["peg"] }]), [
      "twap:slice=1m,placement=peg",
    ]);
    deepEqual(combineGrid("twap", []), ["twap"]);
  });

  test("has edges where its values have an order, and only there", () => {
    const axes = [
      { option: "rate", values: ["0.1", "0.2", "0.3"] },
      { option: "slice", values: ["30s", "1m", "5m"] },
      { option: "placement", values: ["peg", "cross"] },
    ];
    deepEqual(findEdges("pov:rate=0.2,slice=1m,placement=peg", axes), []);
    deepEqual(findEdges("pov:rate=0.3,slice=30s,placement=cross", axes), ["rate=0.3", "slice=30s"]);
  });
});

test("the best is the cheapest in the mean, or in the worst cases", () => {
  const results = [result("a", 3, 9), result("b", 2, 20), result("c", 2, 10)];
  equal(rankResults(results, "mean")[0]?.policy, "b");
  equal(rankResults(results, "cvar95")[0]?.policy, "a");
});
