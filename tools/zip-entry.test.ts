import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { crc32, deflateRawSync } from "node:zlib";
import { readZipEntry } from "./zip-entry.ts";

interface Packed {
  readonly name: string;
  readonly text: string;
  readonly method: number;
}

/** An archive as PKWARE's note describes it; `extra` bytes stand between a name and its data. */
function zipOf(files: readonly Packed[], extra = 0, comment = ""): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, text, method } of files) {
    const packed = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(text), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(text.length, 18);
    common.writeUInt16LE(name.length, 22);
    common.writeUInt16LE(extra, 24);
    const local = [
      Buffer.from("PK\x03\x04"),
      common,
      Buffer.from(name),
      Buffer.alloc(extra),
      packed,
    ];
    const central = Buffer.alloc(16);
    central.writeUInt32LE(at, 12);
    const start = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common.subarray(0, 24)]);
    entries.push(Buffer.concat([start, Buffer.alloc(2), central.subarray(2), Buffer.from(name)]));
    const body = Buffer.concat(local);
    bodies.push(body);
    at += body.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, directory, end, Buffer.from(comment)]);
}

const files = [
  { name: "META-INF/a.txt", text: "plain", method: 0 },
  { name: "FIX44.xml", text: "packed ".repeat(1000), method: 8 },
  { name: "odd", text: "x", method: 12 },
];

test("a file comes out of an archive as it went in", () => {
  for (const zip of [zipOf(files), zipOf(files, 9), zipOf(files, 0, "made by hand")]) {
    for (const { name, text, method } of files) {
      if (method !== 12) equal(readZipEntry(zip, name)?.toString(), text);
    }
  }
});

test("a file that is not there is undefined", () => {
  deepEqual(readZipEntry(zipOf(files), "FIX44"), undefined);
  deepEqual(readZipEntry(zipOf([]), "FIX44"), undefined);
});

test("what is no archive, and what it cannot unpack, is refused", () => {
  throws(() => readZipEntry(Buffer.from("no archive, and no end of one"), "a"), /no zip archive/);
  throws(() => readZipEntry(zipOf(files), "odd"), /zip method 12/);
});
