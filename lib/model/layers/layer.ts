import type * as tf from "@tensorflow/tfjs";

/** A function of images' activations, from and to `[n, height, width, channels]`. */
export type Layer = (x: tf.Tensor4D, training: boolean) => tf.Tensor4D;

/** Applies layers one after the other. */
export function chain(layers: readonly Layer[]): Layer {
  return (x, training) => layers.reduce((y, layer) => layer(y, training), x);
}
