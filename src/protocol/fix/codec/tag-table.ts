/**
 * Things by tag, for look-ups at every field of every message: open addressing over plain arrays, a
 * third of what a Map takes.
 */

/** Knuth, The Art of Computer Programming vol. 3, 6.4: 2^32 over the golden ratio. */
const multiplier = 0x9e3779b1;

export class TagTable<T> {
  /** A power of two, at least twice as many as there are tags; 0 where a place is free. */
  readonly #tags: Int32Array;
  readonly #things: (T | undefined)[];
  readonly #shift: number;

  /** @param entries with positive tags */
  constructor(entries: ReadonlyMap<number, T>) {
    const bits = Math.max(2, 33 - Math.clz32(Math.max(entries.size, 1)));
    this.#tags = new Int32Array(1 << bits);
    this.#things = new Array<T | undefined>(1 << bits).fill(undefined);
    this.#shift = 32 - bits;
    for (const [tag, thing] of entries) {
      let place = Math.imul(tag, multiplier) >>> this.#shift;
      while (this.#tags[place] !== 0) place = (place + 1) & (this.#tags.length - 1);
      this.#tags[place] = tag;
      this.#things[place] = thing;
    }
  }

  get(tag: number): T | undefined {
    const tags = this.#tags;
    const mask = tags.length - 1;
    let place = Math.imul(tag, multiplier) >>> this.#shift;
    for (;;) {
      const found = tags[place]!;
      if (found === tag) return this.#things[place];
      if (found === 0) return undefined;
      place = (place + 1) & mask;
    }
  }
}
