import type { Calibration, HeldOutFigures } from "../artefact/model_metadata.ts";
import { bootstrapIntervals, type Intervals } from "../evaluation/bootstrap_intervals.ts";
import { calibrate } from "../evaluation/calibrate.ts";
import { evaluatePairs, type PairFigures } from "../evaluation/evaluate_pairs.ts";
import { negativesFor } from "../evaluation/negatives_for.ts";
import type { PixelStore } from "../images/pixel_store.ts";
import { type Message, message } from "../message.ts";
import type { EmbeddingModel } from "../model/embedding_model.ts";
import type { TrainingData } from "./prepare_data.ts";
import { type PartScores, scorePart } from "./score_part.ts";
import type { TrainSettings } from "./train_settings.ts";

/** Draws the identities of the bootstrap, as `verifyFolder` does, so that both tell the same. */
const seed = 0;

/** What a finished model is worth. */
export interface Measurement {
  readonly calibration: Calibration;
  readonly heldOut: HeldOutFigures;
  /** What `heldOut` is taken from. */
  readonly test: MeasuredTest;
}

/** The test part with all that was measured on it. */
export interface MeasuredTest extends PartScores {
  readonly figures: PairFigures;
  /** Null where there are too few identities. */
  readonly intervals: Intervals | null;
}

/**
 * Chooses a finished model's threshold on validation identities, and measures all figures on test
 * identities, each with its confidence interval.
 *
 * @param onWarning told where validation cannot support the false accept rate that was asked for
 */
export async function measureModel(
  { model, settings, data, stores, onWarning }: {
    model: EmbeddingModel;
    settings: TrainSettings;
    data: TrainingData;
    stores: { readonly train: PixelStore; readonly validation: PixelStore };
    onWarning?: (warning: Message) => void;
  },
): Promise<Measurement> {
  const validation = await scorePart(model, data.validation, stores.validation);
  const test = await scorePart(model, data.test, stores.train);
  const { far } = settings;
  const calibration = calibrate({ validation: validation.pairs, heldOut: test.pairs, far });
  const { targetFar } = calibration;
  if (targetFar > far) {
    onWarning?.(
      message`the threshold is for a false accept rate of ${targetFar.toPrecision(2)}, not ${far}:
        validation has ${validation.pairs.negatives.length} negative pairs, and that rate takes
        ${negativesFor(far)}; hold out more with --validation`,
    );
  }
  const chosen = bootstrapIntervals(validation.embeddings, { seed, far: targetFar });
  const figures = evaluatePairs(test.pairs);
  const { auc, eer, accuracy, tarAtFar } = figures;
  const intervals = bootstrapIntervals(test.embeddings, { seed });
  return {
    calibration: { ...calibration, thresholdInterval: chosen?.threshold ?? null },
    heldOut: {
      identities: data.test.identities,
      images: test.images,
      auc,
      eer,
      accuracy,
      tarAtFar,
      intervals: intervals && {
        auc: intervals.auc,
        eer: intervals.eer,
        accuracy: intervals.accuracy,
        tarAtFar: intervals.tarAtFar,
      },
    },
    test: { ...test, figures, intervals },
  };
}
