import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs, timeNs } from "../core/units.ts";
import { createObservation, createParent, seconds } from "./execution-fixture.ts";
import { placements } from "./placement.ts";
import type { ExecutionPolicy } from "./policy.ts";
import { createPolicy, type PolicyDefaults, policyNames } from "./policy-catalogue.ts";

const defaults: PolicyDefaults = {
  sliceNs: durationNs(60e9),
  placement: undefined,
  participationRate: 0.1,
  riskAversion: 1e-6,
  tickValue: 0.01,
};

/** Policies that work slice by slice, with any placement. */
const sliced = [
  ...["twap", "vwap", "pov", "almgren-chriss", "house-twap"],
  ...["obizhaeva-wang", "random"],
];
/** Policies that place their lots as they see fit. */
const others = [
  ...["submit-and-leave", "allocation:shares=0.1/0.4/0.2/0.3,every=20s"],
  ...["peg", "peg:tolerance=0", "imbalance", "imbalance:threshold=0.1,hysteresis=0,every=250ms"],
  ...["obizhaeva-wang:exponent=0.5,half-life=90s", "random:seed=7"],
  ...["close:at=00:12,volume=1000", "open:at=00:03,volume=1000,by=twap,placement=cross"],
];
const known = `one of ${policyNames.join(", ")}`;

function policyOf(text: string): ExecutionPolicy {
  const outcome = createPolicy(text, defaults);
  ok(outcome.kind === "created", outcome.kind === "refused" ? outcome.reason : "");
  return outcome.policy;
}

describe("createPolicy", () => {
  test("creates every policy with every placement, named as it was asked for", () => {
    for (const name of sliced) {
      for (const placement of Object.keys(placements)) {
        const text = `${name}:slice=30s,placement=${placement}`;
        const policy = policyOf(text);
        equal(policy.name, text);
        ok(policy.description.length > 0);
      }
    }
  });

  test("takes each policy's own option", () => {
    equal(policyOf("pov:rate=0.2").description, "20 % of all volume as it trades");
    equal(
      policyOf("almgren-chriss:risk-aversion=0.5").description,
      "optimal for linear impact, λ = 0.5 per dollar",
    );
    equal(
      policyOf("almgren-chriss:risk-aversion=0").description,
      "optimal for linear impact, λ = 0 per dollar",
    );
  });

  const refusals: readonly (readonly [string, string])[] = [
    ["", `found the policy "", expected ${known}`],
    ["twop", `found the policy "twop", expected ${known}`],
    ["toString", `found the policy "toString", expected ${known}`],
    ["submit-and-leave:slice=1m", 'found the option "slice" of submit-and-leave, expected none'],
    [
      "allocation:shares=0.5/0.6/0",
      "found shares=0.5/0.6/0, expected shares from 0 that add up to 1: paying now/level 1/…/holding back",
    ],
    [
      "allocation",
      "found shares=, expected shares from 0 that add up to 1: paying now/level 1/…/holding back",
    ],
    ["allocation:shares=0/1/0,every=soon", "found every=soon, expected a duration such as 15s"],
    ["twap:rate=0.1", 'found the option "rate" of twap, expected one of slice, placement'],
    ["pov:pace=2", 'found the option "pace" of pov, expected one of slice, placement, rate'],
    [
      "almgren-chriss:lambda=2",
      'found the option "lambda" of almgren-chriss, expected one of slice, placement, risk-aversion',
    ],
    ["twap:slice=soon", "found slice=soon, expected a duration such as 1m or 30s"],
    ["twap:slice=0s", "found slice=0s, expected a duration such as 1m or 30s"],
    ["twap:slice", "found slice=, expected a duration such as 1m or 30s"],
    [
      "vwap:placement=front",
      "found placement=front, expected one of touch, peg, improve, cross, passive",
    ],
    ["pov:rate=1", "found rate=1, expected a share above 0 and below 1"],
    ["pov:rate=0", "found rate=0, expected a share above 0 and below 1"],
    ["pov:rate=", "found rate=, expected a share above 0 and below 1"],
    ["pov:rate=fast", "found rate=fast, expected a share above 0 and below 1"],
    ["almgren-chriss:risk-aversion=-1", "found risk-aversion=-1, expected a number from 0"],
    ["almgren-chriss:risk-aversion=none", "found risk-aversion=none, expected a number from 0"],
    [
      "almgren-chriss:risk-aversion=Infinity",
      "found risk-aversion=Infinity, expected a number from 0",
    ],
    ["almgren-chriss:risk-aversion=", "found risk-aversion=, expected a number from 0"],
    ["obizhaeva-wang:half-life=0s", "found half-life=0s, expected a duration such as 5m or 90s"],
    ["obizhaeva-wang:exponent=0", "found exponent=0, expected a number above 0"],
    ["obizhaeva-wang:exponent=", "found exponent=, expected a number above 0"],
    ["random:seed=-1", "found seed=-1, expected a whole number from 0"],
    ["random:seed=0.5", "found seed=0.5, expected a whole number from 0"],
    ["peg:tolerance=1", "found tolerance=1, expected a share from 0 and below 1"],
    [
      "peg:placement=touch",
      'found the option "placement" of peg, expected one of slice, tolerance',
    ],
    ["imbalance:threshold=0", "found threshold=0, expected a share above 0 and up to 1"],
    ["imbalance:hysteresis=-0.1", "found hysteresis=-0.1, expected a number from 0"],
    ["imbalance:every=0s", "found every=0s, expected a duration such as 1s or 250ms"],
    [
      "close",
      "found volume=undefined, expected the lots that the auction is expected to trade, above 0",
    ],
    [
      "open:volume=0",
      "found volume=0, expected the lots that the auction is expected to trade, above 0",
    ],
    ["close:volume=1e5,at=noon", "found at=noon, expected a time of day such as 16:00"],
    ["close:volume=1e5,by=pov", "found by=pov, expected one of vwap, twap"],
    ["close:volume=1e5,share=0", "found share=0, expected a share above 0 and up to 1"],
    [
      "open:volume=1e5,lead=1m",
      'found the option "lead" of open, expected one of at, volume, share, by, slice, placement',
    ],
    // The first of several is named.
    ["imbalance:every=0s,threshold=7", "found threshold=7, expected a share above 0 and up to 1"],
  ];
  for (const [text, reason] of refusals) {
    test(`refuses "${text}"`, () => {
      deepEqual(createPolicy(text, defaults), { kind: "refused", reason });
    });
  }
});

