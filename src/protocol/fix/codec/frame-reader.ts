/**
 * From the bytes of a stream, cut anywhere, to whole messages.
 *
 * A message begins with `8=FIX`; BodyLength says where its CheckSum must stand, and is trusted only
 * where `10=ddd` and a delimiter stand there. Otherwise the bytes are garbled and the search goes on
 * behind their first one, so that the next good message is found (FIX 4.4 vol. 2, "Garbled
 * messages"). A byte is looked at a bounded number of times, however small the chunks are.
 */

const delimiter = 0x01;
const zero = 0x30;
const equalsSign = 0x3d;
/** `10=ddd` and its delimiter. */
const trailerLength = 7;
/** `8=` and BeginString and `9=` and BodyLength fit in this, or the bytes are no message. */
const longestStart = 40;
const beginMark = Buffer.from("8=FIX", "latin1");

const defaultMaxMessageBytes = 1 << 20;
/** Kept for the next bytes of a connection; a larger buffer goes when the large message is done. */
const keptBytes = 1 << 16;

/**
 * `frame`: a message lies in `bytes` from `from` up to `to`. `garbled`: those bytes are skipped.
 * `oversized`: a message announces more bytes than are taken; the connection should be closed, since
 * nothing after it will be found.
 */
export type Frame = "frame" | "garbled" | "oversized";

export interface FrameReaderOptions {
  /** Longest message that is taken, in bytes. @defaultValue 1 MiB */
  readonly maxMessageBytes?: number;
}

/** Where a frame ends, or why it cannot be told yet or never. */
const isIncomplete = -1;
const isGarbled = -2;
const isOversized = -3;

export class FrameReader {
  /** Holds the last frame; good until the next `push`. */
  bytes: Buffer = Buffer.alloc(0);
  from = 0;
  to = 0;
  /** Why the last bytes were garbled or oversized. */
  reason = "";
  readonly #maxMessageBytes: number;
  /** Bytes not yet handed out lie from here up to there in `bytes`. */
  #at = 0;
  #end = 0;
  /** A buffer of our own, where what is left of a chunk waits for the next one. */
  #own: Buffer = Buffer.alloc(0);
  /** Where the frame at `#at` must end, once its BodyLength is known; 0 before. */
  #frameEnd = 0;
  /** The byte before `#at` where that was garbled, otherwise 0. */
  #before = 0;
  #isOver = false;

  constructor(options: FrameReaderOptions = {}) {
    this.#maxMessageBytes = options.maxMessageBytes ?? defaultMaxMessageBytes;
  }

  /** Bytes that have come and belong to no frame yet. */
  get waitingBytes(): number {
    return this.#end - this.#at;
  }

