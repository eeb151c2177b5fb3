import { join } from "node:path";
import type { Normalization } from "../../images/normalize/normalization.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { modelFile } from "../../model_file/find_model.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import { programVersion } from "../../model_file/program_version.ts";
import { saveModel } from "../../model/save_model.ts";
import type { Weights } from "../../model/weights/pytorch_layout.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { runFolderMessages as messages } from "./messages.ts";
import { namedThresholds } from "./named_thresholds.ts";

/** What a run's model comes from, and what was measured of it. */
export interface RunModel
  extends Pick<ModelMetadata, "catalogHash" | "calibration" | "heldOut" | "provisional"> {
  readonly settings: TrainSettings;
  readonly normalization: Normalization;
}

/**
 * Writes the model of a run, whole or not at all, over the one before. Its named thresholds stay if the
 * weights do.
 *
 * @param weights of the model, and those of the loss, which only training uses
 * @param onWarning told which named thresholds are dropped
 * @returns what the file says of the model
 */
export async function saveRunModel(
  run: string,
  weights: Weights,
  { settings, normalization, ...measured }: RunModel,
  onWarning?: (message: UserMessage) => void,
): Promise<ModelMetadata> {
  const { backbone, imageSize, fit, embeddingSize, distance } = settings;
  const own = new Map([...weights].filter(([name]) => !name.startsWith("loss.")));
  const { kept, dropped } = await namedThresholds(join(run, modelFile), own);
  const metadata: ModelMetadata = {
    version: programVersion,
    ...{ backbone, imageSize, embeddingSize, distance },
    // As models of early versions, those that stretch carry none.
    ...fit === "stretch" ? {} : { fit },
    ...normalization,
    ...measured,
    ...kept.length > 0 ? { thresholds: kept } : {},
  };
  await saveModel(run, own, metadata);
  if (dropped.length > 0) {
    const names = dropped.map((name) => `"${name}"`).join(", "), count = dropped.length;
    onWarning?.(messages.thresholdsDropped({ count, names, calibrate: { option: "calibrate" } }));
  }
  return metadata;
}
