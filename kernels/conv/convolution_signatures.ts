import * as tf from "@tensorflow/tfjs";

/** A tensor of a convolution: the input, the filter, or the gradient of the output. */
export type ConvolutionTensor = "x" | "filter" | "dy";

/** A kernel of TensorFlow.js for a convolution, or for a gradient of one. */
export interface ConvolutionSignature {
  /** Its name in TensorFlow.js's registry. */
  readonly name: string;
  /** True for depthwise convolutions. */
  readonly depthwise: boolean;
  /** The two tensors that it reads. */
  readonly inputs: readonly [ConvolutionTensor, ConvolutionTensor];
  /** The tensor whose shape its output has; that of a convolution is `dy`. */
  readonly output: ConvolutionTensor;
}

const convolution = { inputs: ["x", "filter"], output: "dy" } as const;
const byFilter = { inputs: ["x", "dy"], output: "filter" } as const;
const byInput = { inputs: ["dy", "filter"], output: "x" } as const;

/** Convolutions, depthwise convolutions, and the gradients of both by their filter and input. */
export const convolutionSignatures = {
  conv2d: { name: tf.Conv2D, depthwise: false, ...convolution },
  conv2dBackpropFilter: { name: tf.Conv2DBackpropFilter, depthwise: false, ...byFilter },
  conv2dBackpropInput: { name: tf.Conv2DBackpropInput, depthwise: false, ...byInput },
  depthwiseConv2d: { name: tf.DepthwiseConv2dNative, depthwise: true, ...convolution },
  depthwiseBackpropFilter: {
    name: tf.DepthwiseConv2dNativeBackpropFilter,
    depthwise: true,
    ...byFilter,
  },
  depthwiseBackpropInput: {
    name: tf.DepthwiseConv2dNativeBackpropInput,
    depthwise: true,
    ...byInput,
  },
} as const satisfies Record<string, ConvolutionSignature>;
