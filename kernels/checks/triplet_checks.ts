import * as tf from "@tensorflow/tfjs";
import { toRows } from "../distances/to_rows.ts";
import { pairwiseDistances } from "../reference/distances/pairwise_distances.ts";
import {
  allTripletsGradient,
  allTripletsSummary,
  allTripletsWeights,
} from "../reference/triplets/all_triplets.ts";
import * as banded from "../reference/triplets/banded_triplets.ts";
import * as listed from "../reference/triplets/listed_triplets.ts";
import type { TripletTermsOptions } from "../reference/triplets/triplet_terms.ts";
import { allTriplets, type AllTripletsOptions } from "../triplets/all_triplets.ts";
import { bandedTriplets } from "../triplets/banded_triplets.ts";
import { listedTriplets } from "../triplets/listed_triplets.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleIntegers, sampleTensor, sampleValues, tiedValues, vector } from "./sample_values.ts";

/**
 * The triplet margin loss over all triplets of `[n, d]`: the summary, and the gradient of the loss.
 *
 * @param options.tied true for exact distances, full of ties
 */
export function allTripletsCheck(
  { n, d, tied = false, ...options }: AllTripletsOptions & { n: number; d: number; tied?: boolean },
): KernelCheck {
  const { margin, distance, select } = options;
  return defineCheck({
    kernel: `all triplets, ${select}, ${distance}, [${n}, ${d}]${tied ? ", ties" : ""}`,
    tolerance: 1e-4,
    inputs: () => ({
      rows: { values: (tied ? tiedValues : sampleValues)(n * d, 1), shape: [n, d] },
      labels: vector(sampleIntegers(n, 3, 0, Math.ceil(n / 4) - 1)),
    }),
    run({ rows, labels }) {
      let summary!: tf.Tensor;
      const gradient = tf.grad((x) => {
        const found = allTriplets(x as tf.Tensor2D, labels as tf.Tensor1D, options);
        summary = tf.keep(tf.clone(found));
        return found.slice(0, 1).asScalar();
      })(rows);
      return [summary, gradient];
    },
    expected({ rows, labels }) {
      const x = toRows(rows), y = labels.values;
      const distances = pairwiseDistances(x, x, distance);
      const weights = allTripletsWeights(distances, y, margin, select);
      const summary = allTripletsSummary(distances, y, weights, margin);
      return [summary, allTripletsGradient(x, distances, weights, summary, 1, distance)];
    },
  });
}

/** Distances `[n, m]`, and what their triplets add. The distances are any values. */
interface Planes {
  readonly n: number;
  readonly m: number;
  readonly options: TripletTermsOptions;
}

/** Triplets whose t lies in a band. Rows and columns are one batch where there are as many. */
export function bandedTripletsCheck({ n, m, options }: Planes): KernelCheck {
  const rule = { ...options, band: { above: -0.4, upTo: 0.3 }, self: n === m ? 0 : m };
  return defineCheck({
    kernel: `triplets in a band, ${nameOf(options)}, [${n}, ${m}]`,
    tolerance: 1e-4,
    inputs() {
      const labels = vector(sampleIntegers(n, 1, 0, 9));
      const others = n === m ? labels : vector(sampleIntegers(m, 2, -1, 9));
      return {
        distances: sampleTensor([n, m], 3),
        mined: { values: tiedValues(n * m, 4), shape: [n, m] },
        labels,
        others,
      };
    },
    run: ({ distances, mined, labels, others }) => [
      bandedTriplets({
        distances: distances as tf.Tensor2D,
        mined: mined as tf.Tensor2D,
        labels: labels as tf.Tensor1D,
        others: others as tf.Tensor1D,
      }, rule),
    ],
    expected: ({ distances, mined, labels, others }) => [
      banded
        .bandedTriplets(distances.values, mined.values, labels.values, others.values, rule),
    ],
  });
}

/** Triplets listed by up to three columns a row. */
export function listedTripletsCheck({ n, m, options }: Planes): KernelCheck {
  const k = Math.min(m, 3);
  const indices = (seed: number) => ({
    values: sampleIntegers(n * k, seed, -1, m - 1),
    shape: [n, k],
  });
  return defineCheck({
    kernel: `listed triplets, ${nameOf(options)}, [${n}, ${m}]`,
    tolerance: 1e-4,
    inputs: () => ({
      distances: sampleTensor([n, m], 3),
      positives: indices(6),
      negatives: indices(7),
    }),
    run: ({ distances, positives, negatives }) => [
      listedTriplets({
        distances: distances as tf.Tensor2D,
        positives: positives as tf.Tensor2D,
        negatives: negatives as tf.Tensor2D,
      }, options),
    ],
    expected: ({ distances, positives, negatives }) => [
      listed
        .listedTriplets(distances.values, m, positives.values, negatives.values, k, options),
    ],
  });
}

function nameOf({ term, swap }: TripletTermsOptions): string {
  return `${term}${swap ? " with swap" : ""}`;
}

/** What a triplet adds, in each way. */
export const tripletTerms: readonly TripletTermsOptions[] = [
  { margin: 0.2, term: "hinge", swap: false },
  { margin: 0.3, term: "softplus", swap: false },
  { margin: 0, term: "count", swap: false },
  { margin: 0.1, term: "hinge", swap: true },
  { margin: 0.3, term: "softplus", swap: true },
];

const n = 131, d = 16, margin = 0.25;

/** Triplets: all of a batch, in a band, and listed. */
export const tripletChecks: readonly KernelCheck[] = [
  allTripletsCheck({ n, d, margin, distance: "cosine", select: "all" }),
  allTripletsCheck({ n, d, margin, distance: "euclidean", select: "semi-hard" }),
  allTripletsCheck({ n, d, margin, distance: "squared", select: "hard" }),
  ...tripletTerms.flatMap((options) => {
    const sizes = { n: 67, m: options.swap ? 67 : 70, options };
    return [bandedTripletsCheck(sizes), listedTripletsCheck(sizes)];
  }),
];
