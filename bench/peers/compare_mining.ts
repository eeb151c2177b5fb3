import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { MinedTriplets } from "../../kernels/mining/mined.ts";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { createMiner } from "../../lib/miners/registry.ts";
import { besideTorch, inThreads, type PeerFigures, threadCounts } from "./beside_torch.ts";
import type { TorchPeer } from "./torch_peer.ts";

/** Mining to compare. */
export interface MiningToCompare {
  readonly rows: number;
  readonly times: number;
  readonly rounds: number;
}

const dimension = 512;

/**
 * Mines the hardest positives and negatives beside PyTorch. Checks that the mined rows are as far
 * apart.
 *
 * @param mining.times minings of each in its turn
 */
export async function compareMining(
  peer: TorchPeer,
  { rows, times, rounds }: MiningToCompare,
): Promise<PeerFigures> {
  await openBackend("wasm");
  const theirs: Record<string, () => Promise<void>> = {};
  let found = { meanPositive: 0, meanNegative: 0 };
  for (const threads of threadCounts) {
    const job = `mining ${rows}, ${inThreads(threads)}`;
    found = await peer.prepare(job, { kind: "mining", threads, rows, dimension });
    theirs[inThreads(threads)] = () => peer.run(job, times);
  }
  const values = Float32Array.from(
    { length: rows * dimension },
    (_, i) => Math.sin(i * i % 1_000_003),
  );
  const embeddings = tf.tensor2d(values, [rows, dimension]);
  const labels = tf.tensor1d(Int32Array.from({ length: rows }, (_, i) => i / 4), "int32");
  const miner = createMiner("batch-hard", { distance: "euclidean" });
  const mine = async () => {
    const mined = miner.mine(embeddings, labels, 0) as MinedTriplets;
    const indices = await Promise.all([mined.positives.data(), mined.negatives.data()]);
    tf.dispose([mined.positives, mined.negatives]);
    return indices;
  };
  try {
    const [positives, negatives] = await mine();
    for (
      const [own, theirMean] of [
        [positives, found.meanPositive],
        [negatives, found.meanNegative],
      ] as const
    ) {
      const ownMean = meanDistance(values, own);
      assert.ok(Math.abs(ownMean - theirMean) < 1e-4, `mined rows: ${ownMean}, not ${theirMean}`);
    }
    return await besideTorch({
      what: `mining, ${rows} x ${dimension}`,
      theirs,
      own: async () => void await mine(),
      times,
      rounds,
    });
  } finally {
    tf.dispose([embeddings, labels]);
  }
}

/** Of each row, brought to unit length, to the other row that is named for it. */
function meanDistance(values: Float32Array, others: ArrayLike<number>): number {
  const row = (i: number) => {
    const raw = values.subarray(i * dimension, (i + 1) * dimension);
    const length = Math.hypot(...raw);
    return raw.map((value) => value / length);
  };
  let sum = 0;
  for (let i = 0; i < others.length; i++) {
    const [a, b] = [row(i), row(others[i]!)];
    sum += Math.hypot(...a.map((value, k) => value - b[k]!));
  }
  return sum / others.length;
}
