import * as tf from "@tensorflow/tfjs";
import { type DropPath, dropPath } from "./drop_path.ts";
import type { Layer } from "./layer.ts";

/** Which of a network's blocks a branch belongs to. */
export interface Depth {
  /** Counted from 0 at the shallowest. */
  readonly block: number;
  /** The block at which the rate of dropping would be whole. */
  readonly whole: number;
}

/**
 * Makes the sum of a branch and a shortcut around it.
 *
 * @param shortcut the identity unless told otherwise
 * @param drop leaves out the branch in training, more often the deeper it lies
 */
export function residual(
  branch: Layer,
  { shortcut = (x) => x, drop, depth: { block, whole } }: {
    shortcut?: Layer;
    drop: DropPath | undefined;
    depth: Depth;
  },
): Layer {
  const rate = drop ? drop.rate * block / whole : 0;
  return (x, training) => {
    const y = branch(x, training);
    const kept = drop && training ? dropPath(y, rate, drop.seed() * whole + block) : y;
    return tf.add(kept, shortcut(x, training));
  };
}
