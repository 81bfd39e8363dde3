/**
 * Reverse-mode differentiation: the gradient as more of the same graph (Baydin, Pearlmutter, Radul
 * & Siskind, JMLR 18, 2018).
 */
import { collectNodes, type Tensor } from "./graph.ts";
import { add } from "./operators/arithmetic.ts";
import { fuseTerm } from "./operators/matmul.ts";
import { concat, type Range, scatteredRange, zerosLike } from "./operators/slice.ts";
import { shapeText, sizeOf } from "./shape.ts";

/**
 * Gradients of a scalar by some tensors, in their order and shapes; zeros where it does not depend
 * on one.
 *
 * @throws RangeError where the loss is no scalar, or an operator on the way has no derivative
 */
export function differentiate(loss: Tensor, by: readonly Tensor[]): Tensor[] {
  if (sizeOf(loss.shape) !== 1) {
    throw new RangeError(`differentiate: found ${shapeText(loss.shape)}, expected one element`);
  }
  const nodes = collectNodes([loss]);
  const wanted = new Set(by);
  const matters = new Set<Tensor>();
  for (const node of nodes) {
    if (wanted.has(node) || node.inputs.some((input) => matters.has(input))) matters.add(node);
  }
  const terms = new Map<Tensor, Tensor[]>([[loss, [loss.graph.constant([1], loss.shape)]]]);
  const gradients = new Map<Tensor, Tensor>();
  for (const node of nodes.reverse()) {
    const found = terms.get(node);
    if (found === undefined || !matters.has(node)) continue;
    const gradient = sumOfTerms(found);
    if (wanted.has(node)) gradients.set(node, gradient);
    passOn(node, gradient, matters, terms);
  }
  return by.map((tensor) => gradients.get(tensor) ?? zerosLike(loss, tensor.shape));
}

function passOn(
  node: Tensor,
  gradient: Tensor,
  matters: ReadonlySet<Tensor>,
  terms: Map<Tensor, Tensor[]>,
): void {
  if (!node.inputs.some((input) => matters.has(input))) return;
  const { derive, name } = node.operator;
  if (derive === undefined) {
    throw new RangeError(`differentiate: found ${name}, expected operators with a derivative`);
  }
  for (const [at, byInput] of derive(node, gradient).entries()) {
    const input = node.inputs[at];
    if (input === undefined || byInput === undefined || !matters.has(input)) continue;
    const found = terms.get(input);
    if (found === undefined) terms.set(input, [byInput]);
    else found.push(byInput);
  }
}

/** A gradient that is zero outside a range of one axis. */
interface Part {
  readonly whole: Tensor;
  readonly range: Range;
}

/**
 * The sum of what several users of a tensor say. Parts of it (what its slices say) that do not
 * overlap are put side by side instead of adding zeros; a product of matrices takes the sum so far
 * as its bias.
 */
function sumOfTerms(terms: readonly Tensor[]): Tensor {
  const parts: Part[] = [];
  const rest: Tensor[] = [];
  for (const whole of terms) {
    const range = scatteredRange(whole);
    if (range === undefined) rest.push(whole);
    else parts.push({ whole, range });
  }
  return [...joinParts(parts), ...rest].reduce(
    (sum, term) => fuseTerm(term, sum) ?? fuseTerm(sum, term) ?? add(sum, term),
  );
}

/** As few tensors as possible with the same sum: parts along one axis that do not overlap are one. */
function joinParts(parts: readonly Part[]): Tensor[] {
  const rows: Part[][] = [];
  const sorted = parts.toSorted((a, b) => a.range.from - b.range.from);
  for (const part of sorted) {
    const row = rows.find((taken) => {
      const last = taken.at(-1)?.range;
      return last?.axis === part.range.axis && last.to <= part.range.from;
    });
    if (row === undefined) rows.push([part]);
    else row.push(part);
  }
  return rows.map(layOut);
}

/** Parts side by side, with zeros between them where something is missing. */
function layOut(parts: readonly Part[]): Tensor {
  const [{ whole, range }] = parts as [Part];
  if (parts.length === 1) return whole;
  const { axis } = range;
  const length = whole.shape[axis];
  const pieces: Tensor[] = [];
  let reached = 0;
  const fillTo = (place: number): void => {
    if (place === reached) return;
    const missing = whole.shape.map((dimension, at) => (at === axis ? place - reached : dimension));
    pieces.push(zerosLike(whole, missing));
  };
  for (const part of parts) {
    fillTo(part.range.from);
    pieces.push(part.whole.inputs[0]);
    reached = part.range.to;
  }
  fillTo(length);
  return concat(pieces, axis);
}
