import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { timeNs } from "../../core/units.ts";
import {
  blockShare,
  computeKernelTrades,
  computeObizhaevaWangTrades,
  computeTransientCost,
  createKnotSchedule,
  createObizhaevaWangSchedule,
  exponentialDecay,
  powerDecay,
  resilienceOf,
} from "./obizhaeva-wang.ts";

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const orders = fc.record({
  quantity: between(1, 1e6),
  duration: between(0.1, 100),
  resilience: between(0.01, 5),
});
const evenTimes = (duration: number, count: number): number[] =>
  Array.from({ length: count }, (_, trade) => (duration * trade) / (count - 1));
const expectClose = (found: readonly number[], expected: readonly number[], scale: number) => {
  equal(found.length, expected.length);
  for (const [at, value] of expected.entries()) {
    ok(Math.abs(found[at]! - value) <= 1e-12 * scale, `${at}: ${found[at]}, expected ${value}`);
  }
};

describe("a worked example", () => {
  // ρT = 3: blocks of a fifth, three fifths between them.
  test("splits 1,000 lots with ρT = 3 into 200, 600 evenly, and 200", () => {
    equal(blockShare(0.3, 10), 0.2);
    const window = { startNs: timeNs(100), endNs: timeNs(110) };
    const { at, before } = createObizhaevaWangSchedule(window, 0.3);
    expectClose(
      [99, 100, 105, 109, 110, 111].map((time) => 1000 * at(time)),
      [0, 200, 500, 740, 1000, 1000],
      1000,
    );
    expectClose(
      [100, 105, 110, 111].map((time) => 1000 * before(time)),
      [0, 500, 800, 1000],
      1000,
    );
  });

  // a = exp(−ln 2) = ½ between neighbours: ends 70/(1·½ + 2) = 28, the middle half of that.
  test("splits 70 lots over three trades a half-life apart into 28, 14 and 28", () => {
    const order = { quantity: 70, duration: 2, resilience: resilienceOf(1) };
    expectClose(computeObizhaevaWangTrades(order, 3), [28, 14, 28], 70);
    const decay = exponentialDecay(order.resilience);
    expectClose(computeKernelTrades(70, [0, 1, 2], decay), [28, 14, 28], 70);
    // ½(28² + 14² + 28²) + 28·14·½ + 14·28·½ + 28·28·¼ = 882 + 196 + 196 + 196.
    ok(Math.abs(computeTransientCost([28, 14, 28], [0, 1, 2], decay) - 1470) < 1e-9);
    // Two thirds, evenly: ½·3·u² + u²(½ + ½ + ¼) with u = 70/3.
    const even = 70 / 3;
    const cost = computeTransientCost([even, even, even], [0, 1, 2], decay);
    ok(Math.abs(cost - 2.75 * even * even) < 1e-9);
    ok(cost > 1470);
  });

  // G = 1, ½, ⅓ at 0, 1, 2: by symmetry ξ = (u, v, u), and u + v/2 + u/3 = u/2 + v + u/2 gives
  // v = 2u/3, so u = 3/8 and v = 2/8.
  test("splits 80 lots for G(t) = 1/(1 + t) over three trades into 30, 20 and 30", () => {
    expectClose(computeKernelTrades(80, [0, 1, 2], powerDecay(1, 1)), [30, 20, 30], 80);
  });
});

