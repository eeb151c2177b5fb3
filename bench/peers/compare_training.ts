import assert from "node:assert/strict";
import { prepareStep, recipe } from "../training/prepare_step.ts";
import { besideTorch, inThreads, type PeerFigures, threadCounts } from "./beside_torch.ts";
import type { TorchPeer } from "./torch_peer.ts";

/** A training step to compare. */
export interface TrainingToCompare {
  readonly backbone: string;
  readonly batch: number;
  readonly imageSize: number;
  readonly times: number;
  readonly rounds: number;
}

/**
 * Takes training steps beside PyTorch. Checks that both networks have as many parameters.
 *
 * @param training.times steps of each in its turn
 */
export async function compareTraining(
  peer: TorchPeer,
  { backbone, batch, imageSize, times, rounds }: TrainingToCompare,
): Promise<PeerFigures> {
  const prepared = await prepareStep({ backend: "wasm", backbone, batch, imageSize });
  try {
    const theirs: Record<string, () => Promise<void>> = {};
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
        assert.equal(prepared.parameters, parameters, `parameters of ${backbone}`);
        theirs[how] = () => peer.run(job, times);
      }
    }
    return await besideTorch({
      what: `training step, ${backbone}, ${batch} x ${imageSize} px`,
      theirs,
      own: () => prepared.step(),
      times,
      rounds,
    });
  } finally {
    prepared.dispose();
  }
}
