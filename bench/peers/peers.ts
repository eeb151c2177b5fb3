import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { batchHardMiner } from "../../lib/miners/batch_hard_miner.ts";
import { median } from "../median.ts";
import { medianRatio } from "../median_ratio.ts";
import { prepareStep, recipe } from "../prepare_step.ts";
import { takeTurns } from "../take_turns.ts";
import { TorchPeer, type TorchVersions } from "./torch_peer.ts";

/** The same work by Futago on WebAssembly and by PyTorch on the same cores, in turn. */
export interface PeerFigures {
  /** What it is, such as "training step, tiny, 32 x 64 px". */
  readonly what: string;
  /** Median of the rounds. */
  readonly seconds: number;
  /** PyTorch's, by how many threads and by the layout of images in memory. */
  readonly peerSeconds: Readonly<Record<string, number>>;
  /** How many times as fast as PyTorch at its fastest: the median of the rounds' ratios. */
  readonly againstPeer: number;
}

/** What was found, or why PyTorch was left out. */
export type PeersOutcome =
  | { readonly versions: TorchVersions; readonly figures: PeerFigures[] }
  | { readonly leftOut: string };

const trainings = [
  { backbone: "tiny", batch: 32, imageSize: 64, stepsATurn: 10, rounds: 7 },
  { backbone: "tf_efficientnetv2_b0", batch: 4, imageSize: 224, stepsATurn: 1, rounds: 3 },
] as const;
const minings = [
  { rows: 1024, minesATurn: 4, rounds: 5 },
  { rows: 4096, minesATurn: 1, rounds: 3 },
] as const;
const dimension = 512;
/** On a machine that is not quiet, PyTorch's threads wait for each other, and one is faster. */
const threadCounts = [...new Set([1, navigator.hardwareConcurrency])];

/**
 * Measures training steps and mining beside PyTorch, where the `python3` of the PATH has it. Both
 * compute in 32 bits. That both do the same is checked: a network by how many numbers it
 * trains, mining by how far the mined rows are apart.
 */
export async function benchPeers(): Promise<PeersOutcome> {
  const started = await TorchPeer.start();
  if (typeof started === "string") return { leftOut: started };
  const { peer, versions } = started;
  const figures: PeerFigures[] = [];
  try {
    for (const training of trainings) {
      if (training.backbone === "tiny" || versions.timm) {
        figures.push(await compareTraining(peer, training));
      }
    }
    for (const mining of minings) figures.push(await compareMining(peer, mining));
  } finally {
    await peer.close();
  }
  return { versions, figures };
}

async function compareTraining(
  peer: TorchPeer,
  { backbone, batch, imageSize, stepsATurn, rounds }: typeof trainings[number],
): Promise<PeerFigures> {
  const prepared = await prepareStep({ backend: "wasm", backbone, batch, imageSize });
  try {
    const theirJobs: Record<string, () => Promise<void>> = {};
    for (const threads of threadCounts) {
      for (const channelsLast of [false, true]) {
        const how = `${channelsLast ? "channels last" : "channels first"}, ${inThreads(threads)}`;
        const job = `${backbone}, ${how}`;
        const { parameters } = await peer.prepare<{ parameters: number }>(job, {
          kind: "training",
          threads,
          network: backbone,
          batch,
          side: imageSize,
          embedding: recipe.embeddingSize,
          margin: recipe.margin,
          rate: recipe.learningRate,
          decay: recipe.weightDecay,
          channelsLast,
        });
        assert.equal(prepared.parameters, parameters, `numbers that ${backbone} trains`);
        theirJobs[how] = () => peer.run(job, stepsATurn);
      }
    }
    const { own, ...theirs } = await takeTurns(rounds, {
      ...theirJobs,
      async own() {
        for (let step = 0; step < stepsATurn; step++) await prepared.step();
      },
    });
    const what = `training step, ${backbone}, ${batch} x ${imageSize} px`;
    return compare(what, own, theirs, stepsATurn);
  } finally {
    prepared.dispose();
  }
}

async function compareMining(
  peer: TorchPeer,
  { rows, minesATurn, rounds }: typeof minings[number],
): Promise<PeerFigures> {
  await openBackend("wasm");
  const theirJobs: Record<string, () => Promise<void>> = {};
  let theirs = { meanPositive: 0, meanNegative: 0 };
  for (const threads of threadCounts) {
    const job = `mining ${rows}, ${inThreads(threads)}`;
    theirs = await peer.prepare(job, { kind: "mining", threads, rows, dimension });
    theirJobs[inThreads(threads)] = () => peer.run(job, minesATurn);
  }
  const values = Float32Array.from({ length: rows * dimension }, (_, i) => Math.sin(i * i % 9973));
  const embeddings = tf.tensor2d(values, [rows, dimension]);
  const labels = tf.tensor1d(Int32Array.from({ length: rows }, (_, i) => i / 4), "int32");
  const mine = async () => {
    const mined = batchHardMiner(embeddings, labels, { distance: "euclidean" });
    const indices = await Promise.all([mined.positives.data(), mined.negatives.data()]);
    tf.dispose(Object.values(mined));
    return indices;
  };
  try {
    const [positives, negatives] = await mine();
    for (
      const [own, theirMean] of [
        [positives, theirs.meanPositive],
        [negatives, theirs.meanNegative],
      ] as const
    ) {
      const ownMean = meanDistance(values, own);
      assert.ok(Math.abs(ownMean - theirMean) < 1e-4, `mined rows: ${ownMean}, not ${theirMean}`);
    }
    const { own, ...theirSeconds } = await takeTurns(rounds, {
      ...theirJobs,
      async own() {
        for (let i = 0; i < minesATurn; i++) await mine();
      },
    });
    return compare(`mining, ${rows} x ${dimension}`, own, theirSeconds, minesATurn);
  } finally {
    tf.dispose([embeddings, labels]);
  }
}

/** @param own and `theirs`: seconds of turns of `times` */
function compare(
  what: string,
  own: readonly number[],
  theirs: Readonly<Record<string, readonly number[]>>,
  times: number,
): PeerFigures {
  const [fastest] = Object.values(theirs).sort((a, b) => median(a) - median(b));
  return {
    what,
    seconds: median(own) / times,
    peerSeconds: Object.fromEntries(
      Object.entries(theirs).map(([how, seconds]) => [how, median(seconds) / times]),
    ),
    againstPeer: medianRatio(fastest!, own),
  };
}

function inThreads(threads: number): string {
  return threads === 1 ? "1 thread" : `${threads} threads`;
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
