import { deepEqual, equal } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { EventForest, none } from "./event-forest.ts";

/** Payloads of one heap in the order in which its roots come off. */
function drainHeap(forest: EventForest, heap: number): number[] {
  const payloads: number[] = [];
  let root = heap;
  while (root !== none) {
    payloads.push(forest.payloads[root]);
    root = forest.removeRoot(root);
  }
  return payloads;
}

describe("EventForest", () => {
  test("gives the events of each heap in order, however heaps were melded", () => {
    const times = fc.array(fc.nat(9), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, times, (left, right) => {
        const forest = new EventForest();
        const heapOf = (heapTimes: readonly number[], first: number): number =>
          heapTimes
            .map((time, at) => forest.add(time, 0, first + at))
            .reduce((heap, node) => forest.meld(heap, node));
        const heap = forest.meld(heapOf(left, 0), heapOf(right, left.length));
        const all = [...left, ...right];
        const expected = all.map((_, at) => at).toSorted((a, b) => all[a] - all[b]);
        deepEqual(drainHeap(forest, heap), expected);
      }),
    );
  });

  test("uses freed nodes again", () => {
    const forest = new EventForest();
    for (let round = 0; round < 1000; round++) {
      const heap = forest.meld(forest.add(round, 0, 1), forest.add(round, 0, 2));
      deepEqual(drainHeap(forest, heap), [1, 2]);
    }
    equal(forest.usedCount, 2);
  });

  // A walk to the insertion point would take 5e9 steps here; a heap takes a few million.
  test("takes a hundred thousand events at one time in its stride", () => {
    const forest = new EventForest();
    let heap = forest.add(5, 0, 0);
    for (let payload = 1; payload < 100_000; payload++) {
      heap = forest.meld(heap, forest.add(5, -(payload % 7), payload));
    }
    const payloads = drainHeap(forest, heap);
    equal(payloads.length, 100_000);
    deepEqual(payloads.slice(0, 3), [6, 13, 20]);
  });
});
