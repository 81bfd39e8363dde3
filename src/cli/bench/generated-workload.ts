/**
 * A message stream of our own: limit orders around a drifting middle, cancels and modifies of any
 * order of the last 20,000, stale ones among them. Its book is deep (some ten thousand resting
 * orders), which the short files of the public benchmark are not.
 */
import { createXoshiro128 } from "../../core/random/xoshiro128.ts";
import {
  createMatchingWorkload,
  type MatchingWorkload,
  workloadMessage,
} from "../../data/index.ts";

export function generateMatchingWorkload(count: number, seed: number): MatchingWorkload {
  const random = createXoshiro128(seed);
  const below = (limit: number): number => Math.floor(random.uniform() * limit);
  const workload = createMatchingWorkload(count);
  let lastId = 0;
  let middle = 20_000;
  for (let row = 0; row < count; row++) {
    const draw = random.uniform();
    const side = below(2);
    const distance = Math.floor(-Math.log(1 - random.uniform()) * 30) - 1;
    if (draw < 0.01) middle += below(3) - 1;
    const isNew = draw < 0.6 || lastId === 0;
    workload.types[row] = isNew
      ? workloadMessage.new
      : draw < 0.94
        ? workloadMessage.cancel
        : workloadMessage.modify;
    workload.orderIds[row] = isNew ? ++lastId : Math.max(1, lastId - below(20_000));
    workload.sides[row] = side;
    workload.immediate[row] = isNew && random.uniform() < 0.1 ? 1 : 0;
    workload.quantities[row] = 1 + below(100);
    workload.prices[row] = side === 0 ? middle - distance : middle + 1 + distance;
  }
  return workload;
}
