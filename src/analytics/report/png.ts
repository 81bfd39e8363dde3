/**
 * A picture with a palette as a PNG file (W3C, Portable Network Graphics, third edition).
 *
 * Written by hand because the format's simplest form is four chunks around `node:zlib`, and a
 * library would be a dependency for sixty lines.
 */
import { crc32, deflateSync } from "node:zlib";
import { assert } from "../../core/assert.ts";

/** Red, green, blue and opacity, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export interface PaletteImage {
  readonly width: number;
  readonly height: number;
  /** One palette index a pixel, row by row from the top left. */
  readonly pixels: Uint8Array;
  /** At most 256 colours. */
  readonly palette: readonly Colour[];
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** @throws InvariantError when the pixels do not fill the picture or name a missing colour */
export function encodePng(image: PaletteImage): Uint8Array {
  const { width, height, pixels, palette } = image;
  assert(width > 0 && height > 0, `a picture has pixels, was ${width} × ${height}`);
  assert(pixels.length === width * height, "pixels fill the picture exactly");
  assert(palette.length > 0 && palette.length <= 256, "a palette has 1 to 256 colours");
  assert(
    pixels.every((index) => index < palette.length),
    "every pixel names a colour of the palette",
  );
  return Buffer.concat([
    signature,
    chunk("IHDR", header(width, height)),
    chunk("PLTE", Uint8Array.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk("tRNS", Uint8Array.from(palette.map(([, , , alpha]) => alpha))),
    chunk("IDAT", deflateSync(scanlines(image), { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

/** Eight bits a pixel, colour type 3 (palette), no interlacing. */
function header(width: number, height: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(13));
  bytes.setUint32(0, width);
  bytes.setUint32(4, height);
  bytes.setUint8(8, 8);
  bytes.setUint8(9, 3);
  return new Uint8Array(bytes.buffer);
}

/** Each row preceded by its filter type, 0: none, which the standard advises for palettes. */
function scanlines({ width, height, pixels }: PaletteImage): Uint8Array {
  const bytes = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++) {
    bytes.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return bytes;
}

/** Length, type, content, and the check sum of type and content. */
function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(content.length + 12);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length);
  return bytes;
}