describe("every policy", () => {
  const texts = sliced
    .flatMap((name) => Object.keys(placements).map((placement) => `${name}:placement=${placement}`))
    .concat(others);
  const observation = createObservation({
    touchImbalance: 0.4,
    nowNs: seconds(100),
    expectedOthersLots: 20_000,
    othersLots: 500,
    volatilityTicks: 0.5,
    meanSpreadTicks: 2,
  });

  for (const text of texts) {
    test(`is pure and survives being written down: ${text}`, () => {
      const policy = policyOf(text);
      let state = policy.initialState();
      for (const time of [100, 130, 160, 400, 1094, 1096]) {
        const seen = { ...observation, nowNs: seconds(time), othersLots: 500 + time };
        const answer = policy.decide(state, seen);
        deepEqual(policy.decide(state, seen), answer);
        const restored = policy.decodeState(policy.encodeState(state));
        deepEqual(policy.decide(restored, seen), answer);
        ok(answer.decision.nextDecisionNs > seen.nowNs);
        ok(Number.isSafeInteger(answer.decision.crossLots) && answer.decision.crossLots >= 0);
        ok(Number.isFinite(answer.decision.plannedLots));
        state = answer.state;
      }
    });
  }

  test("draws by the seed of the command where `random` names none", () => {
    const decide = (text: string, seed?: number): unknown => {
      const outcome = createPolicy(text, { ...defaults, ...(seed === undefined ? {} : { seed }) });
      ok(outcome.kind === "created");
      return outcome.policy.decide(outcome.policy.initialState(), observation).decision;
    };
    deepEqual(decide("random"), decide("random:seed=1"));
    deepEqual(decide("random", 9), decide("random:seed=9"));
    deepEqual(decide("random:seed=2", 9), decide("random:seed=2"));
  });

  test("means the publication's twap by that name in its worlds, and the house's by another", () => {
    const published = { ...defaults, dialect: "cheridito-weiss" } as const;
    const created = (text: string) => {
      const outcome = createPolicy(text, published);
      ok(outcome.kind === "created");
      return outcome.policy;
    };
    equal(created("twap").isClocked, true);
    equal(created("house-twap").isClocked, undefined);
    equal(createPolicy("twap:slice=15s", published).kind, "refused");
  });

  test("has the whole order due by the end, the ones that follow volume aside", () => {
    const late = { ...observation, nowNs: timeNs(1099e9) };
    for (const name of [
      ...["twap", "vwap", "almgren-chriss"],
      ...["obizhaeva-wang", "random", "peg", "imbalance"],
    ]) {
      const policy = policyOf(name);
      equal(policy.decide(policy.initialState(), late).decision.crossLots, 1000, name);
    }
  });

  test("refuses bytes that no policy wrote", () => {
    throws(() => policyOf("twap").decodeState(new TextEncoder().encode("{not")), {
      name: "InvariantError",
    });
  });

  test("places as the parent's urgency says where nobody chose", () => {
    const decide = (urgency: "low" | "normal" | "high", nowNs = seconds(130)): unknown => {
      const parent = createParent({ urgency });
      const policy = policyOf("twap");
      const { decision } = policy.decide(policy.initialState(), { ...observation, parent, nowNs });
      return [decision.crossLots, decision.resting.length];
    };
    deepEqual(decide("low"), [0, 1]);
    deepEqual(decide("normal"), [0, 1]);
    deepEqual(decide("high"), [60, 0]);
  });
});

describe("almgren-chriss", () => {
  test("follows the straight line while the market has shown too little to know better", () => {
    const decideAt = (text: string, fields: object): unknown => {
      const policy = policyOf(text);
      const seen = createObservation({ nowNs: seconds(400), ...fields });
      return policy.decide(policy.initialState(), seen).decision;
    };
    const unknowns = [
      {},
      { volatilityTicks: 0.5, meanSpreadTicks: 2 },
      { volatilityTicks: 0.5, expectedOthersLots: 1000 },
      { meanSpreadTicks: 2, expectedOthersLots: 1000 },
      // A market that was locked all the time shows no cost of trading.
      { volatilityTicks: 0.5, meanSpreadTicks: 0, expectedOthersLots: 1000 },
    ];
    for (const fields of unknowns) {
      deepEqual(decideAt("almgren-chriss", fields), decideAt("twap", fields));
    }
  });

  test("is earlier than the straight line, the more so the more urgent", () => {
    const crossed = (["low", "normal", "high"] as const).map((urgency) => {
      const policy = policyOf("almgren-chriss:placement=cross,risk-aversion=0.001");
      const seen = createObservation({
        nowNs: seconds(100),
        parent: createParent({ urgency }),
        volatilityTicks: 0.5,
        meanSpreadTicks: 2,
        expectedOthersLots: 20_000,
      });
      return policy.decide(policy.initialState(), seen).decision.crossLots;
    });
    ok(crossed[0]! >= 60 && crossed[0]! < crossed[1]! && crossed[1]! < crossed[2]!, `${crossed}`);
  });
});
