import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { createRandomStream } from "../../core/random/random-stream.ts";
import { drawLots } from "./order-sizes.ts";

const sizes = { medianLots: 110, logDeviation: 0.8, roundLotShare: 0.6, lotsMax: 3000 };

test("order sizes are whole, within bounds, round as often as asked, and take two draws", () => {
  const random = createRandomStream(1, 1);
  const count = 20_000;
  let round = 0;
  let below = 0;
  for (let order = 0; order < count; order++) {
    const lots = drawLots({ ...sizes, roundLotShare: 0.6 }, random);
    ok(Number.isInteger(lots) && lots >= 1 && lots <= 3000);
    if (lots % 100 === 0) round++;
    if (lots < 110) below++;
  }
  equal(random.index, 2 * count);
  // Others are round by chance, one in a hundred or so; standard error √(0.6 · 0.4 / n) = 0.0035.
  ok(round / count > 0.6 - 5 * 0.0035 && round / count < 0.62 + 5 * 0.0035, `${round / count}`);
  // Half of the others lie below the median, and of the round ones those whose wish is below 150:
  // Φ(ln(150 / 110) / 0.8) = 0.651. Standard error 0.0035.
  const expected = 0.4 * 0.5 + 0.6 * 0.651;
  ok(Math.abs(below / count - expected) < 5 * 0.0035, `${below / count}, ${expected}`);
});

test("an order is no larger than the largest, and a round one no smaller than a round lot", () => {
  const random = createRandomStream(2, 1);
  for (let order = 0; order < 200; order++) {
    equal(drawLots({ ...sizes, medianLots: 1e9 }, random), 3000);
    equal(drawLots({ ...sizes, medianLots: 0.1, roundLotShare: 1 }, random), 100);
  }
});
