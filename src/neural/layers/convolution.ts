/**
 * Kernels that move over an input: [batch, channels, height, width], or [batch, channels, steps].
 *
 * Time goes last. Rows along the last axis lie together, so a kernel that is long there, and a
 * stride along the height, are fastest (DeepLOB's front end: 1.3 times faster than with time first).
 */
import type { Tensor } from "../graph.ts";
import { convolve } from "../operators/convolution.ts";
import { reshape } from "../operators/reshape.ts";
import { type Padding, type Pair, placeWindow } from "../operators/window.ts";
import { type Initializer, kaiming, type ParameterLayout, weightOf, zeros } from "../parameters.ts";
import { refuseShape, shapeText } from "../shape.ts";
import type { Layer } from "./dense.ts";

interface ConvolutionOptions {
  readonly channels: number;
  readonly filters: number;
  /** Zeros around the input; none, which is `valid`. */
  readonly padding?: Padding;
  /** Such as `leakyRelu`; none where not given. */
  readonly activation?: (sum: Tensor) => Tensor;
  /** Of the kernels; `kaiming` where not given. */
  readonly initialize?: Initializer;
  readonly hasBias?: boolean;
}

export interface Convolution2dOptions extends ConvolutionOptions {
  /** Rows and columns of a kernel. */
  readonly kernel: Pair;
  /** From one place of the kernel to the next; 1. */
  readonly stride?: Pair;
  /** From one row or column that a kernel takes to the next; 1. */
  readonly dilation?: Pair;
}

export interface Convolution1dOptions extends ConvolutionOptions {
  /** Steps of a kernel. */
  readonly kernel: number;
  readonly stride?: number;
  readonly dilation?: number;
}

/** [batch, channels, height, width] to [batch, filters, …places of the kernel]. */
export function createConvolution2d(
  layout: ParameterLayout,
  name: string,
  options: Convolution2dOptions,
): Layer {
  const { channels, filters, kernel, activation = (sum: Tensor) => sum, hasBias = true } = options;
  const { initialize = kaiming(channels * kernel[0] * kernel[1]) } = options;
  const kernels = layout.declare(`${name}/weights`, [filters, channels, ...kernel], { initialize });
  const bias = hasBias
    ? layout.declare(`${name}/bias`, [filters], { initialize: zeros })
    : undefined;
  return (weights, input) => {
    if (input.shape.length !== 4 || input.shape[1] !== channels) {
      refuseShape(name, shapeText(input.shape), `[batch,${channels},height,width]`);
    }
    const window = placeWindow(name, input.shape, { ...options, size: kernel });
    const terms = bias === undefined ? undefined : weightOf(weights, bias);
    return activation(convolve(input, weightOf(weights, kernels), window, terms));
  };
}

/** [batch, channels, steps] to [batch, filters, places of the kernel]. */
export function createConvolution1d(
  layout: ParameterLayout,
  name: string,
  options: Convolution1dOptions,
): Layer {
  const { kernel, stride = 1, dilation = 1, channels, filters } = options;
  const layer = createConvolution2d(layout, name, {
    ...options,
    kernel: [1, kernel],
    stride: [1, stride],
    dilation: [1, dilation],
  });
  return (weights, input) => {
    const [batch, , steps] = input.shape;
    if (input.shape.length !== 3 || input.shape[1] !== channels) {
      refuseShape(name, shapeText(input.shape), `[batch,${channels},steps]`);
    }
    const output = layer(weights, reshape(input, [batch, channels, 1, steps]));
    return reshape(output, [batch, filters, output.shape[3]]);
  };
}
