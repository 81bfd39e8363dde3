/** The plainest queue that keeps the contract: the oracle of the calendar queue. */
import { assert } from "../../src/core/assert.ts";
import type { EventQueue } from "../../src/simulation/event-queue.ts";

class BinaryHeapQueue implements EventQueue {
  size = 0;
  poppedTimeNs = 0;
  poppedPriority = 0;
  poppedPayload = 0;
  private nextSequence = 0;
  private times = new Float64Array(16);
  private priorities = new Int32Array(16);
  private sequences = new Float64Array(16);
  private payloads = new Int32Array(16);

  push(timeNs: number, priority: number, payload: number): void {
    assert(timeNs >= 0 && timeNs < Number.POSITIVE_INFINITY, "an event's time is finite, from 0");
    assert(priority === (priority | 0), "an event's priority is a 32-bit integer");
    assert(payload === (payload | 0), "an event's payload is a 32-bit integer");
    if (this.size === this.times.length) this.grow();
    let hole = this.size++;
    const sequence = this.nextSequence++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!this.isBefore(timeNs, priority, sequence, parent)) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.times[hole] = timeNs;
    this.priorities[hole] = priority;
    this.sequences[hole] = sequence;
    this.payloads[hole] = payload;
  }

  peekTimeNs(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : this.times[0]!;
  }

  pop(): boolean {
    if (this.size === 0) return false;
    this.poppedTimeNs = this.times[0]!;
    this.poppedPriority = this.priorities[0]!;
    this.poppedPayload = this.payloads[0]!;
    const last = --this.size;
    if (last > 0) this.sinkFromTop(last);
    return true;
  }

  clear(): void {
    this.size = 0;
    this.nextSequence = 0;
    this.poppedTimeNs = 0;
    this.poppedPriority = 0;
    this.poppedPayload = 0;
  }

  /** Lets the event in row `last`, just past the end, sink from the top to its place. */
  private sinkFromTop(last: number): void {
    const time = this.times[last]!;
    const priority = this.priorities[last]!;
    const sequence = this.sequences[last]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= last) break;
      if (child + 1 < last && this.isRowBefore(child + 1, child)) child++;
      if (this.isBefore(time, priority, sequence, child)) break;
      this.move(child, hole);
      hole = child;
    }
    this.move(last, hole);
  }

  private isRowBefore(row: number, other: number): boolean {
    return this.isBefore(this.times[row]!, this.priorities[row]!, this.sequences[row]!, other);
  }

  private isBefore(time: number, priority: number, sequence: number, row: number): boolean {
    if (time !== this.times[row]!) return time < this.times[row]!;
    if (priority !== this.priorities[row]!) return priority < this.priorities[row]!;
    return sequence < this.sequences[row]!;
  }

  private move(from: number, to: number): void {
    this.times[to] = this.times[from]!;
    this.priorities[to] = this.priorities[from]!;
    this.sequences[to] = this.sequences[from]!;
    this.payloads[to] = this.payloads[from]!;
  }

  private grow(): void {
    const capacity = this.times.length * 2;
    const { times, priorities, sequences, payloads } = this;
    this.times = new Float64Array(capacity);
    this.priorities = new Int32Array(capacity);
    this.sequences = new Float64Array(capacity);
    this.payloads = new Int32Array(capacity);
    this.times.set(times);
    this.priorities.set(priorities);
    this.sequences.set(sequences);
    this.payloads.set(payloads);
  }
}

/** A queue on four columns, kept as a binary heap. */
export function createBinaryHeapQueue(): EventQueue {
  return new BinaryHeapQueue();
}
