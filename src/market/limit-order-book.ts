/**
 * The orders that rest, in price-time priority: storage and queues, without any matching rule.
 *
 * Orders live in slots of parallel columns and are linked into two queues a price level, one of
 * displayed orders (an iceberg's shown part among them) and one of hidden orders, which trade
 * after everything displayed at their price. Market orders that wait for an auction have a queue
 * of their own on each side. Slots are reused, ids are found through an index, nothing is
 * allocated while the book does not grow.
 */
import { display, type NewOrder, orderType } from "./order.ts";
import { OrderIndex } from "./order-index.ts";
import { grown, PriceLevels, type WindowOptions } from "./price-levels.ts";
import { ask, bid, type Side } from "./side.ts";

const initialOrders = 1 << 10;
const none = -1;

/** First and last order of each queue of a level, by level slot. */
interface LevelQueues {
  head: Int32Array;
  tail: Int32Array;
  hiddenHead: Int32Array;
  hiddenTail: Int32Array;
}

export interface LimitOrderBookOptions extends WindowOptions {
  /** Keep a list of the levels that changed, for a market-data feed. */
  readonly recordsTouches?: boolean;
}

export class LimitOrderBook {
  readonly levels: readonly [PriceLevels, PriceLevels];
  readonly index = new OrderIndex();

  // One column a property, by order slot.
  ids = new Float64Array(initialOrders);
  owners = new Float64Array(initialOrders);
  /** Lots that can trade in the order's present turn: all of it, or an iceberg's shown part. */
  openLots = new Float64Array(initialOrders);
  /** Lots of an iceberg not yet shown. */
  reserveLots = new Float64Array(initialOrders);
  /** Lots an iceberg shows at a time. */
  peakLots = new Float64Array(initialOrders);
  /** When it took its place, as a count of placements: ranks tell who came first. */
  placements = new Float64Array(initialOrders);
  keys = new Int32Array(initialOrders);
  levelSlots = new Int32Array(initialOrders);
  next = new Int32Array(initialOrders);
  previous = new Int32Array(initialOrders);
  sides = new Uint8Array(initialOrders);
  types = new Uint8Array(initialOrders);
  timesInForce = new Uint8Array(initialOrders);
  displays = new Uint8Array(initialOrders);
  postOnly = new Uint8Array(initialOrders);

  /** Market orders that wait for an auction, by side. */
  readonly waitingHead = new Int32Array([none, none]);
  readonly waitingTail = new Int32Array([none, none]);

  /** Placements so far. */
  placementCount = 0;
  /** By side: how often a displayed level has changed; equal counts mean an equal book. */
  readonly changes = new Float64Array(2);
  /** Levels whose displayed lots changed, as side and key, for whoever publishes them. */
  touched = new Int32Array(128);
  /** Numbers in `touched`; the reader sets it back to 0. */
  touchedCount = 0;

  readonly #queues: readonly [LevelQueues, LevelQueues];
  #free = new Int32Array(initialOrders);
  #freeCount = 0;

  readonly #recordsTouches: boolean;

