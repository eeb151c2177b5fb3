import * as tf from "@tensorflow/tfjs";
import { openWebGpu } from "../lib/backends/webgpu.ts";
import { batchHardMiner } from "../lib/miners/batch_hard_miner.ts";

/** What mining cost. */
export interface MiningFigures {
  readonly adapter: string;
  readonly rows: number;
  readonly dimension: number;
  /** Of one run, the fastest of all, the first of which also compiles. */
  readonly seconds: number;
  /** 2 n^2 d operations, as a matrix product would take. */
  readonly gigaflopsPerSecond: number;
  /** Memory of the device taken beyond the inputs and the outputs, in MiB; the goal is at most 64. */
  readonly extraMebibytes: number;
}

/**
 * Measures batch hard mining on WebGPU: the hardest positive and the hardest negative of every
 * embedding, at random, four an identity, by cosine distance.
 *
 * @param rows how many embeddings
 * @param runs how many times to mine
 */
export async function benchMining(
  { rows, dimension = 512, runs = 4 }: { rows: number; dimension?: number; runs?: number },
): Promise<MiningFigures> {
  const { adapter, check } = await openWebGpu();
  // Buffers are pooled by size and never given back: what is allocated from here on is the peak.
  const before = allocated();
  const numbers = Float32Array.from({ length: rows * dimension }, (_, i) => Math.sin(i * i % 9973));
  const embeddings = tf.tensor2d(numbers, [rows, dimension]);
  const labels = tf.tensor1d(Int32Array.from({ length: rows }, (_, i) => i / 4), "int32");
  let seconds = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const mined = batchHardMiner(embeddings, labels, { distance: "cosine" });
    await Promise.all([mined.positives.data(), mined.negatives.data()]);
    check();
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    tf.dispose(Object.values(mined));
  }
  const inputs = 4 * (rows * dimension + rows);
  const outputs = 4 * 2 * rows;
  const extraMebibytes = (allocated() - before - inputs - outputs) / 2 ** 20;
  tf.dispose([embeddings, labels]);
  return {
    adapter: adapter.name,
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
