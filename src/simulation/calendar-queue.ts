/**
 * The event queue of the simulation: a calendar queue (Brown 1988) in typed arrays.
 *
 * Time is cut into days of equal width; day d lies in bucket d mod (number of buckets), and the
 * queue walks from day to day. Two changes make it safe at any time scale. A bucket is a pairing
 * heap instead of a list, so a crowd of events on one day costs a logarithm and not a walk. And the
 * width follows the spacing measured between pops, not a sample taken on resizing: days come out
 * about three events wide, and a width that has gone stale is noticed by the steps it wastes.
 */
import { assert } from "../core/assert.ts";
import { EventForest, none } from "./event-forest.ts";
import type { EventQueue } from "./event-queue.ts";

export interface CalendarQueue extends EventQueue {
  /** The whole state in one buffer, for `restore` in this process or another on this machine. */
  snapshot(): ArrayBuffer;
  /**
   * Becomes the queue that was snapshotted; what it held before is gone.
   *
   * @throws InvariantError unless the buffer comes from `snapshot`
   */
  restore(buffer: ArrayBuffer): void;
}

const bucketsMin = 16;
const windowPopsMin = 64;
const eventsPerDay = 3;
const snapshotMark = 0x43513031; // "CQ01"
const headerLength = 12;

class PairingCalendarQueue implements CalendarQueue {
  size = 0;
  poppedTimeNs = 0;
  poppedPriority = 0;
  poppedPayload = 0;
  private readonly forest = new EventForest();
  private roots = new Int32Array(bucketsMin).fill(none);
  private widthNs = 1;
  private daysPerNs = 1;
  /** No event lies on an earlier day. A double, since it may pass 2^32. */
  private day = 0;
  /** Pops, and days or buckets looked at, since the width was last reviewed. */
  private windowPops = 0;
  private windowSteps = 0;
  private windowStartNs = 0;

  push(timeNs: number, priority: number, payload: number): void {
    assert(timeNs >= 0 && timeNs < Number.POSITIVE_INFINITY, "an event's time is finite, from 0");
    assert(priority === (priority | 0), "an event's priority is a 32-bit integer");
    assert(payload === (payload | 0), "an event's payload is a 32-bit integer");
    const day = this.dayOf(timeNs);
    if (day < this.day || this.size === 0) this.day = day;
    this.place(this.forest.add(timeNs, priority, payload), day);
    this.size++;
    if (this.size > 2 * this.roots.length) this.rebuild(2 * this.roots.length);
  }

  peekTimeNs(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : this.forest.times[this.findFirst()];
  }

  pop(): boolean {
    if (this.size === 0) return false;
    const { forest } = this;
    const first = this.findFirst();
    this.poppedTimeNs = forest.times[first];
    this.poppedPriority = forest.priorities[first];
    this.poppedPayload = forest.payloads[first];
    this.roots[this.bucketOf(this.day)] = forest.removeRoot(first);
    this.size--;
    this.windowPops++;
    const bucketCount = this.roots.length;
    const windowPopsMax = Math.max(windowPopsMin, bucketCount);
    if (this.windowPops >= windowPopsMax || this.windowSteps > 8 * windowPopsMax) {
      this.reviewWidth();
    }
    if (bucketCount > bucketsMin && this.size < bucketCount / 8) this.rebuild(bucketCount / 2);
    return true;
  }

  clear(): void {
    this.forest.clear();
    this.roots = new Int32Array(bucketsMin).fill(none);
    this.setWidth(1);
    this.size = 0;
    this.poppedTimeNs = 0;
    this.poppedPriority = 0;
    this.poppedPayload = 0;
    this.day = 0;
    this.windowPops = 0;
    this.windowSteps = 0;
    this.windowStartNs = 0;
  }

