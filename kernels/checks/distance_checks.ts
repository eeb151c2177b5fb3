import * as tf from "@tensorflow/tfjs";
import { l2Normalize } from "../distances/l2_normalize.ts";
import { pairwiseDistances } from "../distances/pairwise_distances.ts";
import { toRows } from "../distances/to_rows.ts";
import type { Distance } from "../reference/distances/distance.ts";
import * as normalizing from "../reference/distances/l2_normalize.ts";
import * as reference from "../reference/distances/pairwise_distances.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleTensor } from "./sample_values.ts";

/** Every distance. */
export const distances: readonly Distance[] = ["cosine", "euclidean", "squared"];

/** Distances from `[n, d]` to `[m, d]`. */
export function pairwiseCheck(
  { n, m, d, distance }: { n: number; m: number; d: number; distance: Distance },
): KernelCheck {
  return defineCheck({
    kernel: `pairwise distances, ${distance}, [${n}, ${d}] to [${m}, ${d}]`,
    tolerance: 1e-5,
    inputs: () => ({ a: sampleTensor([n, d], 1), b: sampleTensor([m, d], 2) }),
    run: ({ a, b }) => [pairwiseDistances(a as tf.Tensor2D, b as tf.Tensor2D, distance)],
    expected: ({ a, b }) => [reference.pairwiseDistances(toRows(a), toRows(b), distance)],
  });
}

/** Rows `[n, d]` of unit length, and the gradient. */
export function l2NormalizeCheck({ n, d }: { n: number; d: number }): KernelCheck {
  return defineCheck({
    kernel: `l2 normalize, [${n}, ${d}]`,
    tolerance: 1e-5,
    inputs: () => ({ x: sampleTensor([n, d], 1), dy: sampleTensor([n, d], 2) }),
    run({ x, dy }) {
      const { value, grad } = tf.valueAndGrad((x) => l2Normalize(x as tf.Tensor2D) as tf.Tensor)(
        x,
        dy,
      );
      return [value, grad];
    },
    expected: ({ x, dy }) => [
      normalizing.l2Normalize(toRows(x)),
      normalizing.l2NormalizeGradient(toRows(x), dy.values as Float32Array),
    ],
  });
}

/** Distances and rows of unit length. */
export const distanceChecks: readonly KernelCheck[] = [
  // More rows than a tile has, and a number that no tile divides.
  ...distances.map((distance) => pairwiseCheck({ n: 131, m: 131, d: 16, distance })),
  // Enough rows for the larger blocks.
  { ...pairwiseCheck({ n: 1450, m: 1450, d: 16, distance: "squared" }), backend: "webgpu" },
  l2NormalizeCheck({ n: 131, d: 16 }),
];
