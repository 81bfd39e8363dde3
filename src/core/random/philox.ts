/**
 * Philox4x32-10: random numbers as a function of a counter and a key, with no state between.
 *
 * Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3". Written
 * by hand since it is forty lines, and every result on record rests on its exact bits.
 */

const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9; // the golden ratio
const weyl1 = 0xbb67ae85; // sqrt(3) - 1
const rounds = 10;

/**
 * Turns a 128-bit counter into 128 random bits, in place.
 *
 * @param block four words: the counter on entry (least significant first), the random bits on return
 * @param key0 least significant word of the key
 * @param key1 most significant word of the key
 */
export function philox4x32(block: Uint32Array, key0: number, key1: number): void {
  let [word0, word1, word2, word3] = [block[0] | 0, block[1] | 0, block[2] | 0, block[3] | 0];
  let roundKey0 = key0 | 0;
  let roundKey1 = key1 | 0;
  for (let round = 0; round < rounds; round++) {
    const high0 = multiplyHigh(multiplier0, word0);
    const high1 = multiplyHigh(multiplier1, word2);
    const low0 = Math.imul(multiplier0, word0);
    const low1 = Math.imul(multiplier1, word2);
    word0 = high1 ^ word1 ^ roundKey0;
    word2 = high0 ^ word3 ^ roundKey1;
    word1 = low1;
    word3 = low0;
    roundKey0 = (roundKey0 + weyl0) | 0;
    roundKey1 = (roundKey1 + weyl1) | 0;
  }
  block[0] = word0;
  block[1] = word1;
  block[2] = word2;
  block[3] = word3;
}

/** The high 32 bits of an unsigned 32 × 32 bit product, by 16-bit halves. */
function multiplyHigh(left: number, right: number): number {
  const leftLow = left & 0xffff;
  const leftHigh = left >>> 16;
  const rightLow = right & 0xffff;
  const rightHigh = right >>> 16;
  // Neither sum exceeds 32 bits.
  const cross0 = (Math.imul(leftHigh, rightLow) + (Math.imul(leftLow, rightLow) >>> 16)) | 0;
  const cross1 = (Math.imul(leftLow, rightHigh) + (cross0 & 0xffff)) | 0;
  return (Math.imul(leftHigh, rightHigh) + (cross0 >>> 16) + (cross1 >>> 16)) | 0;
}
