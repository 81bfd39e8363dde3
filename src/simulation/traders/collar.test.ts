import { equal } from "node:assert/strict";
import { test } from "node:test";
import { PriceLevels } from "../../market/price-levels.ts";
import { ask, bid, type Side } from "../../market/side.ts";
import { computeCollarKey } from "./collar.ts";

function createSide(side: Side, keys: readonly number[]): PriceLevels {
  const levels = new PriceLevels(side);
  for (const key of keys) levels.acquire(key);
  return levels;
}

for (const side of [bid, ask] as const) {
  const sign = side === ask ? 1 : -1;
  const home = 10_000 * sign;
  const keys = (...depths: number[]): number[] => depths.map((depth) => home + depth);
  const name = side === ask ? "asks" : "bids";

  test(`a collar on ${name} reaches so many ticks from the touch`, () => {
    equal(computeCollarKey(createSide(side, keys(0, 1, 3, 9)), 4) - home, 4);
    equal(computeCollarKey(createSide(side, keys(0, 9)), 0) - home, 0);
  });

  test(`a collar on ${name} ends before the last level`, () => {
    equal(computeCollarKey(createSide(side, keys(0, 1, 3)), 4) - home, 2);
    equal(computeCollarKey(createSide(side, keys(0)), 4) - home, -1);
  });
}
