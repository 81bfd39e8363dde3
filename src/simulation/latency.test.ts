import { deepEqual, equal, notDeepEqual, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../core/assert.ts";
import { createOnlineMoments } from "../core/statistics/online-moments.ts";
import { durationNs, type TimeNs, timeNs } from "../core/units.ts";
import { createLatency, type Latency, type LatencySpec, type LegLatency } from "./latency.ts";

const floorNs = durationNs(1e6);
const meanNs = durationNs(3e6);
const exponential: LegLatency = { kind: "shiftedExponential", floorNs, meanNs };
const constant = (nanoseconds: number): LegLatency => ({
  kind: "constant",
  durationNs: durationNs(nanoseconds),
});
const everyLeg = (leg: LegLatency): LatencySpec => ({
  kind: "latency",
  feed: leg,
  entry: leg,
  response: leg,
});

const legsOf = (latency: Latency): readonly ((nowNs: TimeNs) => TimeNs)[] => [
  latency.feedDeliveryNs,
  latency.entryArrivalNs,
  latency.responseDeliveryNs,
];

/** Messages far enough apart that none waits for another. */
const sampleNs = (deliver: (nowNs: TimeNs) => TimeNs, count: number): number[] =>
  Array.from({ length: count }, (_, message) => deliver(timeNs(message * 1e9)) - message * 1e9);

describe("createLatency", () => {
  test("adds each leg's own constant", () => {
    const spec: LatencySpec = {
      kind: "latency",
      feed: constant(10),
      entry: constant(20),
      response: constant(0),
    };
    const latency = createLatency(spec, 1);
    equal(latency.feedDeliveryNs(timeNs(100)), 110);
    equal(latency.entryArrivalNs(timeNs(100)), 120);
    equal(latency.responseDeliveryNs(timeNs(100)), 100);
  });

  test("never lets a message overtake, nor beats the floor, whatever the seed", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 2e6 }), { maxLength: 100 });
    fc.assert(
      fc.property(fc.maxSafeNat(), gaps, (seed, gapsNs) => {
        for (const deliver of legsOf(createLatency(everyLeg(exponential), seed))) {
          let [nowNs, previousNs] = [0, 0];
          for (const gapNs of gapsNs) {
            nowNs += gapNs;
            const deliveryNs = deliver(timeNs(nowNs));
            ok(deliveryNs >= previousNs && deliveryNs >= nowNs + floorNs);
            ok(Number.isInteger(deliveryNs));
            previousNs = deliveryNs;
          }
        }
      }),
    );
  });

  // The excess over the floor is exponential, so its standard error is its mean / √n, and that of
  // its variance mean² √(8 / n).
  test("has the configured mean and an exponential's spread, within four standard errors", () => {
    const count = 20_000;
    const excessNs = meanNs - floorNs;
    for (const deliver of legsOf(createLatency(everyLeg(exponential), 7))) {
      const moments = createOnlineMoments();
      for (const latencyNs of sampleNs(deliver, count)) moments.add(latencyNs);
      ok(Math.abs(moments.mean - meanNs) < (4 * excessNs) / Math.sqrt(count), `${moments.mean}`);
      const varianceError = excessNs ** 2 * Math.sqrt(8 / count);
      ok(Math.abs(moments.variance - excessNs ** 2) < 4 * varianceError, `${moments.variance}`);
    }
  });

  test("draws each leg from its own stream, the same for the same seed", () => {
    const draw = (seed: number): number[][] =>
      legsOf(createLatency(everyLeg(exponential), seed)).map((deliver) => sampleNs(deliver, 5));
    deepEqual(draw(42), draw(42));
    notDeepEqual(draw(42), draw(43));
    const [feed, entry, response] = draw(42);
    notDeepEqual(feed, entry);
    notDeepEqual(entry, response);
  });

  test("gives one leg the same latencies however much the others are used", () => {
    const [quiet, busy] = [
      createLatency(everyLeg(exponential), 42),
      createLatency(everyLeg(exponential), 42),
    ];
    sampleNs(busy.feedDeliveryNs, 50);
    deepEqual(sampleNs(quiet.entryArrivalNs, 5), sampleNs(busy.entryArrivalNs, 5));
  });

  test("goes on from its state as if it had never stopped", () => {
    const latency = createLatency(everyLeg(exponential), 42);
    for (const deliver of legsOf(latency)) sampleNs(deliver, 3);
    const restored = createLatency(everyLeg(exponential), 42);
    restored.restore(latency.state());
    deepEqual(restored.state(), latency.state());
    const next = (of: Latency): number[] => legsOf(of).map((deliver) => deliver(timeNs(0)));
    deepEqual(next(restored), next(latency));
  });

  test("keeps the order of messages across a restore under another seed", () => {
    const latency = createLatency(everyLeg(exponential), 42);
    const lastNs = latency.feedDeliveryNs(timeNs(5e12));
    const forked = createLatency(everyLeg(exponential), 43);
    forked.restore(latency.state());
    ok(forked.feedDeliveryNs(timeNs(5e12)) >= lastNs);
  });

  test("refuses a mean at or below the floor, a bad time and a bad state", () => {
    const flat: LegLatency = { kind: "shiftedExponential", floorNs, meanNs: floorNs };
    throws(() => createLatency(everyLeg(flat), 1), InvariantError);
    const latency = createLatency(everyLeg(constant(1)), 1);
    throws(() => latency.feedDeliveryNs(Number.NaN as TimeNs), InvariantError);
    throws(() => latency.entryArrivalNs(-1 as TimeNs), InvariantError);
    const { entry, response } = latency.state();
    const feed = { latestNs: Number.NaN, drawIndex: 0 };
    throws(() => latency.restore({ feed, entry, response }), InvariantError);
  });
});
