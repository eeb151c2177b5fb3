import {
  type ConvolutionSignature,
  convolutionSignatures,
} from "../../kernels/convolution_signatures.ts";
import { conv2d } from "../../kernels/reference/conv2d.ts";
import { conv2dBackpropFilter } from "../../kernels/reference/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "../../kernels/reference/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "../../kernels/reference/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "../../kernels/reference/depthwise_backprop_input.ts";
import { depthwiseConv2d } from "../../kernels/reference/depthwise_conv2d.ts";
import type { ConvolutionGeometry } from "../../kernels/reference/visit_taps.ts";

/** A kernel of TensorFlow.js's that ours stand in for, and what it is to give. */
export interface ConvReference extends ConvolutionSignature {
  readonly key: keyof typeof convolutionSignatures;
  readonly reference: (
    a: Float32Array,
    b: Float32Array,
    geometry: ConvolutionGeometry,
  ) => ArrayLike<number>;
}

const references: Record<keyof typeof convolutionSignatures, ConvReference["reference"]> = {
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseConv2d,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
};

export const convReferences: readonly ConvReference[] =
  (Object.keys(references) as (keyof typeof references)[])
    .map((key) => ({ key, ...convolutionSignatures[key], reference: references[key] }));
