import { batchShape } from "../../dataset/sampling/batch_shape.ts";
import { sampleEpoch } from "../../dataset/sampling/sample_epoch.ts";
import type { TrainingData } from "./prepare_data.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** Draws the batches of one of a run's epochs: indices of pictures, see `sampleEpoch`. */
export function epochBatches(
  { batch, perIdentity, seed }: Pick<TrainSettings, "batch" | "perIdentity" | "seed">,
  data: Pick<TrainingData, "train">,
  epoch: number,
): number[][] {
  return sampleEpoch(data.train, { ...batchShape(batch, perIdentity), seed, epoch });
}
