import * as tf from "@tensorflow/tfjs";
import { pairwiseDistances } from "../../kernels/distances/pairwise_distances.ts";
import * as reference from "../../kernels/reference/distances/pairwise_distances.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../../tests/kernels/support/assert_close_to.ts";
import { poison } from "../../tests/kernels/support/test_on_devices.ts";
import { awaitTensor } from "../timing/await_tensor.ts";
import type { Peaks } from "./measure_peaks.ts";
import { median } from "../timing/median.ts";
import { medianRatio } from "../timing/median_ratio.ts";
import { type Roofline, roofline } from "./roofline.ts";
import { stockKernel } from "../../kernels/runtime/replace_kernel.ts";
import { takeTurns } from "../timing/take_turns.ts";

/** What all distances of a batch take, and TensorFlow.js's product of matrices in the same run. */
export interface PairwiseFigures {
  readonly rows: number;
  readonly dimension: number;
  /** Median of the rounds. */
  readonly milliseconds: number;
  /** How many times faster than TensorFlow.js's product of them, without what makes distances of it: the median. */
  readonly againstStock: number;
  /** 2 n^2 d operations, as a matrix product takes. */
  readonly gigaflopsPerSecond: number;
  /** Of inputs and output, each once. */
  readonly gigabytesPerSecond: number;
  readonly ceiling: Roofline;
}

const rounds = 3;

/**
 * Measures cosine distances from every row to every row on WebGPU, after some of them were found to
 * agree with their reference.
 *
 * @param ceilings measured in the same run
 */
export async function benchPairwise(
  ceilings: Peaks,
  { rows = 4096, dimension = 512 }: { rows?: number; dimension?: number } = {},
): Promise<PairwiseFigures> {
  const { check } = await openWebGpu();
  const batch = tf.randomNormal([rows, dimension], 0, 1, "float32", 1) as tf.Tensor2D;
  const stockProduct = stockKernel("webgpu", tf.BatchMatMul)!;
  const own = () => pairwiseDistances(batch, batch, "cosine");
  const done = async (product: tf.Tensor) => {
    await awaitTensor(product);
    check();
    product.dispose();
  };

  await poison([rows ** 2]);
  const found = own();
  const values = await batch.data() as Float32Array;
  // The first tile, one in the middle and the last.
  for (const row of [0, Math.floor(rows / 2) + 77, rows - 1]) {
    const one = { values: values.subarray(row * dimension, (row + 1) * dimension), dimension };
    const line = tf.slice(found, [row, 0], [1, rows]);
    const expected = reference.pairwiseDistances(one, { values, dimension }, "cosine");
    assertCloseTo(await line.data(), expected, 1e-4);
    check();
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
    ceiling: roofline(rates, ceilings),
  };
}
