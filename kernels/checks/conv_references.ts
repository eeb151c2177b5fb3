import {
  type ConvolutionSignature,
  convolutionSignatures,
} from "../conv/convolution_signatures.ts";
import { conv2d } from "../reference/conv/conv2d.ts";
import { conv2dBackpropFilter } from "../reference/conv/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "../reference/conv/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "../reference/conv/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "../reference/conv/depthwise_backprop_input.ts";
import { depthwiseConv2d } from "../reference/conv/depthwise_conv2d.ts";
import type { ConvolutionGeometry } from "../reference/conv/for_each_tap.ts";

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
