import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { largestDifference } from "../../kernels/checks/largest_difference.ts";
import { sampleValues } from "../../kernels/checks/sample_values.ts";
import { poison } from "../../kernels/checks/poison.ts";
import { pairwiseDistances } from "../../kernels/distances/pairwise_distances.ts";
import * as reference from "../../kernels/reference/distances/pairwise_distances.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { awaitTensor } from "../timing/await_tensor.ts";
import { type Peaks, type Roofline, roofline } from "./measure_peaks.ts";
import { median, medianRatio } from "../timing/median.ts";
import { stockKernel } from "../../kernels/runtime/replace_kernel.ts";
import { takeTurns } from "../timing/take_turns.ts";

/** The time of all distances of a batch, and of TensorFlow.js's matrix product in the same run. */
export interface PairwiseFigures {
  readonly rows: number;
  readonly dimension: number;
  /** Median of the rounds. */
  readonly milliseconds: number;
  /** How many times faster than TensorFlow.js's matrix product alone: the median of the ratios. */
  readonly againstStock: number;
  /** 2 n^2 d operations, as a matrix product takes. */
  readonly gigaflopsPerSecond: number;
  /** Of inputs and output, each once. */
  readonly gigabytesPerSecond: number;
  readonly roofline: Roofline;
}

const rounds = 3;

/**
 * Measures cosine distances from every row to every row on WebGPU, after some of them agreed with
 * their reference.
 *
 * @param peaks measured in the same run
 */
export async function benchPairwise(
  peaks: Peaks,
  { rows = 4096, dimension = 512 }: { rows?: number; dimension?: number } = {},
): Promise<PairwiseFigures> {
  const device = await openWebGpu();
  const values = sampleValues(rows * dimension, 1);
  const batch = tf.tensor2d(values, [rows, dimension]);
  const stockProduct = stockKernel("webgpu", tf.BatchMatMul)!;
  const own = () => pairwiseDistances(batch, batch, "cosine");
  const done = async (product: tf.Tensor) => {
    await awaitTensor(product);
    device.check();
    product.dispose();
  };

  await poison([rows ** 2]);
  const found = own();
  // The first tile, one in the middle and the last.
  for (const row of [0, Math.floor(rows / 2) + 77, rows - 1]) {
    const one = { values: values.subarray(row * dimension, (row + 1) * dimension), dimension };
    const line = tf.slice(found, [row, 0], [1, rows]);
    const expected = reference.pairwiseDistances(one, { values, dimension }, "cosine");
    const difference = largestDifference(await line.data(), expected);
    assert.ok(difference <= 1e-4, `row ${row} is off by ${difference}`);
    device.check();
    line.dispose();
  }
  found.dispose();

  const seconds = await takeTurns(rounds, {
    own: () => done(own()),
    stock: () =>
      done(
        tf.engine().makeTensorFromTensorInfo(stockProduct({
          inputs: { a: batch, b: batch },
          attrs: { transposeA: false, transposeB: true },
          backend: tf.backend(),
        })),
      ),
  });
  batch.dispose();
  const milliseconds = 1000 * median(seconds.own);
  const rates = {
    gigaflopsPerSecond: 2 * rows ** 2 * dimension / milliseconds / 1e6,
    gigabytesPerSecond: 4 * (2 * rows * dimension + rows ** 2) / milliseconds / 1e6,
  };
  return {
    rows,
    dimension,
    milliseconds,
    againstStock: medianRatio(seconds.stock, seconds.own),
    ...rates,
    roofline: roofline(rates, peaks),
  };
}

/** Distances for people to read. */
export function pairwiseRow(pairwise: PairwiseFigures, peaks: Peaks): [string, string] {
  return [
    `all distances, ${pairwise.rows} x ${pairwise.dimension}, webgpu`,
    `${pairwise.milliseconds.toFixed(1)} ms, ` +
    `${fractionOfPeak(pairwise.gigaflopsPerSecond, peaks)}, ` +
    `${pairwise.againstStock.toFixed(1)} x stock`,
  ];
}

/** A rate, and its part of the adapter's peak. */
export function fractionOfPeak(gigaflops: number, { gigaflopsPerSecond }: Peaks): string {
  const percent = (100 * gigaflops / gigaflopsPerSecond).toFixed(1);
  return `${gigaflops.toFixed(1)} GFLOP/s, ${percent} % of ${gigaflopsPerSecond.toFixed(1)}`;
}
