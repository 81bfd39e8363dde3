import { equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { OrderIndex } from "./order-index.ts";

/** Ids as feeds count them, near the end of exact integers, negative, and all of one hash. */
const ids = fc
  .oneof(
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 2 ** 53 - 60, max: 2 ** 53 - 1 }),
    fc.integer({ min: -60, max: -1 }),
    fc.integer({ min: 1, max: 40 }).map((high) => high * 2 ** 32 + 7),
  )
  .filter((id) => id !== 0);

describe("OrderIndex", () => {
  test("answers like a map, whatever is added and removed", () => {
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 400 }), (touched) => {
        const index = new OrderIndex();
        const model = new Map<number, number>();
        for (const [slot, id] of touched.entries()) {
          if (model.delete(id)) index.delete(id);
          else {
            index.set(id, slot);
            model.set(id, slot);
          }
          equal(index.get(id), model.get(id) ?? -1);
          equal(index.size, model.size);
        }
        for (const id of new Set(touched)) equal(index.get(id), model.get(id) ?? -1);
        index.clear();
        equal(index.size, 0);
        for (const id of touched) equal(index.get(id), -1);
      }),
    );
  });

  test("finds everything again after it has grown, and after most of it was removed", () => {
    const index = new OrderIndex();
    const first = 2 ** 53 - 10_000;
    for (let at = 0; at < 9000; at++) index.set(first + at, at);
    for (let at = 0; at < 9000; at++) if (at % 10 !== 0) index.delete(first + at);
    equal(index.size, 900);
    for (let at = 0; at < 9000; at++) equal(index.get(first + at), at % 10 === 0 ? at : -1);
  });

  test("refuses the id 0, and to delete what is not there", () => {
    const index = new OrderIndex();
    throws(() => index.set(0, 1), { message: "Invariant: an order id is not 0" });
    throws(() => index.delete(5), { message: "Invariant: an id that is deleted is present" });
  });
});
