/**
 * Pairing heaps (Fredman, Sedgewick, Sleator & Tarjan 1986) of events over one pool of nodes.
 *
 * A heap is named by its root node, an empty one by `none`. Adding costs one comparison, taking the
 * first O(log n) amortised, and any number of equal times does no harm. Columns grow by doubling;
 * nothing is allocated per event.
 */
import { assert } from "../core/assert.ts";

/** No node. */
export const none = -1;
/** In the `children` column: the node is free, and `siblings` leads to the next free one. */
const free = -2;
const headerLength = 3;
const bytesPerNode = 2 * 8 + 4 * 4;

/** Heaps that share their nodes; a node is valid from `add` until it is removed as a root. */
export class EventForest {
  times = new Float64Array(16);
  priorities = new Int32Array(16);
  payloads = new Int32Array(16);
  private sequences = new Float64Array(16);
  private children = new Int32Array(16);
  private siblings = new Int32Array(16);
  private nextSequence = 0;
  private firstFree = none;
  /** Nodes below this were in use at some time. */
  usedCount = 0;

  /** A heap of one event, last in sequence. */
  add(timeNs: number, priority: number, payload: number): number {
    const node = this.firstFree === none ? this.takeFresh() : this.takeFree();
    this.times[node] = timeNs;
    this.priorities[node] = priority;
    this.payloads[node] = payload;
    this.sequences[node] = this.nextSequence++;
    this.children[node] = none;
    this.siblings[node] = none;
    return node;
  }

  /** One heap of two that are not empty. */
  meld(left: number, right: number): number {
    if (this.isBefore(left, right)) {
      this.siblings[right] = this.children[left];
      this.children[left] = right;
      return left;
    }
    this.siblings[left] = this.children[right];
    this.children[right] = left;
    return right;
  }

  /** Frees the root and returns the heap of the rest: pairs from the left, joined from the right. */
  removeRoot(root: number): number {
    let next = this.children[root];
    this.children[root] = free;
    this.siblings[root] = this.firstFree;
    this.firstFree = root;
    const { siblings } = this;
    let paired = none;
    while (next !== none) {
      const left = next;
      const right = siblings[left];
      if (right === none) {
        siblings[left] = paired;
        paired = left;
        break;
      }
      next = siblings[right];
      const pair = this.meld(left, right);
      siblings[pair] = paired;
      paired = pair;
    }
    if (paired === none) return none;
    let heap = paired;
    next = siblings[heap];
    siblings[heap] = none;
    while (next !== none) {
      const following = siblings[next];
      heap = this.meld(heap, next);
      next = following;
    }
    siblings[heap] = none;
    return heap;
  }

  /** Whether one event comes first: by time, then priority, then sequence. */
  isBefore(node: number, other: number): boolean {
    const { times, priorities } = this;
    if (times[node] !== times[other]) return times[node] < times[other];
    if (priorities[node] !== priorities[other]) return priorities[node] < priorities[other];
    return this.sequences[node] < this.sequences[other];
  }

  isInUse(node: number): boolean {
    return this.children[node] !== free;
  }

  /** Makes a node in use a heap of its own again, when every heap is being rebuilt. */
  detach(node: number): void {
    this.children[node] = none;
    this.siblings[node] = none;
  }

  clear(): void {
    this.usedCount = 0;
    this.nextSequence = 0;
    this.firstFree = none;
  }

  get byteLength(): number {
    return headerLength * 8 + this.usedCount * bytesPerNode;
  }

  /** Writes `byteLength` bytes from `offset`, a multiple of 8. */
  writeTo(buffer: ArrayBuffer, offset: number): void {
    const count = this.usedCount;
    const header = new Float64Array(buffer, offset, headerLength);
    header.set([count, this.nextSequence, this.firstFree]);
    let at = offset + headerLength * 8;
    for (const column of [this.times, this.sequences]) {
      new Float64Array(buffer, at, count).set(column.subarray(0, count));
      at += count * 8;
    }
    for (const column of [this.priorities, this.payloads, this.children, this.siblings]) {
      new Int32Array(buffer, at, count).set(column.subarray(0, count));
      at += count * 4;
    }
  }

  /** Reads what `writeTo` wrote at `offset`. */
  readFrom(buffer: ArrayBuffer, offset: number): void {
    const [count, nextSequence, firstFree] = new Float64Array(buffer, offset, headerLength);
    while (this.times.length < count) this.grow();
    this.usedCount = count;
    this.nextSequence = nextSequence;
    this.firstFree = firstFree;
    let at = offset + headerLength * 8;
    for (const column of [this.times, this.sequences]) {
      column.set(new Float64Array(buffer, at, count));
      at += count * 8;
    }
    for (const column of [this.priorities, this.payloads, this.children, this.siblings]) {
      column.set(new Int32Array(buffer, at, count));
      at += count * 4;
    }
  }

  private takeFree(): number {
    const node = this.firstFree;
    this.firstFree = this.siblings[node];
    return node;
  }

  private takeFresh(): number {
    if (this.usedCount === this.times.length) this.grow();
    return this.usedCount++;
  }

  private grow(): void {
    const capacity = this.times.length * 2;
    assert(capacity <= 2 ** 30, "a queue holds fewer than 2^30 events");
    this.times = extendDoubles(this.times, capacity);
    this.sequences = extendDoubles(this.sequences, capacity);
    this.priorities = extendIntegers(this.priorities, capacity);
    this.payloads = extendIntegers(this.payloads, capacity);
    this.children = extendIntegers(this.children, capacity);
    this.siblings = extendIntegers(this.siblings, capacity);
  }
}

function extendDoubles(column: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const extended = new Float64Array(capacity);
  extended.set(column);
  return extended;
}

function extendIntegers(column: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const extended = new Int32Array(capacity);
  extended.set(column);
  return extended;
}
