import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { durationNs, quantityLots } from "../../core/units.ts";
import type { ChildOrder } from "../child-order.ts";
import { createChild, createObservation, createParent, seconds } from "../execution-fixture.ts";
import type { Observation } from "../observation.ts";
import type { Decision, ExecutionPolicy } from "../policy.ts";
import { type AuctionOptions, createClosePolicy, createOpenPolicy } from "./auction.ts";
import { createTwapPolicy } from "./scheduled.ts";

const twap = createTwapPolicy("twap", { sliceNs: durationNs(seconds(100)), placement: "cross" });
/** The usual order lasts from second 100 to second 1,100. */
const options: AuctionOptions = {
  atNs: seconds(1000),
  expectedLots: 2000,
  share: 0.1,
  leadNs: durationNs(seconds(100)),
};
const waiting: ChildOrder = createChild({
  ...{ purpose: "auction", priceTicks: undefined, totalLots: quantityLots(200) },
});

/** Feeds one observation after another; the state is written down and read between them. */
function decideAll(policy: ExecutionPolicy, seen: readonly Partial<Observation>[]): Decision[] {
  let state = policy.initialState();
  return seen.map((fields) => {
    const { filledLots = 0 } = fields;
    const observation = createObservation({ remainingLots: 1000 - filledLots, ...fields });
    const answer = policy.decide(state, observation);
    deepEqual(policy.decide(state, observation), answer);
    state = policy.decodeState(policy.encodeState(answer.state));
    return answer.decision;
  });
}
const at = (time: number, fields: Partial<Observation> = {}) => ({
  nowNs: seconds(time),
  ...fields,
});
const lotsOf = ({ crossLots, auctionLots = 0 }: Decision) => [crossLots, auctionLots];

describe("close", () => {
  const close = createClosePolicy("close", options, twap);

  test("works all but its part until the auction, and sends the part its lead before it", () => {
    const [first, late] = decideAll(close, [at(100), at(900, { filledLots: 715 })]);
    // 800 lots over 895 seconds, to be done 5 seconds before the auction.
    deepEqual(lotsOf(first!), [Math.round((800 * 100) / 895), 0]);
    deepEqual(lotsOf(late!), [85, 200]);
    equal(first!.nextDecisionNs, seconds(200));
    equal(late!.nextDecisionNs, seconds(901));
  });

  test("wakes for the lead even where no slice begins then", () => {
    const lead = { ...options, leadNs: durationNs(seconds(150)) };
    const [decision] = decideAll(createClosePolicy("close", lead, twap), [at(800)]);
    equal(decision!.nextDecisionNs, seconds(850));
  });

  test("waits past the auction's time while its order does, and pays for what was not filled", () => {
    const filledLots = 800;
    const found = decideAll(close, [
      at(900, { filledLots: 715 }),
      at(999, { filledLots, children: [waiting] }),
      at(1003, { filledLots, children: [waiting] }),
      at(1004, { filledLots: 950 }),
    ]).map(lotsOf);
    deepEqual(found, [
      [85, 200],
      [0, 200],
      [0, 200],
      [50, 0],
    ]);
  });

  test("takes back what an auction left of its order, and works it", () => {
    const part = { ...waiting, filledLots: quantityLots(150) };
    const [, decision] = decideAll(close, [
      at(999, { filledLots: 800, children: [waiting] }),
      at(1004, { filledLots: 950, children: [part] }),
    ]);
    deepEqual(lotsOf(decision!), [50, 0]);
  });

  test("gives the auction up where no venue takes its order, and works everything", () => {
    const found = decideAll(
      close,
      [900, 901, 902, 903, 904].map((time) => at(time)),
    );
    deepEqual(
      found.map(({ auctionLots = 0 }) => auctionLots),
      [200, 200, 200, 0, 0],
    );
    // From then on the whole order is worked until its end, 5 seconds of close-out aside.
    equal(found[3]!.crossLots, Math.round((1000 * 100) / 192));
  });

  test("works what waited for an auction that does not come", () => {
    const long = createParent({ endNs: seconds(2000) });
    const fields = { parent: long, filledLots: 800, children: [waiting] };
    const found = decideAll(close, [at(999, fields), at(1299, fields), at(1300, fields)]);
    deepEqual(found.map(lotsOf), [
      [0, 200],
      [0, 200],
      [Math.round((200 * 100) / 695), 0],
    ]);
  });

  test("is its worker where the order ends with the auction, or before it", () => {
    for (const atNs of [seconds(1100), seconds(3000), seconds(100)]) {
      const policy = createClosePolicy("close", { ...options, atNs }, twap);
      const [decision] = decideAll(policy, [at(300)]);
      const plain = decideAll(twap, [at(300)])[0]!;
      deepEqual(decision, plain);
    }
  });

  test("leaves everything to the auction where that is enough", () => {
    const policy = createClosePolicy("close", { ...options, expectedLots: 1e6 }, twap);
    const found = decideAll(policy, [at(100), at(900)]);
    deepEqual(found.map(lotsOf), [
      [0, 0],
      [0, 1000],
    ]);
  });
});

describe("open", () => {
  const open = createOpenPolicy("open", { ...options, atNs: seconds(200) }, twap);

  test("waits with its part, then works the rest from then on", () => {
    const found = decideAll(open, [
      at(100),
      at(150, { children: [waiting] }),
      at(201, { filledLots: 200 }),
      at(301, { filledLots: 290 }),
    ]);
    // 800 lots over the 894 seconds from second 201: 89.5 a slice.
    deepEqual(found.map(lotsOf), [
      [0, 200],
      [0, 200],
      [89, 0],
      [89, 0],
    ]);
    equal(found[1]!.nextDecisionNs, seconds(151));
  });

  test("works everything where no venue takes its order", () => {
    const found = decideAll(
      open,
      [100, 101, 102, 103].map((time) => at(time)),
    );
    deepEqual(
      found.map(({ auctionLots = 0 }) => auctionLots),
      [200, 200, 200, 0],
    );
    ok(found[3]!.crossLots > 0);
  });

  test("is its worker where the auction was before the order", () => {
    const policy = createOpenPolicy("open", { ...options, atNs: seconds(50) }, twap);
    const plain = decideAll(twap, [at(300)])[0]!;
    deepEqual(decideAll(policy, [at(300)])[0], plain);
  });
});
