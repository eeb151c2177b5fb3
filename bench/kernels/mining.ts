import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { MinedTriplets } from "../../kernels/mining/mined.ts";
import { pairwiseDistances } from "../../kernels/reference/distances/pairwise_distances.ts";
import { l2Normalize } from "../../kernels/reference/distances/l2_normalize.ts";
import { type BackendName, openBackend } from "../../lib/backends/open_backend.ts";
import { createMiner } from "../../lib/miners/registry.ts";
import type { Findings } from "../findings.ts";
import { measurePeaks, type Peaks } from "./measure_peaks.ts";
import { benchPairwise, fractionOfPeak, pairwiseRow } from "./pairwise.ts";
import { formatMessage } from "../../lib/language/user_message.ts";

/** The cost of mining. */
export interface MiningFigures {
  readonly backend: BackendName;
  /** Why this backend, or which adapter. */
  readonly reason: string;
  readonly rows: number;
  readonly dimension: number;
  /** Of one run, the fastest of all, the first of which also compiles. */
  readonly seconds: number;
  /** 2 n^2 d operations, as a matrix product takes; the kernels compute half of them. */
  readonly gigaflopsPerSecond: number;
  /**
   * Memory of the device taken beyond the inputs and the outputs, in MiB, with the rows of unit
   * length; the goal is at most 64. Null where there is no device.
   */
  readonly extraMebibytes: number | null;
}

/** Distances and mining, beside the adapter's peak. */
export async function measureMining(): Promise<Findings> {
  const peaks = await measurePeaks();
  // Before anything that leaves buffers of the same sizes behind: their memory is counted.
  const minings = [
    await benchMining({ backend: "webgpu", rows: 1024, runs: 3 }),
    await benchMining({ backend: "wasm", rows: 1024, runs: 3 }),
    await benchMining({ backend: "webgpu", rows: 4096, runs: 3 }),
    await benchMining({ backend: "wasm", rows: 4096, runs: 3 }),
    await benchMining({ backend: "webgpu", rows: 16_384, runs: 2 }),
  ];
  const pairwise = await benchPairwise(peaks);
  return {
    rows: [pairwiseRow(pairwise, peaks), ...minings.map((mining) => miningRow(mining, peaks))],
    document: { peaks, pairwise, minings },
  };
}

/** Mining for people to read. */
export function miningRow(mining: MiningFigures, peaks: Peaks): [string, string] {
  return [
    `mining ${mining.rows} x ${mining.dimension}, ${mining.backend}`,
    `${(1000 * mining.seconds).toFixed(1)} ms, ` +
    (mining.extraMebibytes === null
      ? `${mining.gigaflopsPerSecond.toFixed(1)} GFLOP/s`
      : `${fractionOfPeak(mining.gigaflopsPerSecond, peaks)}, ` +
        `${mining.extraMebibytes.toFixed(1)} MiB beyond inputs and outputs`),
  ];
}

/**
 * Measures batch hard mining: the hardest positive and the hardest negative of every embedding, of
 * random ones, four per identity, by cosine distance. Compares what it finds with the reference.
 *
 * @param rows how many embeddings
 * @param runs how many times to mine
 */
export async function benchMining(
  { backend, rows, dimension = 512, runs }: {
    backend: BackendName;
    rows: number;
    dimension?: number;
    runs: number;
  },
): Promise<MiningFigures> {
  const { reason, check } = await openBackend(backend);
  // Buffers are pooled by size and never released: what is allocated from here on is the peak.
  const before = allocated();
  const values = Float32Array.from({ length: rows * dimension }, (_, i) => Math.sin(i * i % 9973));
  const labels = Int32Array.from({ length: rows }, (_, i) => i / 4);
  const inputs = {
    embeddings: tf.tensor2d(values, [rows, dimension]),
    labels: tf.tensor1d(labels, "int32"),
  };
  const miner = createMiner("batch-hard", { distance: "cosine" });
  const mine = async () => {
    const mined = miner.mine(inputs.embeddings, inputs.labels, 0) as MinedTriplets;
    const [positives, negatives] = await Promise.all([
      mined.positives.data(),
      mined.negatives.data(),
    ]);
    check();
    tf.dispose([mined.positives, mined.negatives]);
    return { positives, negatives };
  };

  let seconds = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const mined = await mine();
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    if (run > 0) continue;
    const unit = l2Normalize({ values, dimension });
    for (const row of [0, Math.floor(rows / 2) + 77, rows - 1]) {
      const one = { values: unit.subarray(row * dimension, (row + 1) * dimension), dimension };
      const distances = pairwiseDistances(one, { values: unit, dimension }, "cosine");
      const isMate = (_: number, other: number) => labels[other] === labels[row] && other !== row;
      const isOther = (_: number, other: number) => labels[other] !== labels[row];
      // Two that are as far to within rounding may change places.
      const farthest = Math.max(...distances.filter(isMate));
      const nearest = distances.filter(isOther).reduce((a, b) => Math.min(a, b));
      assert(isMate(0, mined.positives[row]!) && isOther(0, mined.negatives[row]!));
      assert(Math.abs(distances[mined.positives[row]!]! - farthest) < 1e-5);
      assert(Math.abs(distances[mined.negatives[row]!]! - nearest) < 1e-5);
    }
  }
  const taken = 4 * (rows * dimension + rows) + 4 * 2 * rows;
  const extraMebibytes = backend === "webgpu" ? (allocated() - before - taken) / 2 ** 20 : null;
  tf.dispose(Object.values(inputs));
  return {
    backend,
    reason: formatMessage(reason),
    rows,
    dimension,
    seconds,
    gigaflopsPerSecond: 2 * rows ** 2 * dimension / seconds / 1e9,
    extraMebibytes,
  };
}

function allocated(): number {
  return (tf.memory() as tf.MemoryInfo & { numBytesAllocatedInGPU: number }).numBytesAllocatedInGPU;
}
