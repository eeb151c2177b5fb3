import * as tf from "@tensorflow/tfjs";
import { activations } from "./activation.ts";
import { type DropPath, dropPath } from "./drop_path.ts";
import type { Layer } from "./layer.ts";

/** Which of a network's blocks a branch belongs to. */
export interface Depth {
  /** Counted from 0 at the shallowest. */
  readonly block: number;
  /** The block at which the rate of dropping would be whole. */
  readonly total: number;
}

/**
 * Makes the sum of a branch and a shortcut around it, and an activation after it.
 *
 * @param shortcut the identity unless told otherwise
 * @param activation none unless asked
 * @param drop leaves out the branch in training, more often the deeper it lies
 */
export function residual(
  branch: Layer,
  { shortcut = (x) => x, activation = "none", drop, depth: { block, total: whole } }: {
    shortcut?: Layer;
    activation?: "relu" | "none";
    drop: DropPath | undefined;
    depth: Depth;
  },
): Layer {
  const rate = drop ? drop.rate * block / whole : 0;
  const { apply, gradient } = activations[activation];
  // Either slope shows in what comes out, so that neither addend need be kept.
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
      const kept = drop && training ? dropPath(y, rate, drop.seed() * whole + block) : y;
      return join(kept, shortcut(x, training)) as tf.Tensor4D;
    });
}
