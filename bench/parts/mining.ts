import { measurePeaks } from "../kernels/measure_peaks.ts";
import { benchMining } from "../kernels/mining.ts";
import { benchPairwise } from "../kernels/pairwise.ts";
import { miningRow, pairwiseRow } from "./mining_rows.ts";
import type { Findings } from "./findings.ts";

/** Distances and mining, beside the adapter's ceiling. */
export async function measureMining(): Promise<Findings> {
  const ceilings = await measurePeaks();
  // Before what leaves buffers of the same sizes behind: their memory is counted.
  const minings = [
    await benchMining({ backend: "webgpu", rows: 1024, runs: 3 }),
    await benchMining({ backend: "wasm", rows: 1024, runs: 3 }),
    await benchMining({ backend: "webgpu", rows: 4096, runs: 3 }),
    await benchMining({ backend: "wasm", rows: 4096, runs: 3 }),
    await benchMining({ backend: "webgpu", rows: 16_384, runs: 2 }),
  ];
  const pairwise = await benchPairwise(ceilings);
  return {
    rows: [
      pairwiseRow(pairwise, ceilings),
      ...minings.map((mining) => miningRow(mining, ceilings)),
    ],
    document: { ceilings, pairwise, minings },
  };
}
