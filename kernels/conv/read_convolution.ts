import * as tf from "@tensorflow/tfjs";
import type { ConvolutionSignature, convolutionSignatures } from "./convolution_signatures.ts";

type Sizes = [number, number, number, number];

interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: "same" | "valid" | number | tf.backend_util.ExplicitPadding;
  readonly dilations?: number | [number, number];
  readonly dataFormat?: "NHWC" | "NCHW";
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
  /** Shapes of tensors that a gradient does not have as inputs. */
  readonly filterShape: Sizes;
  readonly inputShape: Sizes;
}

/** A kernel for each convolution and gradient, by what it runs on. */
export type ConvolutionKernels<Runner> = Readonly<
  Record<
    keyof typeof convolutionSignatures,
    (
      runner: Runner,
      a: tf.TensorInfo,
      b: tf.TensorInfo,
      geometry: tf.backend_util.Conv2DInfo,
    ) => tf.TensorInfo
  >
>;

/** The arguments of a kernel. */
export interface ConvolutionCall {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
  readonly geometry: tf.backend_util.Conv2DInfo;
}

/** Reads a call of TensorFlow.js's kernel for a convolution, or for a gradient of one. */
export function readConvolution(
  { inputs, depthwise }: ConvolutionSignature,
  call: { readonly inputs: tf.NamedTensorInfoMap; readonly attrs?: unknown },
): ConvolutionCall {
  const attributes = call.attrs as Attributes;
  const { x, filter } = call.inputs;
  const [a, b] = inputs.map((name) => call.inputs[name]!) as [tf.TensorInfo, tf.TensorInfo];
  const geometry = tf.backend_util.computeConv2DInfo(
    x ? x.shape as Sizes : attributes.inputShape,
    filter ? filter.shape as Sizes : attributes.filterShape,
    attributes.strides,
    attributes.dilations ?? 1,
    attributes.pad,
    attributes.dimRoundingMode,
    depthwise,
    tf.backend_util.convertConv2DDataFormat(attributes.dataFormat ?? "NHWC"),
  );
  return { a, b, geometry };
}
