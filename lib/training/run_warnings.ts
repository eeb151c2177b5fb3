import type { OpenBackend } from "../backends/open_backend.ts";
import { fewIdentities } from "../dataset/split/few_identities.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import { roundUpFar } from "../evaluation/threshold/operating_point_at.ts";
import { pooledSupport } from "../dataset/estimate/pooled_support.ts";
import {
  type PlannedNegatives,
  planNegatives,
  unsupportedFar,
} from "../verification/requirements.ts";
import type { HeldOutPart, TrainingData } from "./data/prepare_data.ts";
import { trainingMessages as messages } from "./messages.ts";
import { reportMessages } from "./report/messages.ts";
import { defaultSettings, type TrainSettings } from "./settings/train_settings.ts";

/** Warns of what the split is not: without a test part, or other than the settings and the data ask for. */
export function splitWarnings(
  { catalog, split, measuredOn, overlap, ...heldOut }: Pick<
    TrainingData,
    "catalog" | "split" | "measuredOn" | "overlap" | "validation" | "test"
  >,
  settings: Pick<TrainSettings, "validation" | "test">,
): UserMessage[] {
  const { parts, identities } = catalog;
  const given = new Set(parts?.flatMap((parts) => parts.map(({ part }) => part)));
  const unheard = (["validation", "test"] as const).filter((part) =>
    given.has(part) && split[part].length > 0 && settings[part] !== defaultSettings[part]
  );
  // Of those that are left out because they are known, another warning tells.
  const known = (["validation", "test"] as const)
    .filter((part) => !overlap.included && heldOut[part].catalog === catalog)
    .flatMap((part) => overlap[part].names);
  const unused = identities.length - known.length -
    Object.values(split).reduce((sum, labels) => sum + labels.length, 0);
  return [
    ...(measuredOn === "test" ? [] : [messages.noTest()]),
    ...unheard.map((part) => messages.partGiven({ part, option: { option: part } })),
    ...(unused > 0 ? [messages.unusedIdentities({ count: unused })] : []),
  ];
}

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

/** Warns of a threshold that few identities choose; null if there are enough. */
export function fewIdentitiesWarning(
  { validation: { identities }, folds }: Pick<TrainingData, "validation" | "folds">,
  { validationData }: Pick<TrainSettings, "validationData">,
): UserMessage | null {
  if (folds.length > 0 || identities >= fewIdentities) return null;
  const option = validationData === null ? "validation" : "validationData";
  return messages.fewValidationIdentities({ identities, option: { option } });
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

/** The negative pairs that choose the threshold of a run, before anything is embedded. */
export function plannedNegatives(
  { catalog, validation, joined, folds }: Pick<
    TrainingData,
    "catalog" | "validation" | "joined" | "folds"
  >,
): PlannedNegatives {
  if (folds.length === 0) return planNegatives(validation.catalog, validation.images, joined);
  const labelsOf = (images: readonly number[]) =>
    images.map((index) => catalog.images[index]!.label);
  const support = pooledSupport(
    folds.map(({ validation, joined }) => ({
      labels: labelsOf(validation.images),
      joined: labelsOf(joined),
    })),
  );
  return { support, identities: null };
}

/** Warns of a false accept rate that the identities of validation, or of the folds, cannot support. */
export function farWarning(
  far: number,
  data: Pick<TrainingData, "catalog" | "validation" | "joined" | "folds">,
): UserMessage[] {
  const unsupported = unsupportedFar(far, plannedNegatives(data));
  if (!unsupported) return [];
  const { needed, found } = unsupported;
  const least = roundUpFar(Math.min(unsupported.least, 0.5));
  return [
    data.folds.length > 0
      ? reportMessages.otherFarOfFolds({ far, least, needed, found })
      : reportMessages.otherFar({ far, least, needed, found, ...validationOption(data) }),
  ];
}

/** The option that brings more identities to validation: another folder, if it has one. */
export function validationOption(
  { catalog, validation }: Pick<TrainingData, "catalog" | "validation">,
): { option: { option: string } } {
  return { option: { option: validation.catalog === catalog ? "validation" : "validationData" } };
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
