import * as tf from "@tensorflow/tfjs";
import { bandedTriplets } from "../triplets/banded_triplets.ts";
import { sampleNegatives } from "../mining/sample_negatives.ts";
import { pairMasks } from "../mining/pair_masks.ts";
import { listedTriplets } from "../triplets/listed_triplets.ts";
import { pairCounts } from "../mining/pair_counts.ts";
import * as banded from "../reference/triplets/banded_triplets.ts";
import * as drawing from "../reference/mining/sample_negatives.ts";
import * as labelling from "../reference/mining/pair_masks.ts";
import * as listed from "../reference/triplets/listed_triplets.ts";
import * as counting from "../reference/mining/pair_counts.ts";
import * as selecting from "../reference/mining/select_columns.ts";
import type { TripletTermsOptions } from "../reference/triplets/triplet_terms.ts";
import { selectColumns } from "../mining/select_columns.ts";
import type { KernelCheck } from "./kernel_check.ts";
import { sampleIntegers, sampleValues, tiedValues } from "./sample_numbers.ts";

// Beyond a workgroup of 64 in both directions.
const n = 67, m = 70, k = 3;
const labels = sampleIntegers(n, 1, 0, 9), others = sampleIntegers(m, 2, -1, 9);
const distances = sampleValues(n * m, 3), tied = tiedValues(n * m, 4);
/** Whole, so that they add up exactly; 0 for what is no negative. */
const weights = sampleIntegers(n * m, 5, 1, 4).map((weight, i) =>
  labels[Math.floor(i / m)] === others[i % m] ? 0 : weight
);
const list = sampleIntegers(n * k, 6, -1, m - 1), second = sampleIntegers(n * k, 7, -1, m - 1);

const table = (values: ArrayLike<number>) => tf.tensor2d(Float32Array.from(values), [n, m]);
const indices = (values: Int32Array) => tf.tensor2d(values, [n, k], "int32");
const byLabels = () => ({
  labels: tf.tensor1d(labels, "int32"),
  others: tf.tensor1d(others, "int32"),
});

const terms: readonly TripletTermsOptions[] = [
  { margin: 0.2, term: "hinge", swap: false },
  { margin: 0.3, term: "softplus", swap: false },
  { margin: 0, term: "count", swap: false },
];
const band = { above: -0.4, upTo: 0.3 };
const draw = { seed: 11, sample: 5, self: m };
const selections: readonly selecting.SelectColumnsOptions[] = [
  { positive: "hard", negative: "semi-hard", self: m },
  { positive: "easy", negative: "hard", self: 0 },
];

/** Kernels over a matrix of rows and columns `[n, m]`. */
export const pairChecks: readonly KernelCheck[] = [
  {
    kernel: "pairs of labels",
    tolerance: 0,
    run() {
      const { labels, others } = byLabels();
      const { positives, negatives } = pairMasks(labels, others, 1);
      return [positives, negatives];
    },
    expected() {
      const both = labelling.pairMasks(labels, others, 1);
      return [both.slice(0, n * m), both.slice(n * m)];
    },
  },
  {
    kernel: "counts of pairs",
    tolerance: 0,
    run: () => [pairCounts(indices(list), byLabels().others)],
    expected: () => [counting.pairCounts(list, k, others)],
  },
  ...selections.map((options): KernelCheck => ({
    kernel: `selected columns, ${options.positive} and ${options.negative}`,
    tolerance: 0,
    run() {
      const selected = selectColumns({ distances: table(tied), ...byLabels() }, options);
      return [selected.positives, selected.negatives];
    },
    expected() {
      const both = selecting.selectColumns(tied, labels, others, options);
      return [both.slice(0, n), both.slice(n)];
    },
  })),
  {
    kernel: "drawn negatives",
    tolerance: 0,
    run: () => [sampleNegatives({ weights: table(weights), ...byLabels() }, draw)],
    expected: () => [drawing.sampleNegatives(weights, labels, others, draw)],
  },
  ...terms.flatMap((options): KernelCheck[] => [
    {
      kernel: `triplets in a band, ${options.term}`,
      tolerance: 1e-4,
      run: () => [
        bandedTriplets(
          { distances: table(distances), mined: table(tied), ...byLabels() },
          { ...options, band, self: m },
        ),
      ],
      expected: () => [
        banded.bandedTriplets(distances, tied, labels, others, { ...options, band, self: m }),
      ],
    },
    {
      kernel: `listed triplets, ${options.term}`,
      tolerance: 1e-4,
      run: () => [
        listedTriplets(
          { distances: table(distances), positives: indices(list), negatives: indices(second) },
          options,
        ),
      ],
      expected: () => [listed.listedTriplets(distances, m, list, second, k, options)],
    },
  ]),
];
