import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { InvariantError } from "../../core/assert.ts";
import { encodePng, type PaletteImage } from "./png.ts";

const image: PaletteImage = {
  width: 2,
  height: 2,
  pixels: Uint8Array.of(0, 1, 1, 0),
  palette: [
    [0, 0, 0, 0],
    [10, 20, 30, 255],
  ],
};

test("a picture reads back as the chunks the standard asks for", () => {
  const bytes = Buffer.from(encodePng(image));
  assert.equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let offset = 8; offset < bytes.length; ) {
    const length = bytes.readUInt32BE(offset);
    const content = bytes.subarray(offset + 8, offset + 8 + length);
    chunks.set(bytes.toString("latin1", offset + 4, offset + 8), content);
    offset += length + 12;
  }
  assert.deepEqual([...chunks.keys()], ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);
  assert.deepEqual([...chunks.get("IHDR")!], [0, 0, 0, 2, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
  assert.deepEqual([...chunks.get("PLTE")!], [0, 0, 0, 10, 20, 30]);
  assert.deepEqual([...chunks.get("tRNS")!], [0, 255]);
  assert.deepEqual([...inflateSync(chunks.get("IDAT")!)], [0, 0, 1, 0, 1, 0]);
  // The check sum of an empty IEND chunk is a published constant.
  assert.equal(bytes.subarray(-4).toString("hex"), "ae426082");
});

test("a picture that does not fit its size or palette is refused", () => {
  const faulty: readonly Partial<PaletteImage>[] = [
    { width: 3 },
    { width: 0, pixels: new Uint8Array(0) },
    { palette: [] },
    { pixels: Uint8Array.of(0, 1, 2, 0) },
  ];
  for (const fault of faulty) {
    assert.throws(() => encodePng({ ...image, ...fault }), InvariantError);
  }
});