  snapshot(): ArrayBuffer {
    const forestStart = headerLength * 8 + this.roots.byteLength;
    const buffer = new ArrayBuffer(forestStart + this.forest.byteLength);
    new Float64Array(buffer, 0, headerLength).set([
      snapshotMark,
      buffer.byteLength,
      this.roots.length,
      this.size,
      this.poppedTimeNs,
      this.poppedPriority,
      this.poppedPayload,
      this.widthNs,
      this.day,
      this.windowPops,
      this.windowSteps,
      this.windowStartNs,
    ]);
    new Int32Array(buffer, headerLength * 8, this.roots.length).set(this.roots);
    this.forest.writeTo(buffer, forestStart);
    return buffer;
  }

  restore(buffer: ArrayBuffer): void {
    assert(buffer.byteLength >= headerLength * 8, "a queue's snapshot has a whole header");
    const header = new Float64Array(buffer, 0, headerLength);
    assert(
      header[0] === snapshotMark && header[1] === buffer.byteLength,
      "a queue is restored from its own snapshot, whole",
    );
    const bucketCount = header[2];
    this.roots = new Int32Array(buffer.slice(headerLength * 8, headerLength * 8 + bucketCount * 4));
    this.forest.readFrom(buffer, headerLength * 8 + bucketCount * 4);
    this.size = header[3];
    this.poppedTimeNs = header[4];
    this.poppedPriority = header[5];
    this.poppedPayload = header[6];
    this.setWidth(header[7]);
    this.day = header[8];
    this.windowPops = header[9];
    this.windowSteps = header[10];
    this.windowStartNs = header[11];
  }

  /** Rounding is harmless: a later time never gets an earlier day, at any width. */
  private dayOf(timeNs: number): number {
    return Math.floor(timeNs * this.daysPerNs);
  }

  private bucketOf(day: number): number {
    return day & (this.roots.length - 1);
  }

  private place(node: number, day: number): void {
    const bucket = this.bucketOf(day);
    const root = this.roots[bucket];
    this.roots[bucket] = root === none ? node : this.forest.meld(root, node);
  }

  /** Walks to the first day that has an event; after a whole empty year, looks at every bucket. */
  private findFirst(): number {
    const { roots, forest } = this;
    for (let step = 0; step < roots.length; step++) {
      const root = roots[this.bucketOf(this.day)];
      if (root !== none && this.dayOf(forest.times[root]) === this.day) {
        this.windowSteps += step;
        return root;
      }
      this.day++;
    }
    this.windowSteps += 2 * roots.length;
    let first: number = none;
    for (const root of roots) {
      if (root !== none && (first === none || forest.isBefore(root, first))) first = root;
    }
    this.day = this.dayOf(forest.times[first]);
    return first;
  }

  /** Sets the width to the spacing of the last pops, when it is off by more than four times. */
  private reviewWidth(): void {
    const elapsedNs = this.poppedTimeNs - this.windowStartNs;
    const idealNs = (eventsPerDay * elapsedNs) / this.windowPops;
    this.windowStartNs = this.poppedTimeNs;
    this.windowPops = 0;
    this.windowSteps = 0;
    if (!(idealNs > 0) || !Number.isFinite(1 / idealNs)) return;
    if (idealNs < this.widthNs / 4 || idealNs > this.widthNs * 4) {
      this.setWidth(idealNs);
      this.rebuild(this.roots.length);
    }
  }

  private setWidth(widthNs: number): void {
    this.widthNs = widthNs;
    this.daysPerNs = 1 / widthNs;
  }

  private rebuild(bucketCount: number): void {
    const { forest } = this;
    this.roots = new Int32Array(bucketCount).fill(none);
    this.day = Number.POSITIVE_INFINITY;
    for (let node = 0; node < forest.usedCount; node++) {
      if (!forest.isInUse(node)) continue;
      forest.detach(node);
      const day = this.dayOf(forest.times[node]);
      if (day < this.day) this.day = day;
      this.place(node, day);
    }
  }
}

/** An empty queue. */
export function createCalendarQueue(): CalendarQueue {
  return new PairingCalendarQueue();
}
