import type { Peaks } from "../kernels/measure_peaks.ts";
import type { MiningFigures } from "../kernels/mining.ts";
import type { PairwiseFigures } from "../kernels/pairwise.ts";

/** Distances for people. */
export function pairwiseRow(pairwise: PairwiseFigures, ceilings: Peaks): [string, string] {
  return [
    `all distances, ${pairwise.rows} x ${pairwise.dimension}, webgpu`,
    `${pairwise.milliseconds.toFixed(1)} ms, ${share(pairwise.gigaflopsPerSecond, ceilings)}, ` +
    `${pairwise.againstStock.toFixed(1)} x stock`,
  ];
}

/** Mining for people. */
export function miningRow(mining: MiningFigures, ceilings: Peaks): [string, string] {
  return [
    `mining ${mining.rows} x ${mining.dimension}, ${mining.backend}`,
    `${(1000 * mining.seconds).toFixed(1)} ms, ` +
    (mining.extraMebibytes === null
      ? `${mining.gigaflopsPerSecond.toFixed(1)} GFLOP/s`
      : `${share(mining.gigaflopsPerSecond, ceilings)}, ` +
        `${mining.extraMebibytes.toFixed(1)} MiB beyond inputs and outputs`),
  ];
}

function share(gigaflops: number, { gigaflopsPerSecond }: Peaks): string {
  const percent = (100 * gigaflops / gigaflopsPerSecond).toFixed(1);
  return `${gigaflops.toFixed(1)} GFLOP/s, ${percent} % of ${gigaflopsPerSecond.toFixed(1)}`;
}
