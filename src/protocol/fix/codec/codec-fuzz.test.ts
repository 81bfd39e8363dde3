import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadDictionary } from "../dictionary/load-dictionary.ts";
import { FrameReader } from "./frame-reader.ts";
import { MessageEncoder } from "./message-encoder.ts";
import { messageOf, newOrderSingle } from "./message-fixture.ts";
import { MessageScanner } from "./message-scanner.ts";
import type { OutboundField } from "./message-view.ts";
import { createValidator } from "./validator.ts";

const validator = createValidator(loadDictionary("FIX.4.4"));
const scanner = new MessageScanner();

/** The message that the fields of a view make, one after the other. */
function putTogether(view: MessageScanner): Buffer {
  const parts: Buffer[] = [];
  for (let place = 0; place < view.count; place++) {
    parts.push(Buffer.from(`${view.tags[place]}=`, "latin1"));
    parts.push(view.bytes.subarray(view.starts[place], view.ends[place]! + 1));
  }
  return Buffer.concat(parts);
}

/** Whatever the bytes are: an outcome, places inside the message, and the same bytes again. */
function mustBear(bytes: Buffer): void {
  const outcome = scanner.scan(bytes);
  if (outcome === "garbled") return;
  for (let place = 0; place < scanner.count; place++) {
    ok(scanner.starts[place]! <= scanner.ends[place]!);
    ok(scanner.ends[place]! < bytes.length);
  }
  validator.validate(scanner);
  if (outcome === "whole") deepEqual(putTogether(scanner), bytes);
}

/** BodyLength and CheckSum made right again, so that the faults behind them are met. */
function repaired(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  const start = text.indexOf("\x01", text.indexOf("\x019=") + 1) + 1;
  const end = text.lastIndexOf("\x0110=") + 1;
  return messageOf("FIX.4.4", text.slice(start, Math.max(end, start)));
}

const seeds: readonly Buffer[] = [
  newOrderSingle,
  messageOf("FIX.4.4", "35=A|34=1|49=A|56=B|52=20240305-12:00:00|95=5|96=a|b|c|98=0|108=30|"),
  messageOf(
    "FIX.4.4",
    "35=i|34=2|49=A|56=B|52=20240305-12:00:00|117=q|296=1|302=a|304=1|295=1|299=e|",
  ),
];

interface Change {
  readonly kind: "flip" | "insert" | "delete" | "truncate" | "double";
  readonly at: number;
  readonly byte: number;
}

const byteArbitrary = fc.oneof(
  fc.constantFrom(0x01, 0x3d, 0x30, 0x31, 0x38, 0x39, 0x2d),
  fc.nat(255),
);
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom("flip", "insert", "delete", "truncate", "double"),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    byte: byteArbitrary,
  }) satisfies fc.Arbitrary<Change>,
  { minLength: 1, maxLength: 6 },
);

function mutate(bytes: Buffer, list: readonly Change[]): Buffer {
  let changed = Buffer.from(bytes);
  for (const { kind, at, byte } of list) {
    const place = Math.floor(at * changed.length);
    const before = changed.subarray(0, place);
    const after = changed.subarray(place);
    if (kind === "flip" && place < changed.length) changed[place] = byte;
    else if (kind === "insert") changed = Buffer.concat([before, Buffer.from([byte]), after]);
    else if (kind === "delete") changed = Buffer.concat([before, after.subarray(1)]);
    else if (kind === "truncate") changed = Buffer.from(before);
    else if (kind === "double") changed = Buffer.concat([before, after.subarray(0, 20), after]);
  }
  return changed;
}

test("no bytes are too much for the scanner", () => {
  fc.assert(
    fc.property(fc.array(byteArbitrary, { maxLength: 120 }), (bytes) => {
      mustBear(Buffer.from(bytes));
      mustBear(repaired(Buffer.from(bytes)));
    }),
    { numRuns: 1500 },
  );
});

test("no change to a good message is too much for scanner and validator", () => {
  fc.assert(
    fc.property(fc.constantFrom(...seeds), changes, (seed, list) => {
      const changed = mutate(seed, list);
      mustBear(changed);
      mustBear(repaired(changed));
    }),
    { numRuns: 1500 },
  );
});

test("one wrong byte anywhere makes a message garbled or shows in its CheckSum", () => {
  for (let at = 0; at < newOrderSingle.length; at++) {
    const changed = Buffer.from(newOrderSingle);
    changed[at] = changed[at]! ^ 0x02;
    equal(scanner.scan(changed), "garbled", `byte ${at}`);
  }
});

test("good messages come out of any stream, however it is cut, and the same however it is cut", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(...seeds),
      fc.tuple(fc.constantFrom(...seeds), changes).map(([seed, list]) => mutate(seed, list)),
      fc.array(byteArbitrary, { maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(pieces, fc.array(fc.nat(40), { maxLength: 40 }), (parts, cuts) => {
      const stream = Buffer.concat([...parts, newOrderSingle, newOrderSingle]);
      const atOnce = framesOf([stream]);
      deepEqual(framesOf(cutUp(stream, cuts)), atOnce);
      // What is announced as longer than the stream is waited for; otherwise nothing good is lost.
      if (atOnce.waiting === 0) ok(atOnce.frames.includes(newOrderSingle.toString("latin1")));
    }),
    { numRuns: 600 },
  );
});

function cutUp(stream: Buffer, cuts: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let at = 0;
  for (const length of cuts) {
    chunks.push(stream.subarray(at, at + length));
    at += length;
  }
  chunks.push(stream.subarray(Math.min(at, stream.length)));
  return chunks;
}

function framesOf(chunks: readonly Buffer[]): { frames: string[]; waiting: number } {
  const reader = new FrameReader();
  const frames: string[] = [];
  for (const chunk of chunks) {
    reader.push(chunk);
    for (let frame = reader.next(); frame !== undefined; frame = reader.next()) {
      ok(reader.from < reader.to);
      if (frame === "frame") frames.push(reader.bytes.toString("latin1", reader.from, reader.to));
      if (frame === "oversized") frames.push("oversized");
    }
  }
  return { frames, waiting: frames.includes("oversized") ? 1 : reader.waitingBytes };
}

test("what the encoder writes, the scanner reads", () => {
  const encoder = new MessageEncoder({
    beginString: "FIX.4.4",
    senderCompId: "A",
    targetCompId: "B",
  });
  const text = fc.string({
    unit: fc.integer({ min: 2, max: 255 }).map((code) => String.fromCharCode(code)),
  });
  // From here on no tag is the length of raw data.
  const tag = fc.integer({ min: 50_000, max: 2 ** 31 - 1 });
  const field = fc.tuple(
    tag,
    fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
  );
  fc.assert(
    fc.property(
      fc.array(field, { maxLength: 80 }),
      fc.integer({ min: 1, max: 1e9 }),
      (fields, seqNum) => {
        const bytes = encoder.encode(
          { msgType: "U1", fields: fields as OutboundField[] },
          seqNum,
          0,
        );
        equal(scanner.scan(bytes), "whole");
        equal(scanner.msgSeqNum, seqNum);
        equal(scanner.count, fields.length + 8);
        for (const [index, [expected, value]] of fields.entries()) {
          equal(scanner.tags[index + 7], expected);
          const read = scanner.textAt(index + 7);
          if (typeof value === "string") equal(read, value);
          else if (typeof value === "number") equal(Number(read), value === 0 ? 0 : value);
          else equal(read, value ? "Y" : "N");
        }
      },
    ),
    { numRuns: 300 },
  );
});
