/** The rules every event queue keeps, whatever it is inside. */
import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../../src/core/assert.ts";
import type { EventQueue } from "../../src/simulation/event-queue.ts";

interface Event {
  readonly timeNs: number;
  readonly priority: number;
  readonly payload: number;
}

/** What the queue holds, in the order in which it gives it. */
export function drain(queue: EventQueue): Event[] {
  const events: Event[] = [];
  while (queue.pop()) {
    events.push({
      timeNs: queue.poppedTimeNs,
      priority: queue.poppedPriority,
      payload: queue.poppedPayload,
    });
  }
  return events;
}

/** By time, then priority; the sort is stable, so that equals stay first in, first out. */
const sortEvents = (events: readonly Event[]): Event[] =>
  events.toSorted((a, b) => a.timeNs - b.timeNs || a.priority - b.priority);

/** Few different times and priorities, so that most events tie. */
const tiedEvents = fc.array(
  fc.record(
    {
      timeNs: fc.integer({ min: 0, max: 5 }),
      priority: fc.integer({ min: -1, max: 1 }),
      payload: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 200 },
);

const anyEvents = fc.array(
  fc.record(
    {
      timeNs: fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true }),
      priority: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      payload: fc.nat(1000),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 200 },
);

function fill(queue: EventQueue, events: readonly Event[]): EventQueue {
  for (const { timeNs, priority, payload } of events) queue.push(timeNs, priority, payload);
  return queue;
}

/** Runs the rules over one kind of queue. */
export function runEventQueueSuite(name: string, createQueue: () => EventQueue): void {
  describe(`${name}, in order`, () => testOrder(createQueue));
  describe(`${name}, at its edges`, () => testEdges(createQueue));
}

function testOrder(createQueue: () => EventQueue): void {
  test("gives events by time, then priority, then first in, first out", () => {
    const queue = createQueue();
    queue.push(20, 0, 1);
    queue.push(10, 1, 2);
    queue.push(10, 0, 3);
    queue.push(10, 1, 4);
    queue.push(10, 0, 5);
    deepEqual(
      drain(queue).map((event) => event.payload),
      [3, 5, 2, 4, 1],
    );
  });

  test("sorts events with many ties", () => {
    fc.assert(
      fc.property(tiedEvents, (events) =>
        deepEqual(drain(fill(createQueue(), events)), sortEvents(events)),
      ),
    );
  });

  test("sorts events on every scale of time a double has", () => {
    fc.assert(
      fc.property(anyEvents, (events) =>
        deepEqual(drain(fill(createQueue(), events)), sortEvents(events)),
      ),
    );
  });
}

function testEdges(createQueue: () => EventQueue): void {
  test("says when the first event is, and Infinity when there is none", () => {
    const queue = createQueue();
    equal(queue.peekTimeNs(), Number.POSITIVE_INFINITY);
    queue.push(7, 0, 0);
    queue.push(5, 0, 0);
    equal(queue.peekTimeNs(), 5);
    equal(queue.size, 2);
    queue.pop();
    equal(queue.peekTimeNs(), 7);
    queue.push(1, 0, 0);
    equal(queue.peekTimeNs(), 1);
  });

  test("returns false from an empty queue and leaves the popped fields", () => {
    const queue = createQueue();
    equal(queue.pop(), false);
    queue.push(3, -2, 9);
    equal(queue.pop(), true);
    equal(queue.pop(), false);
    deepEqual([queue.poppedTimeNs, queue.poppedPriority, queue.poppedPayload], [3, -2, 9]);
    equal(queue.size, 0);
  });

  test("takes events that lie before what was already popped", () => {
    const queue = createQueue();
    queue.push(1e12, 0, 1);
    queue.push(2e12, 0, 2);
    queue.pop();
    queue.push(5, 0, 3);
    deepEqual(
      drain(queue).map((event) => event.payload),
      [3, 2],
    );
  });

  test("is as new after clear", () => {
    const queue = createQueue();
    queue.push(1, 2, 3);
    queue.pop();
    queue.push(1, 0, 1);
    queue.clear();
    equal(queue.size, 0);
    equal(queue.peekTimeNs(), Number.POSITIVE_INFINITY);
    deepEqual([queue.poppedTimeNs, queue.poppedPriority, queue.poppedPayload], [0, 0, 0]);
    queue.push(4, 0, 8);
    deepEqual(drain(queue), [{ timeNs: 4, priority: 0, payload: 8 }]);
  });

  test("refuses times, priorities and payloads out of range", () => {
    const queue = createQueue();
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      throws(() => queue.push(bad, 0, 0), InvariantError);
    }
    for (const bad of [0.5, 2 ** 31, Number.NaN]) {
      throws(() => queue.push(0, bad, 0), InvariantError);
      throws(() => queue.push(0, 0, bad), InvariantError);
    }
    equal(queue.size, 0);
  });
}
