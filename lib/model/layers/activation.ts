import * as tf from "@tensorflow/tfjs";

/** The name of a function that layers apply to each number. */
export type Activation = "relu" | "relu6" | "silu" | "none";

/** The functions by name; SiLU is x sigmoid(x) (Elfwing et al., 2018). */
export const activations: Record<Activation, (x: tf.Tensor4D) => tf.Tensor4D> = {
  relu: (x) => tf.relu(x),
  relu6: (x) => tf.relu6(x),
  silu: (x) => tf.mul(x, tf.sigmoid(x)),
  none: (x) => x,
};
