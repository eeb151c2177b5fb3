import * as tf from "@tensorflow/tfjs";
import { activations } from "./activation.ts";
import { type DropPath, dropPath } from "./drop_path.ts";
import type { Layer } from "./layer.ts";

/** The place of a branch among a network's blocks. */
export interface Depth {
  /** Number of the block, from 0 at the shallowest. */
  readonly block: number;
  /** The block at which the rate of dropping reaches its highest. */
  readonly total: number;
}

/**
 * Makes the sum of a branch and a shortcut around it, and an activation after it.
 *
 * @param options.shortcut the identity by default
 * @param options.activation none by default
 * @param options.drop drops the branch in training, more often the deeper the block
 */
export function residual(
  branch: Layer,
  { shortcut = (x) => x, activation = "none", drop, depth: { block, total } }: {
    shortcut?: Layer;
    activation?: "relu" | "none";
    drop: DropPath | undefined;
    depth: Depth;
  },
): Layer {
  const rate = drop ? drop.rate * block / total : 0;
  const { apply, gradient } = activations[activation];
  // The slope follows from the output, so that neither addend need be kept.
  const join = tf.customGrad((...inputs) => {
    const [a, b, save] = inputs as unknown as [tf.Tensor, tf.Tensor, (y: tf.Tensor[]) => void];
    const value = apply(tf.add(a, b));
    save([value]);
    return {
      value,
      gradFunc(dy: tf.Tensor, [y]: tf.Tensor[]) {
        const slope = gradient(dy, () => y!);
        // TensorFlow.js disposes of a gradient that it adds to another: each addend has its own.
        return [tf.clone(slope), tf.clone(slope)];
      },
    };
  });
  return (x, training) =>
    tf.tidy(() => {
      const y = branch(x, training);
      const kept = drop && training ? dropPath(y, rate, drop.seed() * total + block) : y;
      return join(kept, shortcut(x, training)) as tf.Tensor4D;
    });
}
