/**
 * Dropout (Srivastava et al., JMLR 15, 2014), inverted: what is kept is scaled up in training, so a
 * graph for inference leaves the layer out.
 *
 * The mask is an input of the graph, drawn outside: a run is a function of its inputs, and the same
 * in every engine.
 */
import type { RandomStream } from "../../core/random/random-stream.ts";
import type { Tensor } from "../graph.ts";
import { multiply } from "../operators/arithmetic.ts";
import {
  broadcastShapes,
  isSameShape,
  refuseShape,
  type Shape,
  shapeText,
  sizeOf,
} from "../shape.ts";

/**
 * Puts elements to 0 where the mask is.
 *
 * @param mask from `drawDropoutMask`; stretches to the input's shape, so that [batch, 1, units] drops
 * the same units at every step
 */
export function applyDropout(input: Tensor, mask: Tensor): Tensor {
  if (!isSameShape(broadcastShapes("dropout", [input.shape, mask.shape]), input.shape)) {
    const expected = `what stretches to ${shapeText(input.shape)}`;
    refuseShape("dropout", `a mask of ${shapeText(mask.shape)}`, expected);
  }
  return multiply(input, mask);
}

/**
 * 0 with a probability of `rate`, else 1 / (1 − rate), so that its mean is 1. Takes one draw an
 * element.
 *
 * @param rate share that is dropped, from 0 to below 1
 */
export function drawDropoutMask(random: RandomStream, shape: Shape, rate: number): Float32Array {
  if (!(rate >= 0 && rate < 1)) {
    throw new RangeError(`dropout: found a rate of ${rate}, expected from 0 to below 1`);
  }
  const kept = 1 / (1 - rate);
  const mask = new Float32Array(sizeOf(shape));
  for (let at = 0; at < mask.length; at++) mask[at] = random.uniform() < rate ? 0 : kept;
  return mask;
}
