import { evaluatePairs } from "../../evaluation/metrics/evaluate_pairs.ts";
import { mapPairMetrics } from "../../evaluation/metrics/pair_metrics.ts";
import type { SortedScores } from "../../evaluation/scores/sort_scores.ts";
import { calibrate, chooseThreshold } from "../../evaluation/threshold/calibrate.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { Weights } from "../../model/weights/pytorch_layout.ts";
import type { ModelData } from "../data/prepare_data.ts";
import { saveRunModel } from "../run_folder/save_run_model.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import type { TrainEvent } from "./train_event.ts";

/**
 * Saves the best weights so far as the run's model, so that a run that is killed can verify. Validation
 * alone chooses its threshold and measures it, which flatters the model: its metadata call it provisional.
 *
 * @param scores of the validation part with these weights
 * @param onEvent told of what the file loses
 */
export async function saveProvisionalModel(
  run: string,
  weights: Weights,
  { settings, data, model, scores, onEvent }: {
    settings: TrainSettings;
    data: ModelData;
    model: EmbeddingModel;
    scores: SortedScores;
    onEvent?: (event: TrainEvent) => void;
  },
): Promise<void> {
  const metrics = evaluatePairs(scores);
  const { identities, images } = data.validation;
  await saveRunModel(run, weights, {
    settings,
    normalization: model.normalization,
    catalogHash: data.catalog.hash,
    calibration: calibrate(chooseThreshold(scores, settings.far), {
      validation: scores,
      heldOut: scores,
    }),
    heldOut: {
      ...{ identities, images: images.length },
      ...mapPairMetrics((key) => metrics[key]),
      tarAtFar: metrics.tarAtFar,
      intervals: null,
    },
    provisional: true,
  }, (message) => onEvent?.({ kind: "warning", message }));
}
