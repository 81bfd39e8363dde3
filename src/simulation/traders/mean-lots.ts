/** How large people's orders are on average, with everything that rounding and bounds do to them. */
import { drawLots, type OrderSizes } from "./order-sizes.ts";

/** Points at which the distribution is looked at; its tail is bounded, so this is plenty. */
const points = 4096;

export function computeMeanLots(sizes: OrderSizes): number {
  let sum = 0;
  for (let at = 0; at < points; at++) {
    const middle = (at + 0.5) / points;
    const rounded = drawLots(sizes, sourceOf(middle, 0));
    const odd = drawLots(sizes, sourceOf(middle, 1));
    sum += sizes.roundLotShare * rounded + (1 - sizes.roundLotShare) * odd;
  }
  return sum / points;
}

function sourceOf(...uniforms: number[]): { uint32: () => number; uniform: () => number } {
  let at = 0;
  return { uint32: () => 0, uniform: () => uniforms[at++] };
}
