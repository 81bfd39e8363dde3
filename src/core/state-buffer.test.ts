import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { StateReader, StateWriter } from "./state-buffer.ts";

describe("a state buffer", () => {
  test("gives back everything in the order it was written", () => {
    const writer = new StateWriter();
    const column = Float64Array.of(1.5, Number.NaN, -0, Number.POSITIVE_INFINITY);
    writer.number(2 ** 53 - 1);
    writer.column(column);
    writer.column([7, 8, 9], 2);
    for (const length of [0, 1, 8, 9]) writer.bytes(new Uint8Array(length).fill(length));
    writer.json({ name: "möglich", list: [1, null] });
    const reader = new StateReader(writer.finish());
    equal(reader.number(), 2 ** 53 - 1);
    const read = new Float64Array(4);
    reader.column(read);
    deepEqual(read, column);
    const part = [0, 0, 0];
    reader.column(part, 2);
    deepEqual(part, [7, 8, 0]);
    for (const length of [0, 1, 8, 9]) {
      deepEqual(reader.bytes(), new Uint8Array(length).fill(length));
    }
    deepEqual(reader.json(), { name: "möglich", list: [1, null] });
    reader.end();
  });

  test("grows as far as it must, and what is finished stays as it was", () => {
    const writer = new StateWriter();
    writer.number(1);
    const first = writer.finish();
    for (let at = 2; at <= 5000; at++) writer.number(at);
    equal(first.byteLength, 8);
    const reader = new StateReader(writer.finish());
    for (let at = 1; at <= 5000; at++) equal(reader.number(), at);
    reader.end();
  });

  test("refuses to be read too far or not far enough", () => {
    const writer = new StateWriter();
    writer.number(3);
    const reader = new StateReader(writer.finish());
    throws(() => reader.end(), /read to its end/);
    // A length of three bytes, and nothing behind it.
    throws(() => new StateReader(writer.finish()).bytes(), /no further than it was written/);
    reader.number();
    throws(() => reader.number(), /no further than it was written/);
  });
});
