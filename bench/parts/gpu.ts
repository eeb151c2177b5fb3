import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { measurePeaks } from "../kernels/measure_peaks.ts";
import { benchMining, miningRow } from "../kernels/mining.ts";
import { benchPairwise, pairwiseRow } from "../kernels/pairwise.ts";
import { withStockKernels } from "../kernels/stock_kernels.ts";
import { benchTrainingStep, stepRow } from "../training/training_step.ts";
import type { Findings } from "../findings.ts";

/** The article's network and batch. */
const recipe = {
  backend: "webgpu",
  backbone: "tf_efficientnetv2_b0",
  batch: 32,
  imageSize: 224,
  embeddingSize: 512,
} as const;

/**
 * The work of a graphics card at full size: the article's training step in float32, in float16 and
 * with TensorFlow.js's own kernels, and mining. A software adapter takes minutes per step.
 */
export async function measureGpu(): Promise<Findings> {
  const { float16: hasFloat16 } = await openWebGpu();
  const peaks = await measurePeaks();
  // Before anything that leaves buffers of the same sizes behind: their memory is counted.
  const mining = await benchMining({ backend: "webgpu", rows: 16_384, runs: 5 });
  const pairwise = await benchPairwise(peaks);
  const single = await benchTrainingStep({ ...recipe, steps: 20 });
  const half = hasFloat16
    ? await benchTrainingStep({ ...recipe, precision: "f16", steps: 20 })
    : null;
  const stock = await withStockKernels(() => benchTrainingStep({ ...recipe, steps: 3 }));
  const againstStock = single.imagesPerSecond / stock.imagesPerSecond;
  return {
    rows: [
      pairwiseRow(pairwise, peaks),
      miningRow(mining, peaks),
      stepRow(single),
      ...half ? [stepRow(half, ", float16")] : [],
      stepRow(stock, ", stock convolutions and matrix products"),
      ["against stock kernels", `${againstStock.toFixed(1)} x, ${single.reason}`],
    ],
    document: { peaks, pairwise, mining, gpuSteps: { single, half, stock }, againstStock },
  };
}
