import { benchBatchNorm } from "../batch_norm.ts";
import type { StockComparison } from "../compare_with_stock.ts";
import { benchKernels } from "../kernels.ts";
import { measureCeilings } from "../measure_ceilings.ts";
import { benchProducts } from "../products.ts";
import { benchSqueezeExcite } from "../squeeze_excite.ts";
import type { Findings } from "./findings.ts";

/** Kernels on WebGPU beside TensorFlow.js's own and the adapter's ceilings. */
export async function measureKernels(): Promise<Findings> {
  const ceilings = await measureCeilings();
  const kernels = [...await benchKernels(ceilings), ...await benchProducts(ceilings)];
  const batchNorms = await benchBatchNorm();
  const squeezeExcites = await benchSqueezeExcite();
  return {
    rows: [
      [
        "ceilings of the adapter",
        `${ceilings.gigaflopsPerSecond.toFixed(1)} GFLOP/s, ` +
        `${ceilings.gigabytesPerSecond.toFixed(1)} GB/s`,
      ],
      ...kernels.map(({ kernel, layer, ...figures }): [string, string] => [
        `${kernel} ${layer}`,
        `${figures.milliseconds.toFixed(1)} ms, ${
          figures.gigaflopsPerSecond.toFixed(2)
        } GFLOP/s, ` +
        `${figures.gigabytesPerSecond.toFixed(2)} GB/s, ` +
        `${(100 * figures.ceiling.share).toFixed(1)} % of ${figures.ceiling.binding}, ` +
        `${figures.againstStock.toFixed(1)} x stock` +
        (figures.halvesAgainstSingle === null
          ? ""
          : `, in halves ${figures.halvesAgainstSingle.toFixed(2)} x as fast`),
      ]),
      ...batchNorms.map(({ shape, activation, ...figures }) =>
        comparisonRow(`BatchNorm and ${activation}, [${shape}]`, figures)
      ),
      ...squeezeExcites.map(({ shape, units, ...figures }) =>
        comparisonRow(`squeeze-and-excitation, ${units} units, [${shape}]`, figures)
      ),
    ],
    document: { ceilings, kernels, batchNorms, squeezeExcites },
  };
}

function comparisonRow(what: string, figures: StockComparison): [string, string] {
  return [
    `${what}, forward and backward`,
    `${figures.milliseconds.toFixed(1)} ms, ${figures.againstStock.toFixed(1)} x stock, ` +
    `${figures.launches} launches against ${figures.stockLaunches}`,
  ];
}
