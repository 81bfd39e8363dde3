/** Values of MsgType (35) as strings, each made once however often it comes by. */

/** A counterparty cannot make the cache grow beyond this by inventing types. */
const maxEntries = 1024;

export class MsgTypeCache {
  readonly #texts = new Map<number, string>();

  /** Latin-1 text of the bytes; those of one to three bytes, as all types are, are remembered. */
  textOf(bytes: Buffer, from: number, to: number): string {
    const length = to - from;
    if (length === 0) return "";
    if (length > 3) return bytes.toString("latin1", from, to);
    let key = length;
    for (let at = from; at < to; at++) key = key * 256 + bytes[at]!;
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = bytes.toString("latin1", from, to);
      if (this.#texts.size < maxEntries) this.#texts.set(key, text);
    }
    return text;
  }
}
