import type { EpochMetrics } from "../../../lib/training/run_folder/epoch_metrics.ts";

/** Figures of an epoch of 100 batches, of which the loss tells which try at it they are of. */
export function epochMetrics(epoch: number, loss: number): EpochMetrics {
  return {
    epoch,
    step: 100 * (epoch + 1),
    seconds: 10 * (epoch + 1),
    imagesPerSecond: 320,
    learningRate: 1e-3,
    miner: "all",
    loss,
    activeFraction: 0.5,
    meanPositive: 0.25,
    meanNegative: 0.75,
    validation: { auc: 0.875, eer: 0.125 },
    tensors: 64,
    residentMebibytes: 512,
  };
}

/** A new folder that goes away with what uses it. */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await Deno.makeTempDir({ prefix: "futago" });
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}