  constructor(options: LimitOrderBookOptions = {}) {
    this.#recordsTouches = options.recordsTouches ?? false;
    this.levels = [new PriceLevels(bid, options), new PriceLevels(ask, options)];
    this.#queues = [
      createQueues(this.levels[bid].capacity),
      createQueues(this.levels[ask].capacity),
    ];
    for (let slot = initialOrders - 1; slot >= 0; slot--) this.#free[this.#freeCount++] = slot;
  }

  /** Orders that rest, waiting market orders included. */
  get orderCount(): number {
    return this.index.size;
  }

  /** First order to trade at a level: displayed before hidden. */
  headOf(side: Side, levelSlot: number): number {
    const head = this.#queues[side].head[levelSlot];
    return head !== none ? head : this.#queues[side].hiddenHead[levelSlot];
  }

  /** The youngest displayed order of a level; −1 when all there are hidden. */
  lastDisplayed(side: Side, levelSlot: number): number {
    return this.#queues[side].tail[levelSlot];
  }

  /** The order that trades after this one at the same level; −1 after the last. */
  after(slot: number): number {
    const next = this.next[slot];
    if (next !== none || this.displays[slot] === display.hidden) return next;
    if (this.types[slot] === orderType.market) return none;
    return this.#queues[this.sides[slot] as Side].hiddenHead[this.levelSlots[slot]];
  }

  /** Everything an order still has, shown or not. */
  leavesOf(slot: number): number {
    return this.openLots[slot] + this.reserveLots[slot];
  }

  priceOf(slot: number): number {
    return (this.keys[slot] * this.levels[this.sides[slot]].sign) | 0;
  }

  /** Takes an order into a slot and queues it, last or (for depth that stood before) first. */
  place(order: NewOrder, lots: number, where: "last" | "first"): number {
    if (this.#freeCount === 0) this.#grow();
    const slot = this.#free[--this.#freeCount];
    this.ids[slot] = order.orderId;
    this.owners[slot] = order.ownerId;
    this.sides[slot] = order.side;
    this.types[slot] = order.type;
    this.timesInForce[slot] = order.timeInForce;
    this.displays[slot] = order.display;
    this.postOnly[slot] = order.isPostOnly ? 1 : 0;
    const isIceberg = order.display === display.iceberg;
    this.peakLots[slot] = isIceberg ? order.displayLots : 0;
    this.openLots[slot] = isIceberg && order.displayLots < lots ? order.displayLots : lots;
    this.reserveLots[slot] = lots - this.openLots[slot];
    this.index.set(order.orderId, slot);
    if (order.type === orderType.market) {
      this.keys[slot] = 0;
      this.placements[slot] = this.placementCount++;
      this.#linkWaiting(slot, order.side);
      return slot;
    }
    const levels = this.levels[order.side];
    const key = order.priceTicks * levels.sign;
    this.keys[slot] = key;
    const levelSlot = this.#acquireLevel(order.side, key);
    this.levelSlots[slot] = levelSlot;
    this.placements[slot] = this.placementCount++;
    if (where === "last") this.#linkLast(slot, order.side, levelSlot);
    else this.#linkFirst(slot, order.side, levelSlot);
    if (order.display !== display.hidden) {
      levels.lots[levelSlot] += this.openLots[slot];
      this.#touch(order.side, key);
    }
    return slot;
  }

  /** Takes lots off an order's open part (and off the level's total); the order stays. */
  takeOpen(slot: number, lots: number): void {
    this.openLots[slot] -= lots;
    if (this.displays[slot] !== display.hidden && this.types[slot] !== orderType.market) {
      this.levels[this.sides[slot]].lots[this.levelSlots[slot]] -= lots;
      this.#touch(this.sides[slot], this.keys[slot]);
    }
  }

  /** Shows an iceberg's next part, at the end of the displayed queue. */
  refill(slot: number): void {
    const side = this.sides[slot] as Side;
    const levelSlot = this.levelSlots[slot];
    const shown = Math.min(this.peakLots[slot], this.reserveLots[slot]);
    this.openLots[slot] += shown;
    this.reserveLots[slot] -= shown;
    this.levels[side].lots[levelSlot] += shown;
    this.placements[slot] = this.placementCount++;
    this.#unlink(slot, side, levelSlot);
    this.#linkLast(slot, side, levelSlot);
  }

  /** Puts back what a snapshot knows beside an order's terms: its shown part and its placement. */
  restoreParts(slot: number, openLots: number, placement: number): void {
    const shift = openLots - this.openLots[slot];
    this.takeOpen(slot, -shift);
    this.reserveLots[slot] -= shift;
    this.placements[slot] = placement;
  }

  /** Takes an order out of the book; an emptied level goes with it. */
  remove(slot: number): void {
    const side = this.sides[slot] as Side;
    this.index.delete(this.ids[slot]);
    this.#free[this.#freeCount++] = slot;
    if (this.types[slot] === orderType.market) {
      this.#unlinkFrom(slot, this.waitingHead, this.waitingTail, side);
      return;
    }
    const levels = this.levels[side];
    const levelSlot = this.levelSlots[slot];
    if (this.displays[slot] !== display.hidden) {
      levels.lots[levelSlot] -= this.openLots[slot];
      this.#touch(side, this.keys[slot]);
    }
    this.#unlink(slot, side, levelSlot);
    const queues = this.#queues[side];
    if (queues.head[levelSlot] === none && queues.hiddenHead[levelSlot] === none) {
      levels.release(levelSlot);
    }
  }

  /** Whether one order trades before another of the same level. */
  isAhead(slot: number, other: number): boolean {
    const isHidden = this.displays[slot] === display.hidden;
    if (isHidden !== (this.displays[other] === display.hidden)) return !isHidden;
    for (let at = this.next[slot]; at !== none; at = this.next[at]) if (at === other) return true;
    return false;
  }

  /** Best level of a side that shows anything; −1 when none does. */
  bestDisplayed(side: Side): number {
    const levels = this.levels[side];
    let slot = levels.bestSlot;
    while (slot >= 0 && levels.lots[slot] === 0) slot = levels.next(slot);
    return slot;
  }

  clear(): void {
    for (const side of [bid, ask] as const) {
      const levels = this.levels[side];
      for (let level = levels.bestSlot; level >= 0; level = levels.bestSlot) {
        this.remove(this.headOf(side, level));
      }
      while (this.waitingHead[side] !== none) this.remove(this.waitingHead[side]);
    }
    this.placementCount = 0;
  }

  #touch(side: number, key: number): void {
    this.changes[side]++;
    if (!this.#recordsTouches) return;
    if (this.touchedCount === this.touched.length) this.touched = grown(this.touched);
    this.touched[this.touchedCount++] = side;
    this.touched[this.touchedCount++] = key;
  }

  #acquireLevel(side: Side, key: number): number {
    const levels = this.levels[side];
    const found = levels.find(key);
    if (found >= 0) return found;
    const slot = levels.acquire(key);
    const queues = this.#queues[side];
    if (slot >= queues.head.length) growQueues(queues);
    queues.head[slot] = none;
    queues.tail[slot] = none;
    queues.hiddenHead[slot] = none;
    queues.hiddenTail[slot] = none;
    return slot;
  }

  #linkLast(slot: number, side: Side, levelSlot: number): void {
    const queues = this.#queues[side];
    const isHidden = this.displays[slot] === display.hidden;
    const heads = isHidden ? queues.hiddenHead : queues.head;
    const tails = isHidden ? queues.hiddenTail : queues.tail;
    const last = tails[levelSlot];
    this.previous[slot] = last;
    this.next[slot] = none;
    tails[levelSlot] = slot;
    if (last === none) heads[levelSlot] = slot;
    else this.next[last] = slot;
  }

  #linkFirst(slot: number, side: Side, levelSlot: number): void {
    const queues = this.#queues[side];
    const first = queues.head[levelSlot];
    this.previous[slot] = none;
    this.next[slot] = first;
    queues.head[levelSlot] = slot;
    if (first === none) queues.tail[levelSlot] = slot;
    else this.previous[first] = slot;
  }

  #linkWaiting(slot: number, side: Side): void {
    const last = this.waitingTail[side];
    this.previous[slot] = last;
    this.next[slot] = none;
    this.waitingTail[side] = slot;
    if (last === none) this.waitingHead[side] = slot;
    else this.next[last] = slot;
  }

  #unlink(slot: number, side: Side, levelSlot: number): void {
    const queues = this.#queues[side];
    if (this.displays[slot] === display.hidden) {
      this.#unlinkFrom(slot, queues.hiddenHead, queues.hiddenTail, levelSlot);
    } else {
      this.#unlinkFrom(slot, queues.head, queues.tail, levelSlot);
    }
  }

  #unlinkFrom(slot: number, heads: Int32Array, tails: Int32Array, at: number): void {
    const before = this.previous[slot];
    const behind = this.next[slot];
    if (before === none) heads[at] = behind;
    else this.next[before] = behind;
    if (behind === none) tails[at] = before;
    else this.previous[behind] = before;
  }

  #grow(): void {
    const before = this.ids.length;
    this.ids = grown(this.ids);
    this.owners = grown(this.owners);
    this.openLots = grown(this.openLots);
    this.reserveLots = grown(this.reserveLots);
    this.peakLots = grown(this.peakLots);
    this.placements = grown(this.placements);
    this.keys = grown(this.keys);
    this.levelSlots = grown(this.levelSlots);
    this.next = grown(this.next);
    this.previous = grown(this.previous);
    this.sides = grown(this.sides);
    this.types = grown(this.types);
    this.timesInForce = grown(this.timesInForce);
    this.displays = grown(this.displays);
    this.postOnly = grown(this.postOnly);
    this.#free = grown(this.#free);
    for (let slot = this.ids.length - 1; slot >= before; slot--) {
      this.#free[this.#freeCount++] = slot;
    }
  }
}

function createQueues(capacity: number): LevelQueues {
  return {
    head: new Int32Array(capacity),
    tail: new Int32Array(capacity),
    hiddenHead: new Int32Array(capacity),
    hiddenTail: new Int32Array(capacity),
  };
}

function growQueues(queues: LevelQueues): void {
  queues.head = grown(queues.head);
  queues.tail = grown(queues.tail);
  queues.hiddenHead = grown(queues.hiddenHead);
  queues.hiddenTail = grown(queues.hiddenTail);
}
