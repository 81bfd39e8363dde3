/** The largest or the mean of neighbours, or of everything, channel by channel. */
import type { Tensor } from "../graph.ts";
import { largest, mean } from "../operators/extreme.ts";
import { averagePool, maximumPool } from "../operators/pooling.ts";
import { reshape } from "../operators/reshape.ts";
import { type Padding, type Pair, placeWindow, type Window } from "../operators/window.ts";
import { refuseShape, shapeText } from "../shape.ts";

export interface Pooling2dOptions {
  /** Rows and columns that become one. */
  readonly window: Pair;
  /** From one place of the window to the next; its own size, so that no element counts twice. */
  readonly stride?: Pair;
  /** None, which is `valid`; what is added does not count. */
  readonly padding?: Padding;
}

export interface Pooling1dOptions {
  /** Steps that become one. */
  readonly window: number;
  readonly stride?: number;
  readonly padding?: Padding;
}

type Pool = (input: Tensor, window: Window) => Tensor;

function pool2d(what: string, pool: Pool, input: Tensor, options: Pooling2dOptions): Tensor {
  const { window, stride = window, ...rest } = options;
  return pool(input, placeWindow(what, input.shape, { ...rest, size: window, stride }));
}

function pool1d(what: string, pool: Pool, input: Tensor, options: Pooling1dOptions): Tensor {
  const { window, stride = window, ...rest } = options;
  const [batch, channels, steps] = input.shape;
  if (input.shape.length !== 3) refuseShape(what, shapeText(input.shape), "[batch,channels,steps]");
  const pair = { ...rest, window: [1, window], stride: [1, stride] } as const;
  const output = pool2d(what, pool, reshape(input, [batch, channels, 1, steps]), pair);
  return reshape(output, [batch, channels, output.shape[3]]);
}

/** [batch, channels, height, width] to [batch, channels, …places]; equal ones share the gradient. */
export const maximumPool2d = (input: Tensor, options: Pooling2dOptions): Tensor =>
  pool2d("maximumPool2d", maximumPool, input, options);

/** [batch, channels, steps] to [batch, channels, places]; equal ones share the gradient. */
export const maximumPool1d = (input: Tensor, options: Pooling1dOptions): Tensor =>
  pool1d("maximumPool1d", maximumPool, input, options);

/** [batch, channels, height, width] to [batch, channels, …places]. */
export const averagePool2d = (input: Tensor, options: Pooling2dOptions): Tensor =>
  pool2d("averagePool2d", averagePool, input, options);

/** [batch, channels, steps] to [batch, channels, places]. */
export const averagePool1d = (input: Tensor, options: Pooling1dOptions): Tensor =>
  pool1d("averagePool1d", averagePool, input, options);

/** [batch, channels, …] to [batch, channels]; equal ones share the gradient. */
export const globalMaximum = (input: Tensor): Tensor =>
  largest(input, placesOf("globalMaximum", input));

/** [batch, channels, …] to [batch, channels]. */
export const globalAverage = (input: Tensor): Tensor =>
  mean(input, placesOf("globalAverage", input));

/** The axes behind batch and channels. */
function placesOf(what: string, { shape }: Tensor): number[] {
  if (shape.length < 3) refuseShape(what, shapeText(shape), "[batch,channels,…]");
  return shape.slice(2).map((_, at) => at + 2);
}
