import type { OpenBackend } from "../backends/open_backend.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import type { HeldOutPart, TrainingData } from "./data/prepare_data.ts";
import { trainingMessages as messages } from "./messages.ts";
import type { TrainSettings } from "./settings/train_settings.ts";

/** Warns of parts that have too many images to be measured on all of them. */
export function sampledPartWarnings(
  { validation, test }: Pick<TrainingData, "validation" | "test">,
): UserMessage[] {
  const warn = (
    say: typeof messages.sampledTest,
    { heldOut, images, identities }: HeldOutPart,
  ) => images.length === heldOut ? [] : [say({ all: heldOut, count: images.length, identities })];
  return [
    ...warn(messages.sampledValidation, validation),
    ...warn(messages.sampledTest, test),
  ];
}

/** Says that a batch has fewer images than it was to have. */
export function smallerBatch(
  wanted: number,
  { train, folds, shape: { identitiesPerBatch, imagesPerIdentity } }: Pick<
    TrainingData,
    "train" | "folds" | "shape"
  >,
): UserMessage {
  return messages.smallerBatch({
    wanted,
    images: identitiesPerBatch * imagesPerIdentity,
    identities: identitiesPerBatch,
    perIdentity: imagesPerIdentity,
    training: Math.min(train.length, ...folds.map((fold) => fold.train.length)),
  });
}

/** Warns that decoded images are no longer saved on disk, which makes every epoch slower. */
export function cacheWarning(folder: string, failure: Error): UserMessage {
  return messages.cacheFailed({ folder, failure: failure.message });
}

/** Warns of a run that freezes what was never trained; null if it does not. */
export function freezingWarning(
  { weights, freezeEpochs, freezeBatchNorm }: Pick<
    TrainSettings,
    "weights" | "freezeEpochs" | "freezeBatchNorm"
  >,
): UserMessage | null {
  if (weights !== "none" || (freezeEpochs === 0 && !freezeBatchNorm)) return null;
  const values = { weights: { option: "weights" } };
  return freezeEpochs > 0 ? messages.frozenBackbone(values) : messages.frozenBatchNorm(values);
}

/** @throws {UserError} if the backend does not compute in the precision of the settings */
export function requirePrecision(
  { precision }: Pick<TrainSettings, "precision">,
  { name, reason, float16 }: Pick<OpenBackend, "name" | "reason" | "float16">,
): void {
  if (precision !== "f16" || float16) return;
  throw new UserError(
    messages.noFloat16({ precision: { option: "precision" }, backend: name, reason }),
  );
}
