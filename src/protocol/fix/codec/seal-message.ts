/** Puts BeginString, BodyLength and CheckSum around a body that is written already. */
import { countDigits, writeDigits } from "./number-text.ts";

const delimiter = 0x01;
const zero = 0x30;
const equalsSign = 0x3d;

/** Bytes that must be free before the body, beside those of BeginString. */
export const roomBefore = 16;
/** Bytes that must be free behind the body: `10=ddd` and its delimiter. */
export const roomBehind = 7;

/**
 * BodyLength counts the bytes from 35 up to 10 and has no leading zeros; CheckSum is the sum of all
 * bytes before it (FIX 4.4 vol. 1, "Standard Message Header", "CheckSum calculation").
 *
 * @param begin `8=FIX.4.4` and its delimiter
 * @param bodyStart first byte of `35=`
 * @param bodyEnd behind the delimiter of the last field
 * @returns the message in bytes of its own, which may share an ArrayBuffer with others
 */
export function sealMessage(
  bytes: Buffer,
  begin: Uint8Array,
  bodyStart: number,
  bodyEnd: number,
): Buffer {
  const length = bodyEnd - bodyStart;
  const digits = countDigits(length);
  const lengthAt = bodyStart - digits - 3;
  const start = lengthAt - begin.length;
  bytes.set(begin, start);
  bytes[lengthAt] = 0x39;
  bytes[lengthAt + 1] = equalsSign;
  writeDigits(bytes, lengthAt + 2, length, digits);
  bytes[bodyStart - 1] = delimiter;

  let sum = 0;
  for (let at = start; at < bodyEnd; at++) sum += bytes[at]!;
  bytes[bodyEnd] = 0x31;
  bytes[bodyEnd + 1] = zero;
  bytes[bodyEnd + 2] = equalsSign;
  writeDigits(bytes, bodyEnd + 3, sum & 0xff, 3);
  bytes[bodyEnd + 6] = delimiter;

  const message = Buffer.allocUnsafe(bodyEnd + roomBehind - start);
  bytes.copy(message, 0, start, bodyEnd + roomBehind);
  return message;
}
