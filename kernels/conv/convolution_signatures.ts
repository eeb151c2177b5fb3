import * as tf from "@tensorflow/tfjs";

/** A tensor of a convolution: what goes in, what it is multiplied by, the gradient of what comes out. */
export type ConvolutionTensor = "x" | "filter" | "dy";

/** What a kernel of TensorFlow.js's computes with, for a convolution or a gradient of one. */
export interface ConvolutionSignature {
  /** Its name in TensorFlow.js's registry. */
  readonly name: string;
  readonly depthwise: boolean;
  readonly inputs: readonly [ConvolutionTensor, ConvolutionTensor];
  /** As what its output is shaped; a convolution's is as `dy`. */
  readonly output: ConvolutionTensor;
}

const convolution = { inputs: ["x", "filter"], output: "dy" } as const;
const byFilter = { inputs: ["x", "dy"], output: "filter" } as const;
const byInput = { inputs: ["dy", "filter"], output: "x" } as const;

/** Convolutions, depthwise ones, and the gradients of both by their filter and by their input. */
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
