import * as tf from "@tensorflow/tfjs";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleTensor } from "./sample_values.ts";

const rows = 4, columns = 5_003, size = rows * columns;

/** Slices, concatenations and sums of TensorFlow.js, where our kernels replace its own. */
export const copyChecks: readonly KernelCheck[] = [
  defineCheck({
    kernel: "slice and concatenation",
    tolerance: 0,
    inputs: () => ({ x: sampleTensor([size], 1) }),
    run({ x }) {
      const second = tf.slice(x, [columns], [columns]);
      return [second, tf.concat([second, tf.slice(x, [0], [columns])])];
    },
    expected({ x: { values } }) {
      const [first, second] = [values.slice(0, columns), values.slice(columns, 2 * columns)];
      return [second, [...second, ...first]];
    },
  }),
  defineCheck({
    kernel: "sum over rows",
    tolerance: 1e-4,
    inputs: () => ({ x: sampleTensor([columns, rows], 1) }),
    run: ({ x }) => [tf.sum(x, 0)],
    expected({ x: { values } }) {
      const sums = [0, 0, 0, 0];
      values.forEach((value, i) => sums[i % rows]! += value);
      return [sums];
    },
  }),
];
