/** A learnt row of numbers for each of a few things, such as a venue or an hour of the day. */
import { drawNormal } from "../../core/random/distributions.ts";
import { gather } from "../operators/gather.ts";
import { type Initializer, type ParameterLayout, weightOf } from "../parameters.ts";
import type { Layer } from "./dense.ts";

export interface EmbeddingOptions {
  /** How many things there are. */
  readonly rows: number;
  /** Numbers a thing. */
  readonly width: number;
  /** Normal with variance 1 / width where not given: rows of length 1 on average. */
  readonly initialize?: Initializer;
}

/**
 * Rows by number: whole numbers from 0, [...], to [..., width].
 *
 * Weight decay leaves the table alone: it would pull rows to zero that are merely rare.
 */
export function createEmbedding(
  layout: ParameterLayout,
  name: string,
  { rows, width, ...options }: EmbeddingOptions,
): Layer {
  const { initialize = (random) => drawNormal(random) / Math.sqrt(width) } = options;
  const table = layout.declare(`${name}/table`, [rows, width], { initialize, decays: false });
  return (weights, places) => gather(weightOf(weights, table), places);
}