describe("the closed form over equal distances", () => {
  test("solves the linear system", () => {
    const fades = between(0.1, 5);
    fc.assert(
      fc.property(orders, fades, fc.integer({ min: 1, max: 40 }), (drawn, fade, count) => {
        // Enough of the impact fades between neighbours for the system to be well conditioned.
        const resilience = (fade * Math.max(1, count - 1)) / drawn.duration;
        const order = { ...drawn, resilience };
        const { quantity, duration } = order;
        const times = count === 1 ? [0] : evenTimes(duration, count);
        const solved = computeKernelTrades(quantity, times, exponentialDecay(resilience));
        expectClose(solved, computeObizhaevaWangTrades(order, count), quantity);
      }),
    );
  });

  test("adds up, and costs the same at the margin at every time", () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 2, max: 40 }), (order, count) => {
        const trades = computeObizhaevaWangTrades(order, count);
        const sum = trades.reduce((total, lots) => total + lots, 0);
        ok(Math.abs(sum - order.quantity) <= 1e-12 * order.quantity);
        const times = evenTimes(order.duration, count);
        const decay = exponentialDecay(order.resilience);
        const marginal = times.map((time) =>
          trades.reduce((cost, lots, at) => cost + lots * decay(Math.abs(time - times[at]!)), 0),
        );
        for (const cost of marginal) ok(Math.abs(cost / marginal[0]! - 1) < 1e-11);
      }),
    );
  });

  test("comes to blocks and an even rate as trades grow many", () => {
    const order = { quantity: 1, duration: 10, resilience: 0.3 };
    const trades = computeObizhaevaWangTrades(order, 100_001);
    ok(Math.abs(trades[0]! - 0.2) < 1e-5);
    // ρX/(2 + ρT) = 0.06 a unit of time, 10,000 trades each.
    ok(Math.abs(trades[5]! * 10_000 - 0.06) < 1e-5);
  });

  test("is one trade, two halves, or two halves and nothing where impact stays", () => {
    const order = { quantity: 10, duration: 5, resilience: 0 };
    deepEqual(computeObizhaevaWangTrades(order, 1), [10]);
    deepEqual(computeObizhaevaWangTrades(order, 2), [5, 5]);
    deepEqual(computeObizhaevaWangTrades(order, 4), [5, 0, 0, 5]);
  });
});

describe("any decay", () => {
  test("has a higher cost on any other trajectory of the same lots", () => {
    const noise = fc.array(between(-1, 1), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(between(0.2, 2), between(0.1, 10), noise, (exponent, halfLife, noises) => {
        const times = evenTimes(10, 12);
        const decay = powerDecay(exponent, halfLife);
        const best = computeKernelTrades(100, times, decay);
        const mean = noises.reduce((sum, value) => sum + value, 0) / noises.length;
        const other = best.map((lots, at) => lots + 20 * (noises[at]! - mean));
        const cost = computeTransientCost(best, times, decay);
        ok(computeTransientCost(other, times, decay) >= cost * (1 - 1e-12));
      }),
    );
  });

  test("never trades against itself where the decay falls and is convex", () => {
    fc.assert(
      fc.property(between(0.2, 2), between(0.1, 10), (exponent, halfLife) => {
        const trades = computeKernelTrades(1, evenTimes(10, 30), powerDecay(exponent, halfLife));
        for (const lots of trades) ok(lots > 0);
        const mirrored = trades.toReversed();
        expectClose(trades, mirrored, 1e3);
      }),
    );
  });

  test("leaves half after the half-life", () => {
    for (const exponent of [0.3, 0.5, 1, 2]) {
      ok(Math.abs(powerDecay(exponent, 7)(7) - 0.5) < 1e-12);
      equal(powerDecay(exponent, 7)(0), 1);
    }
    ok(Math.abs(exponentialDecay(resilienceOf(7))(7) - 0.5) < 1e-12);
  });

  test("is refused where it is not positive definite", () => {
    throws(() => computeKernelTrades(1, [0, 1, 2], (elapsed) => (elapsed < 1.5 ? 1 : -1)), {
      message: /a decay is positive definite/,
    });
  });
});

describe("createKnotSchedule", () => {
  const window = { startNs: timeNs(0), endNs: timeNs(30) };

  test("jumps at both ends and spreads every other trade over the distance before it", () => {
    const { at, before } = createKnotSchedule(window, [0.3, 0.4, 0.6, 1]);
    expectClose(
      [-1, 0, 5, 10, 15, 20, 29, 30, 31].map(at),
      [0, 0.3, 0.35, 0.4, 0.5, 0.6, 0.6, 1, 1],
      1,
    );
    expectClose([0, 10, 30, 31].map(before), [0, 0.4, 0.6, 1], 1);
  });

  test("rises, and stays with the closed form where the decay is exponential", () => {
    const resilience = resilienceOf(6);
    const times = evenTimes(30, 601);
    let sum = 0;
    const done = computeKernelTrades(1, times, exponentialDecay(resilience)).map((share) => {
      sum += share;
      return sum;
    });
    const knots = createKnotSchedule(window, done);
    const closed = createObizhaevaWangSchedule(window, resilience);
    let last = 0;
    for (let time = 0; time <= 30; time += 0.25) {
      ok(knots.at(time) >= last);
      last = knots.at(time);
      ok(Math.abs(knots.at(time) - closed.at(time)) < 2e-3, `${time}`);
    }
  });
});
