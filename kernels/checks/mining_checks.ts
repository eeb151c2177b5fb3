import type * as tf from "@tensorflow/tfjs";
import { toRows } from "../distances/to_rows.ts";
import { mineRows, type MineRowsOptions } from "../mining/mine_rows.ts";
import { pairCounts } from "../mining/pair_counts.ts";
import { pairMasks } from "../mining/pair_masks.ts";
import { sampleNegatives } from "../mining/sample_negatives.ts";
import { selectColumns } from "../mining/select_columns.ts";
import * as mining from "../reference/mining/mine_rows.ts";
import * as counting from "../reference/mining/pair_counts.ts";
import * as masking from "../reference/mining/pair_masks.ts";
import * as sampling from "../reference/mining/sample_negatives.ts";
import * as selecting from "../reference/mining/select_columns.ts";
import type { Values } from "../runtime/register_op.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleIntegers, sampleValues, tiedValues, vector } from "./sample_values.ts";

/** Rows and columns. */
interface Sizes {
  readonly n: number;
  readonly m: number;
}

/**
 * Rows mined from a batch of n.
 *
 * @param d elements of a row; 16 gives exact distances, full of ties
 */
export function mineRowsCheck(
  { n, d = 16, ...options }: MineRowsOptions & { n: number; d?: number },
): KernelCheck {
  const { distance, negatives } = options;
  return defineCheck({
    kernel: `mined rows, ${negatives}, ${distance}, [${n}, ${d}]`,
    tolerance: 0,
    inputs: () => ({
      rows: { values: (d === 16 ? tiedValues : sampleValues)(n * d, 2), shape: [n, d] },
      labels: vector(sampleIntegers(n, 3, 0, Math.ceil(n / 4) - 1)),
    }),
    run({ rows, labels }) {
      const mined = mineRows(rows as tf.Tensor2D, labels as tf.Tensor1D, options);
      return [mined.positives, mined.negatives];
    },
    expected({ rows, labels }) {
      const mined = mining
        .mineRows(toRows(rows), labels.values as Int32Array, distance, negatives);
      return [mined.positives, mined.negatives];
    },
  });
}

/** Labels of rows, and of columns, of which -1 is none. */
function labelsOf({ n, m }: Sizes): { labels: Values; others: Values } {
  return {
    labels: vector(sampleIntegers(n, 1, 0, 9)),
    others: vector(sampleIntegers(m, 2, -1, 9)),
  };
}

/** Pairs of one label, and of two; `self` as in `pairMasks`. */
export function pairMasksCheck({ n, m, self }: Sizes & { self: number }): KernelCheck {
  return defineCheck({
    kernel: `pair masks, [${n}, ${m}], self ${self}`,
    tolerance: 0,
    inputs: () => labelsOf({ n, m }),
    run({ labels, others }) {
      const { positives, negatives } = pairMasks(
        labels as tf.Tensor1D,
        others as tf.Tensor1D,
        self,
      );
      return [positives, negatives];
    },
    expected({ labels, others }) {
      const both = masking.pairMasks(labels.values, others.values, self);
      return [both.slice(0, n * m), both.slice(n * m)];
    },
  });
}

/** How often each pair is in a list of k columns a row. */
export function pairCountsCheck({ n, m, k = 3 }: Sizes & { k?: number }): KernelCheck {
  return defineCheck({
    kernel: `pair counts, [${n}, ${m}]`,
    tolerance: 0,
    inputs: () => ({
      indices: { values: sampleIntegers(n * k, 6, -1, m - 1), shape: [n, k] },
      others: labelsOf({ n, m }).others,
    }),
    run: ({ indices, others }) => [pairCounts(indices as tf.Tensor2D, others as tf.Tensor1D)],
    expected: ({ indices, others }) => [counting.pairCounts(indices.values, k, others.values)],
  });
}

/** A positive and a negative selected for each row, among ties and one distance that is not finite. */
export function selectColumnsCheck(
  { n, m, ...options }: Sizes & selecting.SelectColumnsOptions,
): KernelCheck {
  return defineCheck({
    kernel: `selected columns, ${options.positive} and ${options.negative}, [${n}, ${m}]`,
    tolerance: 0,
    inputs: () => ({
      distances: { values: tiedValues(n * m, 4).fill(NaN, n * m - 1), shape: [n, m] },
      ...labelsOf({ n, m }),
    }),
    run({ distances, labels, others }) {
      const selected = selectColumns({
        distances: distances as tf.Tensor2D,
        labels: labels as tf.Tensor1D,
        others: others as tf.Tensor1D,
      }, options);
      return [selected.positives, selected.negatives];
    },
    expected({ distances, labels, others }) {
      const both = selecting
        .selectColumns(distances.values, labels.values, others.values, options);
      return [both.slice(0, n), both.slice(n)];
    },
  });
}

/** Negatives sampled by weights. The weights are integers, which add up exactly. */
export function sampleNegativesCheck(
  { n, m, ...options }: Sizes & sampling.SampleNegativesOptions,
): KernelCheck {
  return defineCheck({
    kernel: `sampled negatives, [${n}, ${m}], seed ${options.seed}`,
    tolerance: 0,
    inputs() {
      const { labels, others } = labelsOf({ n, m });
      const weights = Float32Array.from(
        sampleIntegers(n * m, 5, 1, 4),
        (weight, i) => labels.values[Math.floor(i / m)] === others.values[i % m] ? 0 : weight,
      );
      return { weights: { values: weights, shape: [n, m] }, labels, others };
    },
    run: ({ weights, labels, others }) => [
      sampleNegatives({
        weights: weights as tf.Tensor2D,
        labels: labels as tf.Tensor1D,
        others: others as tf.Tensor1D,
      }, options),
    ],
    expected: ({ weights, labels, others }) => [
      sampling.sampleNegatives(weights.values, labels.values, others.values, options),
    ],
  });
}

// Beyond a workgroup of 64 in both directions.
const n = 67, m = 70;

/** Mining: rows, pairs, columns and samples. */
export const miningChecks: readonly KernelCheck[] = [
  mineRowsCheck({ n: 131, distance: "squared", negatives: "hardest" }),
  mineRowsCheck({ n: 131, distance: "squared", negatives: "semi-hard" }),
  // Enough rows for the larger blocks.
  {
    ...mineRowsCheck({ n: 1450, distance: "squared", negatives: "hardest" }),
    backend: "webgpu",
  },
  pairMasksCheck({ n, m, self: 1 }),
  pairCountsCheck({ n, m }),
  selectColumnsCheck({ n, m, positive: "hard", negative: "semi-hard", self: m }),
  selectColumnsCheck({ n, m, positive: "easy", negative: "hard", self: 0 }),
  sampleNegativesCheck({ n, m, seed: 11, sample: 5, self: m }),
];
