/** One file out of a zip archive (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
import { inflateRawSync } from "node:zlib";

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const commentLengthMax = 0xffff;

/** The bytes of a file in an archive; undefined where it has none of that name. */
export function readZipEntry(zip: Buffer, name: string): Buffer | undefined {
  const end = findEnd(zip);
  let at = zip.readUInt32LE(end + 16);
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    if (zip.readUInt32LE(at) !== entrySignature) throw new Error(`no zip entry at byte ${at}`);
    const nameLength = zip.readUInt16LE(at + 28);
    const packedLength = zip.readUInt32LE(at + 20);
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      return unpack(zip, zip.readUInt32LE(at + 42), packedLength);
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return undefined;
}

function findEnd(zip: Buffer): number {
  const last = zip.length - endLength;
  for (let at = last; at >= 0 && at >= last - commentLengthMax; at--) {
    if (zip.readUInt32LE(at) === endSignature) return at;
  }
  throw new Error("this is no zip archive");
}

function unpack(zip: Buffer, header: number, packedLength: number): Buffer {
  const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(from, from + packedLength);
  const method = zip.readUInt16LE(header + 8);
  if (method === 0) return packed;
  if (method !== 8) throw new Error(`zip method ${method} is not known`);
  return inflateRawSync(packed);
}
