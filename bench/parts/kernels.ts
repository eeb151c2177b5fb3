import { benchBatchNorm } from "../kernels/batch_norm.ts";
import type { StockComparison } from "../kernels/compare_with_stock.ts";
import { benchConvolutions } from "../kernels/convolutions.ts";
import { measurePeaks } from "../kernels/measure_peaks.ts";
import { benchMatMul } from "../kernels/mat_mul.ts";
import { benchSqueezeExcite } from "../kernels/squeeze_excite.ts";
import type { Findings } from "../findings.ts";

/** Kernels on WebGPU beside TensorFlow.js's own and the adapter's peaks. */
export async function measureKernels(): Promise<Findings> {
  const peaks = await measurePeaks();
  const kernels = [...await benchConvolutions(peaks), ...await benchMatMul(peaks)];
  const batchNorms = await benchBatchNorm();
  const squeezeExcites = await benchSqueezeExcite();
  return {
    rows: [
      [
        "peak rates of the adapter",
        `${peaks.gigaflopsPerSecond.toFixed(1)} GFLOP/s, ` +
        `${peaks.gigabytesPerSecond.toFixed(1)} GB/s`,
      ],
      ...kernels.map(({ kernel, layer, ...figures }): [string, string] => [
        `${kernel} ${layer}`,
        `${figures.milliseconds.toFixed(1)} ms, ${
          figures.gigaflopsPerSecond.toFixed(2)
        } GFLOP/s, ` +
        `${figures.gigabytesPerSecond.toFixed(2)} GB/s, ` +
        `${(100 * figures.roofline.fraction).toFixed(1)} % of ${figures.roofline.binding}, ` +
        `${figures.againstStock.toFixed(1)} x stock` +
        (figures.float16Speedup === null
          ? ""
          : `, float16 ${figures.float16Speedup.toFixed(2)} x as fast`),
      ]),
      ...batchNorms.map(({ shape, activation, ...figures }) =>
        comparisonRow(`BatchNorm and ${activation}, [${shape}]`, figures)
      ),
      ...squeezeExcites.map(({ shape, units, ...figures }) =>
        comparisonRow(`squeeze-and-excitation, ${units} units, [${shape}]`, figures)
      ),
    ],
    document: { peaks, kernels, batchNorms, squeezeExcites },
  };
}

function comparisonRow(what: string, figures: StockComparison): [string, string] {
  return [
    `${what}, forward and backward`,
    `${figures.milliseconds.toFixed(1)} ms, ${figures.againstStock.toFixed(1)} x stock, ` +
    `${figures.launches} launches against ${figures.stockLaunches}`,
  ];
}
