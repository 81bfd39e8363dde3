/**
 * What a market learns from who trades: a price move that net flow pushes and that fades.
 *
 * Each part keeps the net flow I of its own time, in lots, where old trades count e^(−age / time), and
 * pushes the price by ticks · sign(I) · ((1 + |I| / unitLots)^ψ − 1) / ψ: linear while little has
 * gone one way (Bucci, Benzaquen, Lillo & Bouchaud 2019), concave beyond. The concavity lies in the
 * flow that is remembered and not in the single trade, so nothing is gained by cutting orders up
 * (Alfonsi, Fruth & Schied 2010; Hey, Mastromatteo, Muhle-Karbe & Webster 2023). What is learnt for
 * good is linear in all flow, as it must be (Huberman & Stanzl 2004).
 */
import { z } from "zod";
import type { StateReader, StateWriter } from "../../core/state-buffer.ts";
import { buy, type Side } from "../../market/side.ts";
import { duration, nonNegative, positive, share } from "../worlds/fields.ts";

export const flowMemorySchema = z.strictObject({
  /** ψ: far beyond its unit, net flow pushes by its power ψ; 1 is linear, 0 a logarithm. */
  sizeExponent: share,
  /** Learnt for good from each lot of net flow. */
  permanentTicksPerLot: nonNegative,
  /** What fades: near 0 each lot pushes by ticks / unitLots, and counts e^(−age / time). */
  fading: z
    .array(z.strictObject({ ticks: nonNegative, unitLots: positive, time: duration }))
    .min(1),
});
export type FlowMemoryParameters = z.infer<typeof flowMemorySchema>;

export class FlowMemory {
  readonly #parameters: FlowMemoryParameters;
  readonly #ticks: Float64Array;
  readonly #unitLots: Float64Array;
  readonly #times: Float64Array;
  /** Net flow of each part, in lots as of `#asOfNs`; positive after buying. */
  readonly #flows: Float64Array;
  /** Net flow since the beginning, lots. */
  #totalLots = 0;
  #asOfNs = 0;

  constructor(parameters: FlowMemoryParameters) {
    const { fading } = parameters;
    this.#parameters = parameters;
    this.#ticks = Float64Array.from(fading, ({ ticks }) => ticks);
    this.#unitLots = Float64Array.from(fading, ({ unitLots }) => unitLots);
    this.#times = Float64Array.from(fading, ({ time }) => time);
    this.#flows = new Float64Array(fading.length);
  }

  open(nowNs: number): void {
    this.#flows.fill(0);
    this.#totalLots = 0;
    this.#asOfNs = nowNs;
  }

  /** The push of all trades so far, in ticks; positive after buying. */
  ticksAt(nowNs: number): number {
    const { sizeExponent, permanentTicksPerLot } = this.#parameters;
    this.#fade(nowNs);
    let sum = permanentTicksPerLot * this.#totalLots;
    for (let part = 0; part < this.#flows.length; part++) {
      const push = bend(Math.abs(this.#flows[part]) / this.#unitLots[part], sizeExponent);
      sum += this.#ticks[part] * (this.#flows[part] < 0 ? -push : push);
    }
    return sum;
  }

  /** Hears of lots that somebody has bought from the makers (`buy`), or sold to them. */
  addTrade(timeNs: number, aggressorSide: Side, lots: number): void {
    const signedLots = aggressorSide === buy ? lots : -lots;
    this.#fade(timeNs);
    this.#totalLots += signedLots;
    for (let part = 0; part < this.#flows.length; part++) this.#flows[part] += signedLots;
  }

  save(writer: StateWriter): void {
    writer.column([this.#totalLots, this.#asOfNs]);
    writer.column(this.#flows);
  }

  load(reader: StateReader): void {
    this.#totalLots = reader.number();
    this.#asOfNs = reader.number();
    reader.column(this.#flows);
  }

  #fade(nowNs: number): void {
    const passedNs = nowNs - this.#asOfNs;
    if (passedNs <= 0) return;
    this.#asOfNs = nowNs;
    for (let part = 0; part < this.#flows.length; part++) {
      this.#flows[part] *= Math.exp(-passedNs / this.#times[part]);
    }
  }
}

/** ((1 + x)^ψ − 1) / ψ for x from 0, with its limit log(1 + x) at ψ = 0. */
function bend(x: number, exponent: number): number {
  const logarithm = Math.log1p(x);
  return exponent === 0 ? logarithm : Math.expm1(exponent * logarithm) / exponent;
}
