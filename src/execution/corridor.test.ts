import { equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { priceTicks, timeNs } from "../core/units.ts";
import { buy, sell } from "../market/side.ts";
import {
  absorptionRatio,
  crossLimit,
  executedLotsMax,
  ownPerOthers,
  remainingLotsMax,
} from "./corridor.ts";
import { createObservation, createParent, seconds } from "./execution-fixture.ts";

describe("ownPerOthers", () => {
  test("keeps the own share of all volume at the rate", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), (rate) => {
        const own = ownPerOthers(rate);
        ok(Math.abs(own / (1 + own) - rate) < 1e-12);
      }),
    );
  });

  test("refuses a rate of nothing, of everything and of no number", () => {
    for (const rate of [0, 1, -0.1, Number.NaN]) {
      throws(() => ownPerOthers(rate), {
        message: "Invariant: a participation rate is above 0, below 1",
      });
    }
  });
});

describe("absorptionRatio", () => {
  test("is the client's cap where there is one", () => {
    const parent = createParent({ participationCap: 0.2 });
    equal(absorptionRatio(createObservation({ parent, expectedOthersLots: 100 })), 0.25);
  });

  test("is a quarter of others' volume for orders that fit into it with room", () => {
    equal(absorptionRatio(createObservation({ expectedOthersLots: 10_000 })), 0.25);
    equal(absorptionRatio(createObservation({ expectedOthersLots: undefined })), 0.25);
    equal(absorptionRatio(createObservation({ expectedOthersLots: 0 })), 0.25);
  });

  test("leaves a quarter of slack above the pace a larger order needs", () => {
    equal(absorptionRatio(createObservation({ expectedOthersLots: 1000 })), 1.25);
  });
});

describe("remainingLotsMax", () => {
  test("shrinks to nothing with the volume to come", () => {
    equal(remainingLotsMax(createObservation({ expectedOthersLots: 2000 }), 0.25), 500);
    equal(remainingLotsMax(createObservation({ expectedOthersLots: 0 }), 0.25), 0);
  });

  test("never rises in time without a forecast: all at the start, nothing at the end", () => {
    const at = (time: number): number =>
      remainingLotsMax(createObservation({ nowNs: timeNs(time) }), 0.25);
    equal(at(seconds(100)), 1000);
    equal(at(seconds(300)), 1000);
    equal(at(seconds(600)), 625);
    equal(at(seconds(1100)), 0);
    const time = fc.integer({ min: seconds(100), max: seconds(1100) });
    fc.assert(
      fc.property(time, time, (first, second) => {
        const [from, to] = first < second ? [first, second] : [second, first];
        ok(at(to) <= at(from));
      }),
    );
  });
});

describe("executedLotsMax", () => {
  test("has no end without a cap", () => {
    equal(executedLotsMax(createObservation(), 0), Number.POSITIVE_INFINITY);
  });

  test("keeps the own share of all volume since the start within the cap", () => {
    const cap = fc.double({ min: 0.01, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(cap, fc.nat(1e6), fc.nat(1e5), (participationCap, others, before) => {
        const parent = createParent({ participationCap });
        const observation = createObservation({ parent, othersLots: before + others });
        const own = executedLotsMax(observation, before);
        ok(Number.isInteger(own) && own >= 0);
        ok(own <= participationCap * (own + others) + 1e-6, "within the cap");
        ok(own + 1 > participationCap * (own + 1 + others) - 1e-6, "and not a lot less");
      }),
    );
  });
});

describe("crossLimit", () => {
  const limitOf = (side: typeof buy | typeof sell, limit: number | undefined, spread = 1) =>
    crossLimit(
      createObservation({
        parent: createParent({
          side,
          ...(limit === undefined ? {} : { limitPriceTicks: priceTicks(limit) }),
        }),
        farTouchTicks: 1000,
        meanSpreadTicks: spread,
      }),
    );

  test("reaches twenty ticks or ten mean spreads through the far touch, against us", () => {
    equal(limitOf(buy, undefined), 1020);
    equal(limitOf(sell, undefined), 980);
    equal(limitOf(buy, undefined, 4.25), 1043);
  });

  test("is the client's limit where that is nearer", () => {
    equal(limitOf(buy, 1010), 1010);
    equal(limitOf(buy, 1030), 1020);
    equal(limitOf(sell, 990), 990);
    equal(limitOf(sell, 970), 980);
  });

  test("is unknown while nobody stands on the other side", () => {
    equal(crossLimit(createObservation({ farTouchTicks: undefined })), undefined);
  });
});
