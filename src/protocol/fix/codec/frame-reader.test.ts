import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, test } from "node:test";
import { FrameReader } from "./frame-reader.ts";
import { messageOf, newOrderSingle, rawBytes, readable } from "./message-fixture.ts";

/** What a reader makes of chunks: frames as text, garbled bytes counted. */
function readAll(chunks: readonly Buffer[], reader = new FrameReader()) {
  const frames: string[] = [];
  let garbledBytes = 0;
  let isOversized = false;
  for (const chunk of chunks) {
    reader.push(chunk);
    for (let frame = reader.next(); frame !== undefined; frame = reader.next()) {
      if (frame === "frame") frames.push(readable(reader.bytes.subarray(reader.from, reader.to)));
      else if (frame === "garbled") garbledBytes += reader.to - reader.from;
      else isOversized = true;
    }
  }
  return { frames, garbledBytes, isOversized };
}

const one = messageOf("FIX.4.4", "35=0|34=1|58=8=FIX is no beginning|");
const two = messageOf("FIX.4.4", "35=1|34=2|112=HELLO|");
const both = [readable(one), readable(two)];

describe("whole messages come out", () => {
  test("of one chunk", () => {
    deepEqual(readAll([Buffer.concat([one, two])]), {
      frames: both,
      garbledBytes: 0,
      isOversized: false,
    });
  });

  test("wherever the stream is cut", () => {
    const stream = Buffer.concat([one, two]);
    for (let cut = 0; cut <= stream.length; cut++) {
      const { frames, garbledBytes } = readAll([stream.subarray(0, cut), stream.subarray(cut)]);
      deepEqual(frames, both);
      equal(garbledBytes, 0);
    }
  });

  test("byte by byte", () => {
    const stream = Buffer.concat([one, newOrderSingle, two]);
    const chunks = Array.from(stream, (byte) => Buffer.from([byte]));
    deepEqual(readAll(chunks).frames, [both[0], readable(newOrderSingle), both[1]]);
  });

  test("with whole messages inside raw data", () => {
    const data = `${one.toString("latin1")}${two.toString("latin1")}`;
    const outer = messageOf("FIX.4.4", `35=n|34=3|212=${data.length}|213=${data}|`);
    deepEqual(readAll([outer, two]).frames, [readable(outer), both[1]]);
  });
});

describe("the next good message is found after", () => {
  const wrong: readonly (readonly [name: string, text: string])[] = [
    ["bytes that are no message", "hello|9=5|35=0|"],
    ["too small a BodyLength", "8=FIX.4.4|9=4|35=0|34=2|10=000|"],
    ["a BodyLength that reaches into the next message", "8=FIX.4.4|9=30|35=0|34=2|10=000|"],
    ["a CheckSum of one digit", "8=FIX.4.4|9=10|35=0|34=2|10=0|"],
    ["a CheckSum that is missing", "8=FIX.4.4|9=10|35=0|34=2|"],
    ["a BodyLength that is missing", "8=FIX.4.4|35=0|34=2|10=000|"],
    ["a BodyLength that is no number", "8=FIX.4.4|9=xx|35=0|34=2|10=000|"],
    ["an empty BodyLength", "8=FIX.4.4|9=|35=0|34=2|10=000|"],
    ["a message that breaks off", "8=FIX.4.4|9=10|35="],
    ["a beginning that breaks off", "8=FI"],
    ["a BeginString without end", `8=FIX${"x".repeat(100)}`],
    ["the end of 58=FIX", "garbled|58=FIX.4.4|9=5|35=0|10=163|"],
  ];
  for (const [name, text] of wrong) {
    test(name, () => {
      const stream = Buffer.concat([one, rawBytes(text), two, one]);
      const expected = [both[0], both[1], both[0]];
      equal(readAll([stream]).garbledBytes, text.length);
      deepEqual(readAll([stream]).frames, expected);
      deepEqual(readAll(Array.from(stream, (byte) => Buffer.from([byte]))).frames, expected);
    });
  }

  test("a wrong CheckSum, which is for the scanner to find", () => {
    const wrongSum = rawBytes(readable(one).replace(/10=\d+/, "10=256"));
    deepEqual(readAll([wrongSum, two]).frames, [readable(wrongSum), both[1]]);
  });
});

describe("memory stays bounded", () => {
  test("a message beyond the limit ends the stream", () => {
    const reader = new FrameReader({ maxMessageBytes: 1000 });
    const fits = messageOf("FIX.4.4", `35=B|58=${"x".repeat(968)}|`);
    equal(fits.length, 1000);
    equal(readAll([fits], reader).frames.length, 1);
    reader.push(rawBytes("8=FIX.4.4|9=980|35=B|"));
    equal(reader.next(), "oversized");
    ok(/BodyLength 980/.test(reader.reason), reader.reason);
    reader.push(two);
    equal(reader.next(), undefined);
  });

  test("so does a BodyLength that no number holds", () => {
    equal(readAll([rawBytes("8=FIX.4.4|9=99999999999999999999|")]).isOversized, true);
  });

  test("bytes that are no message are not kept", () => {
    const reader = new FrameReader();
    const noise = Buffer.alloc(10_000, "x");
    for (let round = 0; round < 1000; round++) {
      readAll([noise], reader);
      equal(reader.waitingBytes, 0);
    }
    deepEqual(readAll([one], reader).frames, [both[0]]);
  });

  test("a large message in single bytes costs no more than its length", () => {
    const large = messageOf("FIX.4.4", `35=B|58=${"8=FIX".repeat(40_000)}|`);
    const reader = new FrameReader();
    const started = process.cpuUsage();
    const { frames } = readAll(
      Array.from(large, (byte) => Buffer.from([byte])),
      reader,
    );
    const { user } = process.cpuUsage(started);
    equal(frames.length, 1);
    equal(reader.waitingBytes, 0);
    ok(user < 3e6, `expected less than 3 s of work for 200,000 bytes, was ${user / 1e6} s`);
  });

  test("a beginning repeated without end is skipped", () => {
    const { frames, garbledBytes } = readAll([rawBytes("8=FIX".repeat(100_000)), two]);
    deepEqual(frames, [both[1]]);
    equal(garbledBytes, 500_000);
  });
});
