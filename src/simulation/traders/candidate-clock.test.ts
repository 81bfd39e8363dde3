import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { nsPerSecond } from "../../core/time.ts";
import { createEvenClock } from "./business-clock.ts";
import { CandidateClock } from "./candidate-clock.ts";
import { computeMeanLots } from "./mean-lots.ts";

/** Times and first marks of the first candidates, so many of them read. */
function readCandidates(marksRead: (n: number) => number): (readonly number[])[] {
  const clock = createEvenClock();
  const candidates = new CandidateClock("test", 4);
  candidates.open(clock, 3, 1000, 2);
  return Array.from({ length: 50 }, (_, n) => {
    const timeNs = candidates.nextNs;
    const marks = candidates.pass(clock);
    return [timeNs, ...Array.from({ length: marksRead(n) }, () => marks.uniform())];
  });
}

test("a candidate's time and marks do not depend on what became of others", () => {
  const all = readCandidates(() => 4);
  const some = readCandidates((n) => n % 3);
  some.forEach((candidate, n) => {
    deepEqual(candidate, all[n]!.slice(0, 1 + (n % 3)));
  });
  equal(new Set(all.map((candidate) => candidate[1])).size, 50);
});

test("candidates come at their rate, at whole nanoseconds; at a rate of 0 never", () => {
  const candidates = new CandidateClock("test", 2);
  const clock = createEvenClock(2);
  candidates.open(clock, 5, 0, 4);
  const count = 20_000;
  for (let n = 0; n < count; n++) {
    candidates.pass(clock);
    ok(Number.isSafeInteger(candidates.nextNs));
  }
  // Four a second at activity 2. The time of the nth point has the mean n / rate and the standard
  // error √n / rate.
  const seconds = candidates.nextNs / nsPerSecond;
  ok(Math.abs(seconds - count / 8) < (4 * Math.sqrt(count)) / 8);
  candidates.open(clock, 5, 0, 0);
  equal(candidates.nextNs, Number.POSITIVE_INFINITY);
});

test("the mean of lognormal sizes is the formula's where nothing is rounded", () => {
  const sizes = { medianLots: 10_000, logDeviation: 0.5, roundLotShare: 0, lotsMax: 1e6 };
  const expected = 10_000 * Math.exp(0.125);
  ok(Math.abs(computeMeanLots(sizes) - expected) < 1e-3 * expected);
  equal(computeMeanLots({ ...sizes, medianLots: 10, roundLotShare: 1, logDeviation: 0 }), 100);
});
