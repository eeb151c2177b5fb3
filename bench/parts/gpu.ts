import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { measurePeaks } from "../kernels/measure_peaks.ts";
import { benchMining } from "../kernels/mining.ts";
import { benchPairwise } from "../kernels/pairwise.ts";
import { withStockKernels } from "../kernels/stock_kernels.ts";
import { benchTrainingStep } from "../training/training_step.ts";
import type { Findings } from "./findings.ts";
import { miningRow, pairwiseRow } from "./mining_rows.ts";
import { stepRow } from "./step_row.ts";

/** The article's network and batch. */
const recipe = {
  backend: "webgpu",
  backbone: "tf_efficientnetv2_b0",
  batch: 32,
  imageSize: 224,
  embeddingSize: 512,
} as const;

/**
 * What a graphics card is there for, at full size: the article's training step in single precision, in
 * halves and with TensorFlow.js's own kernels, and mining. A software adapter takes minutes a step.
 */
export async function measureGpu(): Promise<Findings> {
  const { float16: halves } = await openWebGpu();
  const ceilings = await measurePeaks();
  // Before what leaves buffers of the same sizes behind: their memory is counted.
  const mining = await benchMining({ backend: "webgpu", rows: 16_384, runs: 5 });
  const pairwise = await benchPairwise(ceilings);
  const single = await benchTrainingStep({ ...recipe, steps: 20 });
  const half = halves ? await benchTrainingStep({ ...recipe, precision: "f16", steps: 20 }) : null;
  const stock = await withStockKernels(() => benchTrainingStep({ ...recipe, steps: 3 }));
  const againstStock = single.imagesPerSecond / stock.imagesPerSecond;
  return {
    rows: [
      pairwiseRow(pairwise, ceilings),
      miningRow(mining, ceilings),
      stepRow(single, ""),
      ...half ? [stepRow(half, ", in halves")] : [],
      stepRow(stock, ", stock kernels of convolutions and products"),
      ["against stock kernels", `${againstStock.toFixed(1)} x, ${single.reason}`],
    ],
    document: { ceilings, pairwise, mining, gpuSteps: { single, half, stock }, againstStock },
  };
}