  /**
   * Takes the next bytes of the stream. `next` must have returned undefined since the last push;
   * the chunk must stay as it is until then.
   */
  push(chunk: Buffer): void {
    if (this.#isOver) return;
    const waiting = this.#end - this.#at;
    if (waiting === 0) {
      this.bytes = chunk;
      this.#at = 0;
      this.#end = chunk.length;
      if (this.#own.length > keptBytes) this.#own = Buffer.alloc(0);
      return;
    }
    this.#makeRoom(waiting, chunk.length);
    this.#own.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** The next frame, or bytes that are none; undefined where more bytes are needed. */
  next(): Frame | undefined {
    if (this.#isOver || this.#at === this.#end) return undefined;
    const start = this.#findBegin(this.#at);
    if (start > this.#at) return this.#skip(start, "bytes that do not begin with 8=FIX");
    const end = this.#frameEnd > 0 ? this.#frameEnd : this.#measure();
    if (end === isGarbled) return this.#skipFrame();
    if (end === isOversized) return this.#refuseOversized();
    if (end === isIncomplete || end > this.#end) {
      this.#frameEnd = Math.max(end, 0);
      return undefined;
    }
    if (!hasTrailer(this.bytes, end - trailerLength)) {
      this.reason = "no CheckSum where BodyLength says";
      return this.#skipFrame();
    }
    this.from = this.#at;
    this.to = end;
    this.#at = end;
    this.#frameEnd = 0;
    this.#before = 0;
    return "frame";
  }

  /** The frame at `#at` is none: the search goes on after its first byte. */
  #skipFrame(): Frame {
    return this.#skip(this.#findBegin(this.#at + 1), this.reason);
  }

  #skip(to: number, reason: string): Frame {
    this.reason = reason;
    this.from = this.#at;
    this.to = to;
    this.#at = to;
    this.#frameEnd = 0;
    this.#before = this.bytes[to - 1]!;
    return "garbled";
  }

  #refuseOversized(): Frame {
    this.#isOver = true;
    this.from = this.#at;
    this.to = this.#end;
    return "oversized";
  }

  /**
   * The first place from `from` on where a message begins, or may begin with bytes that have not come
   * yet. `8=FIX` after a digit is no beginning but the end of `58=FIX`.
   */
  #findBegin(from: number): number {
    const { bytes } = this;
    const end = this.#end;
    for (let at = from; at < end; at++) {
      if (bytes[at] !== beginMark[0]) continue;
      let matched = 1;
      while (matched < beginMark.length && bytes[at + matched] === beginMark[matched]) matched++;
      if (matched < beginMark.length && at + matched < end) continue;
      if (!isDigit(at === this.#at ? this.#before : bytes[at - 1]!)) return at;
    }
    return end;
  }

  /** Where the frame at `#at` must end by its BodyLength, or one of the codes above. */
  #measure(): number {
    const { bytes } = this;
    const last = Math.min(this.#end, this.#at + longestStart);
    const shortage = last === this.#end ? isIncomplete : isGarbled;
    this.reason = "no BodyLength behind BeginString";
    let at = this.#at + 2;
    // An equals sign cannot be part of BeginString.
    while (at < last && bytes[at] !== delimiter && bytes[at] !== equalsSign) at++;
    if (at + 3 > last) return shortage;
    if (bytes[at] !== delimiter || bytes[at + 1] !== 0x39 || bytes[at + 2] !== equalsSign) {
      return isGarbled;
    }
    at += 3;
    const digits = at;
    let length = 0;
    for (; at < last && isDigit(bytes[at]!); at++) length = length * 10 + bytes[at]! - zero;
    if (at === last) return shortage;
    if (at === digits || bytes[at] !== delimiter) return isGarbled;
    const end = at + 1 + length + trailerLength;
    if (end - this.#at <= this.#maxMessageBytes) return end;
    this.reason = `BodyLength ${length}, at most ${this.#maxMessageBytes} bytes are taken`;
    return isOversized;
  }

  /** Brings what waits into the own buffer, with room for more behind it. */
  #makeRoom(waiting: number, more: number): void {
    const isOwn = this.bytes === this.#own;
    if (isOwn && this.#end + more <= this.#own.length) return;
    // Moving within the buffer pays only where it frees more than it moves.
    const fits = waiting + more <= this.#own.length && (!isOwn || waiting <= this.#at);
    const target = fits ? this.#own : Buffer.allocUnsafeSlow(capacityFor(waiting + more));
    this.bytes.copy(target, 0, this.#at, this.#end);
    if (this.#frameEnd > 0) this.#frameEnd -= this.#at;
    this.#own = target;
    this.bytes = target;
    this.#at = 0;
    this.#end = waiting;
  }
}

/** Twice what is needed, so that small chunks do not make it grow each time. */
function capacityFor(bytes: number): number {
  return Math.max(4096, bytes * 2);
}

function hasTrailer(bytes: Buffer, at: number): boolean {
  return (
    bytes[at - 1] === delimiter &&
    bytes[at] === 0x31 &&
    bytes[at + 1] === zero &&
    bytes[at + 2] === equalsSign &&
    isDigit(bytes[at + 3]!) &&
    isDigit(bytes[at + 4]!) &&
    isDigit(bytes[at + 5]!) &&
    bytes[at + 6] === delimiter
  );
}

function isDigit(byte: number): boolean {
  return byte >= zero && byte <= 0x39;
}
