import * as tf from "@tensorflow/tfjs";
import { allTriplets, type AllTripletsOptions } from "../triplets/all_triplets.ts";
import { firstNonFinite } from "../finite/first_non_finite.ts";
import { mineRows } from "../mining/mine_rows.ts";
import { pairwiseDistances } from "../distances/pairwise_distances.ts";
import {
  allTripletsGradient,
  allTripletsSummary,
  allTripletsWeights,
} from "../reference/triplets/all_triplets.ts";
import type { Distance } from "../reference/distances/distance.ts";
import * as finite from "../reference/finite/first_non_finite.ts";
import * as mining from "../reference/mining/mine_rows.ts";
import * as distances from "../reference/distances/pairwise_distances.ts";
import * as unit from "../reference/distances/l2_normalize.ts";
import { l2Normalize } from "../distances/l2_normalize.ts";
import type { KernelCheck } from "./kernel_check.ts";
import { sampleIntegers, sampleValues, tiedValues } from "./sample_numbers.ts";

// More than a tile of 32 rows, and a number that no tile divides.
const n = 131, d = 16;
// Enough for the blocks that are chosen for large batches.
const many = { values: tiedValues(1450 * d, 8), dimension: d };
const manyLabels = sampleIntegers(1450, 9, 0, 300);
const asMany = () => tf.tensor2d(many.values, [1450, d]);
const values = sampleValues(n * d, 1), tied = tiedValues(n * d, 2);
const labels = sampleIntegers(n, 3, 0, 30);
const rows = { values, dimension: d };
const asRows = (numbers: Float32Array) => tf.tensor2d(numbers, [n, d]);
const everyDistance: readonly Distance[] = ["cosine", "euclidean", "squared"];
const margin = 0.25;

const spoilt = sampleValues(40_000, 7).fill(NaN, 39_000);

/** The loss's figures, and its slope at the rows. */
function withGradient(summarise: (rows: tf.Tensor2D) => tf.Tensor1D): tf.Tensor[] {
  let summary!: tf.Tensor1D;
  const gradient = tf.grad((x) => {
    summary = tf.keep(summarise(x as tf.Tensor2D));
    return summary.slice(0, 1).asScalar();
  })(asRows(values));
  const figures = summary.clone();
  summary.dispose();
  return [figures, gradient];
}

function allTripletsCheck(options: AllTripletsOptions): KernelCheck {
  const { distance, select } = options;
  return {
    kernel: `all triplets, ${select}, ${distance}`,
    tolerance: 1e-4,
    run: () => withGradient((x) => allTriplets(x, tf.tensor1d(labels, "int32"), options)),
    expected() {
      const apart = distances.pairwiseDistances(rows, rows, distance);
      const weights = allTripletsWeights(apart, labels, options.margin, select);
      const summary = allTripletsSummary(apart, labels, weights, options.margin);
      return [summary, allTripletsGradient(rows, apart, weights, summary, 1, distance)];
    },
  };
}

/** Kernels over the rows of a batch `[n, d]`. */
export const rowChecks: readonly KernelCheck[] = [
  ...everyDistance.map((distance): KernelCheck => ({
    kernel: `pairwise distances, ${distance}`,
    tolerance: 1e-5,
    run: () => [pairwiseDistances(asRows(values), asRows(tied), distance)],
    expected: () => [
      distances.pairwiseDistances(rows, { values: tied, dimension: d }, distance),
    ],
  })),
  {
    kernel: "pairwise distances, many rows",
    backend: "webgpu",
    tolerance: 1e-5,
    run: () => [pairwiseDistances(asMany(), asMany(), "squared")],
    expected: () => [distances.pairwiseDistances(many, many, "squared")],
  },
  {
    kernel: "unit rows",
    tolerance: 1e-5,
    run() {
      const x = asRows(values);
      return [l2Normalize(x), tf.grad((x) => l2Normalize(x as tf.Tensor2D))(x, asRows(tied))];
    },
    expected: () => [unit.l2Normalize(rows), unit.l2NormalizeGradient(rows, tied)],
  },
  ...(["hardest", "semi-hard"] as const).map((negatives): KernelCheck => ({
    kernel: `mined rows, ${negatives}`,
    tolerance: 0,
    run() {
      const options = { distance: "squared", negatives } as const;
      const mined = mineRows(asRows(tied), tf.tensor1d(labels, "int32"), options);
      return [mined.positives, mined.negatives];
    },
    expected() {
      const mined = mining.mineRows({ values: tied, dimension: d }, labels, "squared", negatives);
      return [mined.positives, mined.negatives];
    },
  })),
  {
    kernel: "mined rows, many rows",
    backend: "webgpu",
    tolerance: 0,
    run() {
      const options = { distance: "squared", negatives: "hardest" } as const;
      const mined = mineRows(asMany(), tf.tensor1d(manyLabels, "int32"), options);
      return [mined.positives, mined.negatives];
    },
    expected() {
      const mined = mining.mineRows(many, manyLabels, "squared", "hardest");
      return [mined.positives, mined.negatives];
    },
  },
  allTripletsCheck({ margin, distance: "cosine", select: "all" }),
  allTripletsCheck({ margin, distance: "euclidean", select: "semi-hard" }),
  allTripletsCheck({ margin, distance: "squared", select: "hard" }),
  {
    kernel: "first number that is not finite",
    tolerance: 0,
    run: () => [values, spoilt].map((numbers) => firstNonFinite(tf.tensor1d(numbers))),
    expected: () => [values, spoilt].map((numbers) => [finite.firstNonFinite(numbers)]),
  },
];
