/**
 * A whole book in one buffer and back.
 *
 * Orders are written in rank order, so the copy is as small as the book is and does not depend on
 * slots, capacities or where the price window stood; restoring queues them again one by one.
 */
import { assert } from "../core/assert.ts";
import { forEachOrder } from "./book-walk.ts";
import type { LimitOrderBook } from "./limit-order-book.ts";
import type { NewOrder } from "./order.ts";
import type { Side } from "./side.ts";

const formatVersion = 1;
const headerLength = 4;
const columnsPerOrder = 12;

/** @param extra numbers of the book's owner that travel with it */
export function snapshotBook(book: LimitOrderBook, extra: readonly number[]): ArrayBuffer {
  const start = headerLength + extra.length;
  const values = new Float64Array(start + book.orderCount * columnsPerOrder);
  values.set([formatVersion, extra.length, book.orderCount, book.placementCount, ...extra]);
  let at = start;
  forEachOrder(book, (slot) => {
    values[at] = book.ids[slot];
    values[at + 1] = book.owners[slot];
    values[at + 2] = book.sides[slot];
    values[at + 3] = book.types[slot];
    values[at + 4] = book.timesInForce[slot];
    values[at + 5] = book.keys[slot];
    values[at + 6] = book.openLots[slot];
    values[at + 7] = book.reserveLots[slot];
    values[at + 8] = book.peakLots[slot];
    values[at + 9] = book.displays[slot];
    values[at + 10] = book.postOnly[slot];
    values[at + 11] = book.placements[slot];
    at += columnsPerOrder;
  });
  return values.buffer;
}

/**
 * Makes the book what it was when the snapshot was taken.
 *
 * @returns the owner's numbers
 * @throws InvariantError when the buffer is not a snapshot of this version
 */
export function restoreBook(book: LimitOrderBook, snapshot: ArrayBuffer): number[] {
  const values = new Float64Array(snapshot);
  const [version, extraCount, orderCount, placementCount] = values;
  const start = headerLength + extraCount;
  const isWhole = values.length === start + orderCount * columnsPerOrder;
  assert(version === formatVersion && isWhole, "a restored buffer is a whole snapshot of a book");
  book.clear();
  for (let at = start; at < values.length; at += columnsPerOrder) {
    const side = values[at + 2] as Side;
    const order: NewOrder = {
      orderId: values[at],
      ownerId: values[at + 1],
      side,
      type: values[at + 3] as NewOrder["type"],
      timeInForce: values[at + 4] as NewOrder["timeInForce"],
      priceTicks: values[at + 5] * book.levels[side].sign,
      quantityLots: values[at + 6] + values[at + 7],
      display: values[at + 9] as NewOrder["display"],
      displayLots: values[at + 8],
      isPostOnly: values[at + 10] === 1,
    };
    const slot = book.place(order, order.quantityLots, "last");
    book.restoreParts(slot, values[at + 6], values[at + 11]);
  }
  book.placementCount = placementCount;
  return Array.from(values.subarray(headerLength, start));
}
