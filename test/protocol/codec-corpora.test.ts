import { deepEqual, equal, ok } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { FrameReader } from "../../src/protocol/fix/codec/frame-reader.ts";
import { headerTags } from "../../src/protocol/fix/codec/header-fields.ts";
import { MessageEncoder } from "../../src/protocol/fix/codec/message-encoder.ts";
import { messageOf } from "../../src/protocol/fix/codec/message-fixture.ts";
import { MessageScanner } from "../../src/protocol/fix/codec/message-scanner.ts";
import type { OutboundField } from "../../src/protocol/fix/codec/message-view.ts";
import { parseUtcTimestamp } from "../../src/protocol/fix/codec/time-parser.ts";
import { createValidator } from "../../src/protocol/fix/codec/validator.ts";
import { loadDictionary } from "../../src/protocol/fix/dictionary/load-dictionary.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const folder = join(sharedFolder, "fix");
const skip = existsSync(folder) ? false : `no corpora at ${folder}`;
const scanner = new MessageScanner();

/** Messages of a log: a local time, a blank, the message. */
function readLog(name: string): Buffer[] {
  const lines = gunzipSync(readFileSync(join(folder, "logs", name))).toString("latin1");
  return lines
    .split("\n")
    .filter((line) => line.includes("8=FIX"))
    .map((line) => Buffer.from(line.slice(line.indexOf("8=FIX")).replace("\r", ""), "latin1"));
}

/** The message that the encoder makes of what the scanner found. */
function encodeAgain(view: MessageScanner): Buffer {
  const fields = Array.from(
    { length: view.count },
    (_, place): OutboundField => [view.tags[place]!, view.textAt(place)],
  );
  const own = new Set([8, 9, 35, 34, 49, 52, 56, 10]);
  const others = fields.filter(([tag]) => !own.has(tag));
  const encoder = new MessageEncoder({
    beginString: view.text(8)!,
    senderCompId: view.text(49)!,
    targetCompId: view.text(56)!,
  });
  const sendingTime = Buffer.from(view.text(52)!, "latin1");
  return encoder.encode(
    {
      msgType: view.msgType,
      header: others.filter(([tag]) => headerTags.has(tag)),
      fields: others.filter(([tag]) => !headerTags.has(tag)),
    },
    view.msgSeqNum,
    parseUtcTimestamp(sendingTime, 0, sendingTime.length),
  );
}

test("the log of a live session is scanned, validated and encoded byte for byte", { skip }, () => {
  const validator = createValidator(loadDictionary("FIX.4.2"));
  for (const name of readdirSync(join(folder, "logs"))) {
    const messages = readLog(name);
    ok(messages.length > 1000, `expected the log's messages, found ${messages.length}`);
    for (const message of messages) {
      equal(scanner.scan(message), "whole", scanner.garbledReason);
      equal(validator.validate(scanner), undefined, message.toString("latin1"));
      deepEqual(encodeAgain(scanner), message);
    }
    deepEqual(readStream(Buffer.concat(messages)), messages);
  }
});

/** The frames of a stream that comes in pieces of 1460 bytes. */
function readStream(stream: Buffer): Buffer[] {
  const reader = new FrameReader();
  const frames: Buffer[] = [];
  for (let at = 0; at < stream.length; at += 1460) {
    reader.push(stream.subarray(at, at + 1460));
    for (let frame = reader.next(); frame !== undefined; frame = reader.next()) {
      equal(frame, "frame");
      frames.push(Buffer.from(reader.bytes.subarray(reader.from, reader.to)));
    }
  }
  return frames;
}

test("messages of every type, large ones among them, come out of the scan as they were", {
  skip,
}, () => {
  let count = 0;
  for (const name of readdirSync(join(folder, "messages"))) {
    const lines = readFileSync(join(folder, "messages", name), "latin1").split(/\r?\n/);
    for (const line of lines.filter((text) => text.startsWith("8=FIX"))) {
      // BodyLength and CheckSum are those of other delimiters: worked out anew.
      const [, begin, body] = /^8=([^|]*)\|9=\d+\|(.*)10=\d+\|?$/.exec(line)!;
      const message = messageOf(begin!, body!);
      equal(scanner.scan(message), "whole", scanner.garbledReason);
      const fields = Array.from(
        { length: scanner.count },
        (_, place) => `${scanner.tags[place]}=${scanner.textAt(place)}\x01`,
      );
      equal(fields.join(""), message.toString("latin1"));
      count++;
    }
  }
  ok(count > 50, `expected the samples, found ${count}`);
});
