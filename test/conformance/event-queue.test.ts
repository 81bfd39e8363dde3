import { equal } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { createRandomStream, streamId } from "../../src/core/random/random-stream.ts";
import { createCalendarQueue } from "../../src/simulation/calendar-queue.ts";
import type { EventQueue } from "../../src/simulation/event-queue.ts";
import { createBinaryHeapQueue } from "../support/binary-heap-queue.ts";
import { runEventQueueSuite } from "../support/event-queue-suite.ts";

runEventQueueSuite("the calendar queue", createCalendarQueue);
runEventQueueSuite("the binary heap", createBinaryHeapQueue);

function popBoth(calendar: EventQueue, heap: EventQueue): void {
  equal(calendar.peekTimeNs(), heap.peekTimeNs());
  equal(calendar.pop(), heap.pop());
  equal(calendar.poppedTimeNs, heap.poppedTimeNs);
  equal(calendar.poppedPriority, heap.poppedPriority);
  equal(calendar.poppedPayload, heap.poppedPayload);
  equal(calendar.size, heap.size);
}

describe("the calendar queue beside its oracle, the binary heap", () => {
  test("gives the same events for any pushes and pops", () => {
    const push = fc.record({
      // Whole multiples of few scales: ties, clusters and long gaps in one run.
      timeNs: fc
        .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 1, 1e3, 1e9, 1e13))
        .map(([steps, scale]) => steps * scale),
      priority: fc.integer({ min: 0, max: 2 }),
    });
    const step = fc.oneof(
      { weight: 3, arbitrary: push },
      { weight: 2, arbitrary: fc.constant("pop" as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const [calendar, heap] = [createCalendarQueue(), createBinaryHeapQueue()];
        steps.forEach((next, payload) => {
          if (next === "pop") popBoth(calendar, heap);
          else {
            calendar.push(next.timeNs, next.priority, payload);
            heap.push(next.timeNs, next.priority, payload);
          }
        });
        while (heap.size > 0) popBoth(calendar, heap);
        equal(calendar.pop(), false);
      }),
    );
  });

  // The scale of time changes a thousandfold every 5000 events, so widths go stale both ways.
  test("gives the same events while the scale of time changes under it", () => {
    const seed = 77;
    const random = createRandomStream(seed, streamId("event queue test"));
    const [calendar, heap] = [createCalendarQueue(), createBinaryHeapQueue()];
    const pushBoth = (timeNs: number, payload: number): void => {
      const priority = random.uint32() % 3;
      calendar.push(timeNs, priority, payload);
      heap.push(timeNs, priority, payload);
    };
    for (let payload = 0; payload < 2000; payload++) pushBoth(random.uint32() % 1000, payload);
    for (let event = 0; event < 30_000; event++) {
      popBoth(calendar, heap);
      const scaleNs = [1, 1e9, 1e3, 1e6, 0.001, 1e12][Math.floor(event / 5000)]!;
      pushBoth(heap.poppedTimeNs + (random.uint32() % 8) * scaleNs, event);
    }
    while (heap.size > 0) popBoth(calendar, heap);
  });
});
