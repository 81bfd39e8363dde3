import { deepEqual, equal, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { InvariantError } from "../../core/assert.ts";
import { ProtobufReader } from "./protobuf-reader.ts";
import { ProtobufWriter } from "./protobuf-writer.ts";

function written(write: (writer: ProtobufWriter) => void): string {
  const writer = new ProtobufWriter();
  write(writer);
  return Buffer.from(writer.finish()).toString("hex");
}

describe("the writer", () => {
  // The examples of protobuf.dev/programming-guides/encoding.
  test("writes the examples of the specification", () => {
    equal(
      written((writer) => writer.int(1, 150)),
      "089601",
    );
    equal(
      written((writer) => writer.text(2, "testing")),
      "120774657374696e67",
    );
    equal(
      written((writer) => writer.message(3, (inner) => inner.int(1, 150))),
      "1a03089601",
    );
    equal(
      written((writer) => writer.int(1, -2)),
      "08feffffffffffffffff01",
    );
  });

  test("writes a float little-endian", () => {
    equal(
      written((writer) => writer.float(2, -1)),
      "15000080bf",
    );
  });

  test("stops at an integer that is not exact", () => {
    throws(() => new ProtobufWriter().int(1, 2 ** 53), InvariantError);
    throws(() => new ProtobufWriter().int(1, Number.NaN), InvariantError);
  });

  test("grows with what is written", () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at);
    const writer = new ProtobufWriter();
    for (let count = 0; count < 3; count++) writer.bytes(1, bytes);
    const reader = ProtobufReader.over(writer.finish(), "message");
    for (let count = 0; count < 3; count++) {
      equal(reader.nextField(), true);
      deepEqual(reader.bytes(), bytes);
    }
    equal(reader.nextField(), false);
  });
});

describe("the reader", () => {
  test("reads back any integer and float in any field", () => {
    const field = fc.integer({ min: 1, max: 2 ** 29 - 1 });
    fc.assert(
      fc.property(field, fc.maxSafeInteger(), fc.float(), (number, int, float) => {
        const writer = new ProtobufWriter();
        writer.int(number, int);
        writer.float(number, float);
        const reader = ProtobufReader.over(writer.finish(), "message");
        deepEqual([reader.nextField(), reader.field, reader.int()], [true, number, int]);
        deepEqual([reader.nextField(), reader.field, reader.float()], [true, number, float]);
        equal(reader.nextField(), false);
      }),
    );
  });

  test("reads a varint that is longer than it need be", () => {
    const reader = ProtobufReader.over(Uint8Array.of(0x88, 0x00, 0x81, 0x80, 0x00), "message");
    deepEqual([reader.nextField(), reader.field, reader.int()], [true, 1, 1]);
  });

  test("skips groups inside groups, and every wire type", () => {
    // Group 3 { 1: varint; group 4 { }; 2: "ab"; 5: fixed32; 6: fixed64 }, then 1: 7.
    const hex = "1b 08 01 23 24 12 02 6162 2d 00000000 31 0000000000000000 1c 08 07";
    const reader = ProtobufReader.over(Buffer.from(hex.replace(/ /g, ""), "hex"), "message");
    equal(reader.nextField(), true);
    reader.skip();
    deepEqual([reader.nextField(), reader.field, reader.int()], [true, 1, 7]);
    equal(reader.nextField(), false);
  });
});
