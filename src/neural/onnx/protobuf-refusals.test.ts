import { describe, test } from "node:test";
import { createFile, expectRefusal, fromHex, type RefusalCase } from "./onnx-file-fixture.ts";

const ofLength = (length: number) => new Uint8Array(length);

const refusals: readonly RefusalCase[] = [
  ["an empty file", ofLength(0), /^model: found no graph, expected one$/],
  [
    "a tag of field 0",
    fromHex("00 00"),
    /^model at byte 0: found no field number, expected one from/,
  ],
  ["a tag over 32 bits", fromHex("88 80 80 80 10"), /found no field number/],
  [
    "wire type 6",
    fromHex("0e"),
    /found wire type 6 \(unknown\) in field 1, expected wire type 0, 1/,
  ],
  [
    "the end of no group",
    fromHex("0c"),
    /found wire type 4 \(end of a group\) in field 1, expected a f/,
  ],
  [
    "a group without an end",
    fromHex("7b 08 01"),
    /found 0 bytes to the end of the message, expected 1/,
  ],
  [
    "a group with another's end",
    fromHex("7b 84 01"),
    /in field 16, expected the end of the open group/,
  ],
  [
    "a version of another wire type",
    fromHex("0a 00"),
    /found wire type 2 .* in field 1, expected .* 0/,
  ],
  ["a cut varint", fromHex("08 80"), /^model at byte 2: found 0 bytes to the end .*, expected 1$/],
  [
    "a varint of eleven bytes",
    fromHex("08 8080808080 8080808080 01"),
    /at byte 1: .*at most ten bytes/,
  ],
  [
    "a varint over 64 bits",
    fromHex("08 8080808080 8080808002"),
    /found a varint of more than 64 bits/,
  ],
  ["an IR version over 2^53", fromHex("08 8080808080 808010"), /an integer near 9007199254740992/],
  [
    "a length beyond the end",
    fromHex("3a 05 00"),
    /at byte 2: found 1 bytes to the end .*, expected 5$/,
  ],
  ["an enormous length", fromHex("3a ffffffffffffffff ff01"), /found 0 bytes to the end/],
  [
    "a cut fixed number",
    fromHex("7d 00 00 00"),
    /found 3 bytes to the end of the message, expected 4/,
  ],
  ["a cut long fixed number", fromHex("79 00 00 00"), /found 3 bytes .*, expected 8/],
  [
    "a name in Latin-1",
    fromHex("12 01 e4"),
    /at byte 1: found bytes that are no text, expected .*UTF-8/,
  ],
  ["a name of half a surrogate pair", fromHex("12 03 ed a0 80"), /found bytes that are no text/],
  [
    "more fields than any model",
    ofLength(2 ** 23 + 2).map((_, at) => (at % 2 ? 0 : 0x78)),
    /found one more field, expected at most 4194304 in a file/,
  ],
  [
    "a string as a node",
    createFile({ graph: (graph) => graph.text(1, "ab") }),
    /node\[1\] at byte/,
  ],
];

describe("decodeModel refuses broken bytes", () => {
  for (const [name, bytes, reason] of refusals) test(name, () => expectRefusal(bytes, reason));
});
