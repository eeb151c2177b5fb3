import type { Normalization } from "../../images/normalize/normalization.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import { programVersion } from "../../model_file/program_version.ts";
import { saveModel } from "../../model/save_model.ts";
import type { Weights } from "../../model/weights/pytorch_layout.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** What a run's model comes from, and what was measured of it. */
export interface RunModel
  extends Pick<ModelMetadata, "catalogHash" | "calibration" | "heldOut" | "provisional"> {
  readonly settings: TrainSettings;
  readonly normalization: Normalization;
}

/**
 * Writes the model of a run, whole or not at all, over the one before.
 *
 * @param weights of the model, and those of the loss, which only training uses
 * @returns what the file says of the model
 */
export async function saveRunModel(
  run: string,
  weights: Weights,
  { settings, normalization, ...measured }: RunModel,
): Promise<ModelMetadata> {
  const { backbone, imageSize, fit, embeddingSize, distance } = settings;
  const metadata: ModelMetadata = {
    version: programVersion,
    ...{ backbone, imageSize, embeddingSize, distance },
    // As models of early versions, those that stretch carry none.
    ...fit === "stretch" ? {} : { fit },
    ...normalization,
    ...measured,
  };
  const own = [...weights].filter(([name]) => !name.startsWith("loss."));
  await saveModel(run, new Map(own), metadata);
  return metadata;
}
