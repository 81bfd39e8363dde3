/** What a run over an ITCH file met. */
import { type ItchType, itchTypes } from "./layout.ts";

/** Counted in one column, so that nothing is made per message. */
export class ItchCounts {
  /** Messages, of this stock and of others. */
  messages = 0;
  /** Messages of this stock. */
  ownMessages = 0;
  /** Events emitted. */
  events = 0;
  /** Messages by the code of their type, of all stocks. */
  readonly byCode = new Float64Array(256);

  /** Messages of one type, of all stocks. */
  of(type: ItchType): number {
    return this.byCode[type.charCodeAt(0)];
  }

  /** The types that occurred, in the order of the specification. */
  byType(): Readonly<Partial<Record<ItchType, number>>> {
    const present = itchTypes.filter((type) => this.of(type) > 0);
    return Object.fromEntries(present.map((type) => [type, this.of(type)]));
  }
}
