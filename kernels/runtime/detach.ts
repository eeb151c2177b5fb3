import * as tf from "@tensorflow/tfjs";

/** Copies values without their history: gradients stop here. */
export function detach<T extends tf.Tensor>(values: T): T {
  return tf.tidy(() =>
    // The tape does not record what a custom op computes, and its only input is a constant.
    tf.customGrad(() => ({
      value: values.clone(),
      gradFunc: () => tf.scalar(0),
    }))(tf.scalar(0)) as T
  );
}
