import * as tf from "@tensorflow/tfjs";
import { distanceMatrix } from "../../lib/distances/distance_matrix.ts";
import { distanceNames } from "../../lib/distances/distance_name.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { assertCloseTo } from "../kernels/support/assert_close_to.ts";
import { take, testOnDevices } from "../kernels/support/test_on_devices.ts";
import { numericGradient } from "../kernels/support/numeric_gradient.ts";
import { distanceOf } from "../losses/definitions.ts";

const d = 4;
const a = randomBatch({ n: 5, d }, 1).values;
const b = randomBatch({ n: 3, d }, 2).values;
/** How much each distance counts in what is differentiated. */
const weights = randomBatch({ n: 5, d: 3 }, 3).values;

function rows(values: ArrayLike<number>): number[][] {
  const all = Array.from(values);
  return Array.from({ length: all.length / d }, (_, i) => all.slice(i * d, (i + 1) * d));
}

testOnDevices(
  "distances to other rows, and their slopes for both sides",
  [12, 15, 20],
  async () => {
    for (const distance of distanceNames) {
      const define = (a: ArrayLike<number>, b: ArrayLike<number>) =>
        rows(a).flatMap((x) => rows(b).map((y) => distanceOf(x, y, distance)));
      const total = (a: ArrayLike<number>, b: ArrayLike<number>) =>
        define(a, b).reduce((sum, value, i) => sum + value * weights[i]!, 0);
      const [x, y, w] = [
        tf.tensor2d(a, [5, d]),
        tf.tensor2d(b, [3, d]),
        tf.tensor2d(weights, [5, 3]),
      ];
      const found = distanceMatrix(x, y, distance);
      const gradient = tf.grads((x, y) =>
        tf.sum(tf.mul(distanceMatrix(x as tf.Tensor2D, y as tf.Tensor2D, distance), w))
      );
      const [atX, atY] = gradient([x, y]);
      assertCloseTo(await take(found), define(a, b));
      assertCloseTo(await take(atX!), numericGradient((a) => total(a, b), a));
      assertCloseTo(await take(atY!), numericGradient((b) => total(a, b), b));
      tf.dispose([x, y, w]);
    }
  },
);

testOnDevices("rows that are the same have no distance, and no slope", [4, 8], async () => {
  const same = tf.tensor2d([[3, 4, 0, 0], [3, 4, 0, 0]]);
  for (const distance of ["euclidean", "squared"] as const) {
    const of = (x: tf.Tensor) => distanceMatrix(x as tf.Tensor2D, x as tf.Tensor2D, distance);
    const gradient = tf.grad((x) => tf.sum(of(x)))(same);
    assertCloseTo(await take(of(same)), [0, 0, 0, 0], 0);
    assertCloseTo(await take(gradient), [0, 0, 0, 0, 0, 0, 0, 0], 0);
  }
  same.dispose();
});
