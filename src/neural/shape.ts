/** Shapes of tensors: whole numbers, outermost dimension first; a scalar has none. */

export type Shape = readonly number[];

/** How many elements a tensor of a shape has. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const dimension of shape) size *= dimension;
  return size;
}

/** Elements from one index of each dimension to the next. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = strides[axis + 1] * shape[axis + 1];
  }
  return strides;
}

export function isSameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((dimension, axis) => dimension === b[axis]);
}

/** Such as `[64,3]`. */
export function shapeText(shape: Shape): string {
  return `[${shape.join(",")}]`;
}

/** @throws RangeError naming what was done, what was found and what was expected */
export function refuseShape(what: string, found: string, expected: string): never {
  throw new RangeError(`${what}: found ${found}, expected ${expected}`);
}

/** An axis from 0; negative ones count from the end. */
export function resolveAxis(what: string, axis: number, rank: number): number {
  const resolved = axis < 0 ? axis + rank : axis;
  if (Number.isInteger(resolved) && resolved >= 0 && resolved < rank) return resolved;
  return refuseShape(what, `axis ${axis}`, `one of ${rank} axes`);
}

/** The shape of an elementwise result: dimensions of 1 stretch (NumPy's rule, ONNX Broadcasting). */
export function broadcastShapes(what: string, shapes: readonly Shape[]): number[] {
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, axis) => {
    let common = 1;
    for (const shape of shapes) {
      const dimension = shape[axis - rank + shape.length] ?? 1;
      if (dimension === 1 || dimension === common) continue;
      if (common !== 1) {
        refuseShape(what, shapes.map(shapeText).join(" and "), "shapes that stretch to one");
      }
      common = dimension;
    }
    return common;
  });
}

/** Strides to read a tensor as if it had a larger shape; 0 where it is stretched. */
export function broadcastStrides(shape: Shape, to: Shape): number[] {
  const strides = stridesOf(shape);
  const offset = to.length - shape.length;
  return to.map((dimension, axis) =>
    axis < offset || (shape[axis - offset] === 1 && dimension !== 1) ? 0 : strides[axis - offset],
  );
}

/** Axes of `to` along which a tensor of `shape` was stretched. */
export function stretchedAxes(shape: Shape, to: Shape): number[] {
  const offset = to.length - shape.length;
  return to.flatMap((dimension, axis) =>
    axis < offset || (shape[axis - offset] === 1 && dimension !== 1) ? [axis] : [],
  );
}
