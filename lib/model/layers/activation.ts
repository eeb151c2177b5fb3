import * as tf from "@tensorflow/tfjs";

/** The name of a function that layers apply to each number. */
export type Activation = "relu" | "relu6" | "silu" | "none";

/** A function of each number of a tensor, and its gradient. */
export interface ActivationFunction {
  /** Applies the function. */
  apply<T extends tf.Tensor>(x: T): T;
  /**
   * The gradient for the input, from the gradient for the output.
   *
   * @param x computes the input, if it is needed
   */
  gradient(dy: tf.Tensor, x: () => tf.Tensor): tf.Tensor;
}

/** The functions by name; SiLU is x sigmoid(x) (Elfwing et al., 2018). */
export const activations: Record<Activation, ActivationFunction> = {
  relu: {
    apply: (x) => tf.relu(x),
    gradient: (dy, x) => tf.mul(dy, tf.step(x())),
  },
  relu6: {
    apply: (x) => tf.relu6(x),
    gradient(dy, input) {
      const x = input();
      return tf.mul(dy, tf.mul(tf.step(x), tf.step(tf.sub(6, x))));
    },
  },
  silu: {
    apply: (x) => tf.mul(x, tf.sigmoid(x)),
    gradient(dy, input) {
      const x = input();
      const gate = tf.sigmoid(x);
      return tf.mul(dy, tf.mul(gate, tf.add(1, tf.mul(x, tf.sub(1, gate)))));
    },
  },
  none: {
    apply: (x) => x,
    gradient: (dy) => dy,
  },
};
