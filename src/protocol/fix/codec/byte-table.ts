/** A set of short byte strings that is asked without making a string: the values of an enumeration. */

/** FNV-1a, 32 bits. */
const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

export class ByteTable {
  /** By single byte: whether it is in the set, since most values have one byte only. */
  readonly #single = new Uint8Array(256);
  /** Open addressing; a power of two, at least twice as large as the set. */
  readonly #slots: (Buffer | undefined)[];

  constructor(texts: Iterable<string>) {
    const values = [...texts].map((text) => Buffer.from(text, "latin1"));
    let size = 4;
    while (size < values.length * 2) size *= 2;
    this.#slots = new Array<Buffer | undefined>(size).fill(undefined);
    for (const value of values) {
      if (value.length === 1) this.#single[value[0]!] = 1;
      else this.#insert(value);
    }
  }

  has(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from === 1) return this.#single[bytes[from]!] === 1;
    const mask = this.#slots.length - 1;
    for (let slot = hash(bytes, from, to) & mask; ; slot = (slot + 1) & mask) {
      const value = this.#slots[slot];
      if (value === undefined) return false;
      if (equals(value, bytes, from, to)) return true;
    }
  }

  #insert(value: Buffer): void {
    const mask = this.#slots.length - 1;
    let slot = hash(value, 0, value.length) & mask;
    while (this.#slots[slot] !== undefined) slot = (slot + 1) & mask;
    this.#slots[slot] = value;
  }
}

function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = offsetBasis;
  for (let at = from; at < to; at++) value = Math.imul(value ^ bytes[at]!, prime);
  return (value ^ (value >>> 15)) >>> 0;
}

function equals(value: Buffer, bytes: Uint8Array, from: number, to: number): boolean {
  if (value.length !== to - from) return false;
  for (let at = 0; at < value.length; at++) if (value[at] !== bytes[from + at]) return false;
  return true;
}
