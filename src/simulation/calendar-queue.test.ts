import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../core/assert.ts";
import { createRandomStream } from "../core/random/random-stream.ts";
import { type CalendarQueue, createCalendarQueue } from "./calendar-queue.ts";

// What every event queue keeps is tested in test/conformance/event-queue.test.ts.

function popPayloads(queue: CalendarQueue, count = Number.POSITIVE_INFINITY): number[] {
  const payloads: number[] = [];
  while (payloads.length < count && queue.pop()) payloads.push(queue.poppedPayload);
  return payloads;
}

/** A queue in the middle of its life: `pending` events, an eighth popped, at the given scale. */
function createUsedQueue(pending: number, scaleNs: number): CalendarQueue {
  const random = createRandomStream(3, pending);
  const queue = createCalendarQueue();
  for (let payload = 0; payload < pending; payload++) {
    queue.push(random.uniform() * scaleNs, random.uint32() % 2, payload);
  }
  for (let hold = 0; hold < 3 * pending; hold++) {
    queue.pop();
    queue.push(queue.poppedTimeNs + random.uniform() * scaleNs, 0, hold);
  }
  popPayloads(queue, pending / 8);
  return queue;
}

describe("createCalendarQueue", () => {
  test("goes on from a snapshot to the bit, in a fresh queue and in a used one", () => {
    const pendings = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(pendings, fc.constantFrom(1, 1e3, 1e9, 1e14), (pending, scaleNs) => {
        const queue = createUsedQueue(pending, scaleNs);
        const snapshot = queue.snapshot();
        const [fresh, used] = [createCalendarQueue(), createUsedQueue(500, 7)];
        fresh.restore(snapshot);
        used.restore(snapshot);
        for (const restored of [fresh, used]) {
          equal(restored.size, queue.size);
          equal(restored.poppedTimeNs, queue.poppedTimeNs);
          deepEqual(restored.snapshot(), snapshot);
        }
        for (const each of [queue, fresh, used]) each.push(each.poppedTimeNs, 0, -1);
        const expected = popPayloads(queue);
        deepEqual(popPayloads(fresh), expected);
        deepEqual(popPayloads(used), expected);
        deepEqual(fresh.snapshot(), queue.snapshot());
      }),
      { numRuns: 30 },
    );
  });

  test("keeps its snapshot apart from what happens afterwards", () => {
    const queue = createUsedQueue(50, 1e6);
    const snapshot = queue.snapshot();
    const copy = snapshot.slice(0);
    popPayloads(queue, 20);
    deepEqual(snapshot, copy);
    const restored = createCalendarQueue();
    restored.restore(snapshot);
    popPayloads(restored, 20);
    deepEqual(snapshot, copy);
  });

  test("keeps first in, first out across a snapshot", () => {
    const queue = createCalendarQueue();
    queue.push(5, 0, 1);
    queue.push(5, 0, 2);
    const restored = createCalendarQueue();
    restored.restore(queue.snapshot());
    restored.push(5, 0, 3);
    deepEqual(popPayloads(restored), [1, 2, 3]);
  });

  test("gives the same bytes for the same history", () => {
    deepEqual(createUsedQueue(200, 1e6).snapshot(), createUsedQueue(200, 1e6).snapshot());
  });

  test("refuses a buffer that is not a whole snapshot", () => {
    const queue = createUsedQueue(20, 1e6);
    const pending = queue.size;
    const snapshot = queue.snapshot();
    throws(() => queue.restore(new ArrayBuffer(0)), InvariantError);
    throws(() => queue.restore(new ArrayBuffer(snapshot.byteLength)), InvariantError);
    throws(() => queue.restore(snapshot.slice(0, snapshot.byteLength - 8)), InvariantError);
    equal(popPayloads(queue).length, pending);
  });

  test("shrinks to little when its events are gone", () => {
    const queue = createUsedQueue(5000, 1e6);
    popPayloads(queue);
    queue.clear();
    equal(queue.snapshot().byteLength, createCalendarQueue().snapshot().byteLength);
  });
});
