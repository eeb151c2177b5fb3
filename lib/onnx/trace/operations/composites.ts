import * as tf from "@tensorflow/tfjs";
import type { Operation } from "../operation.ts";

/** The activations that TensorFlow.js fuses with what comes before. */
const activations: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>> = {
  linear: (x) => x,
  relu: tf.relu,
  relu6: tf.relu6,
  elu: tf.elu,
  sigmoid: tf.sigmoid,
};

/** Makes of a fused operation those that it fuses: the product, its bias, and an activation. */
function unfused(
  kernel: string,
  product: (inputs: Record<string, tf.Tensor>, attributes: Parameters<Operation>[2]) => tf.Tensor,
): Operation {
  return (recorder, given, attributes) => {
    const inputs = given as Record<string, tf.Tensor>;
    const { activation } = attributes;
    const activate = activations[activation] ?? recorder.refuse(`${kernel} (${activation})`);
    const result = product(inputs, attributes);
    return activate(inputs.bias ? tf.add(result, inputs.bias) : result);
  };
}

/** Operations that consist of other ones of TensorFlow.js. */
export const composites: Readonly<Record<string, Operation>> = {
  Rsqrt: (_, { x }) => tf.reciprocal(tf.sqrt(x as tf.Tensor)),
  Square: (_, { x }) => tf.mul(x as tf.Tensor, x as tf.Tensor),
  SquaredDifference: (_, { a, b }) => tf.square(tf.sub(a as tf.Tensor, b as tf.Tensor)),

  FusedBatchNorm(_, inputs, { varianceEpsilon }) {
    const { x, mean, variance, scale = 1, offset = 0 } = inputs as Record<string, tf.Tensor>;
    const factor = tf.mul(scale, tf.rsqrt(tf.add(variance!, varianceEpsilon)));
    return tf.add(tf.mul(x!, factor), tf.sub(offset, tf.mul(mean!, factor)));
  },

  FusedConv2D: unfused("FusedConv2D", ({ x, filter }, attributes) => {
    const { strides, pad, dataFormat, dilations, dimRoundingMode } = attributes;
    const images = x as tf.Tensor4D, filters = filter as tf.Tensor4D;
    return tf.conv2d(images, filters, strides, pad, dataFormat, dilations, dimRoundingMode);
  }),
  FusedDepthwiseConv2D: unfused("FusedDepthwiseConv2D", ({ x, filter }, attributes) => {
    const { strides, pad, dilations, dimRoundingMode } = attributes;
    const images = x as tf.Tensor4D, filters = filter as tf.Tensor4D;
    return tf.depthwiseConv2d(images, filters, strides, pad, "NHWC", dilations, dimRoundingMode);
  }),
  _FusedMatMul: unfused("_FusedMatMul", ({ a, b }, { transposeA, transposeB }) => {
    return tf.matMul(a!, b!, transposeA, transposeB);
  }),
};
