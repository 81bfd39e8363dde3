/**
 * What a market learns from who trades: a price move that every trade pushes and that fades.
 *
 * A trade of v lots pushes by sign · (v / unit)^ψ, concave in its size. A part is learnt for good;
 * the rest decays with a kernel of exponentials, which together look like a power law over the
 * scales between the shortest and the longest. So a steady buyer pushes less and less, and when he
 * stops the price comes back in part (signed flow through a decaying kernel: Noble, Rosenbaum &
 * Souilmi, arXiv 2603.24137; the propagator of Bouchaud, Gefen, Potters & Wyart 2004).
 */
import { z } from "zod";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { buy, type Side } from "../../market/side.ts";
import { duration, nonNegative, positive, share } from "../worlds/fields.ts";

export const flowMemorySchema = z.strictObject({
  /** A trade of this many lots pushes by the ticks given below. */
  unitLots: positive,
  /** ψ: larger trades push by (lots / unit)^ψ. */
  sizeExponent: share,
  /** Learnt for good. */
  permanentTicks: nonNegative,
  /** What fades: ticks that die away as e^(−t / time). */
  fading: z.array(z.strictObject({ ticks: nonNegative, time: duration })).min(1),
});
export type FlowMemoryParameters = z.infer<typeof flowMemorySchema>;

export class FlowMemory {
  readonly #parameters: FlowMemoryParameters;
  readonly #ticks: Float64Array;
  readonly #times: Float64Array;
  /** The fading parts, in ticks as of `#asOfNs`. */
  readonly #parts: Float64Array;
  #permanentTicks = 0;
  #asOfNs = 0;

  constructor(parameters: FlowMemoryParameters) {
    this.#parameters = parameters;
    this.#ticks = Float64Array.from(parameters.fading, ({ ticks }) => ticks);
    this.#times = Float64Array.from(parameters.fading, ({ time }) => time);
    this.#parts = new Float64Array(parameters.fading.length);
  }

  open(nowNs: number): void {
    this.#parts.fill(0);
    this.#permanentTicks = 0;
    this.#asOfNs = nowNs;
  }

  /** The push of all trades so far, in ticks; positive after buying. */
  ticksAt(nowNs: number): number {
    this.#fade(nowNs);
    let sum = this.#permanentTicks;
    for (let part = 0; part < this.#parts.length; part++) sum += this.#parts[part];
    return sum;
  }

  /** Hears of lots that somebody has bought from the makers (`buy`), or sold to them. */
  addTrade(timeNs: number, aggressorSide: Side, lots: number): void {
    const { unitLots, sizeExponent, permanentTicks } = this.#parameters;
    this.#fade(timeNs);
    const size = (lots / unitLots) ** sizeExponent;
    const push = aggressorSide === buy ? size : -size;
    this.#permanentTicks += push * permanentTicks;
    for (let part = 0; part < this.#parts.length; part++) {
      this.#parts[part] += push * this.#ticks[part];
    }
  }

  save(writer: StateWriter): void {
    writer.column([this.#permanentTicks, this.#asOfNs]);
    writer.column(this.#parts);
  }

  load(reader: StateReader): void {
    this.#permanentTicks = reader.number();
    this.#asOfNs = reader.number();
    reader.column(this.#parts);
  }

  #fade(nowNs: number): void {
    const passedNs = nowNs - this.#asOfNs;
    if (passedNs <= 0) return;
    this.#asOfNs = nowNs;
    for (let part = 0; part < this.#parts.length; part++) {
      this.#parts[part] *= Math.exp(-passedNs / this.#times[part]);
    }
  }
}
