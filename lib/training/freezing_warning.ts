import type { TrainSettings } from "./train_settings.ts";

/** What is to be said of a run that freezes what was never trained; null where nothing is. */
export function freezingWarning(
  { weights, freezeEpochs, freezeBatchNorm }: Pick<
    TrainSettings,
    "weights" | "freezeEpochs" | "freezeBatchNorm"
  >,
): string | null {
  if (weights !== "none" || (freezeEpochs === 0 && !freezeBatchNorm)) return null;
  const frozen = freezeEpochs > 0 ? "the backbone's weights are" : "BatchNorm's statistics are";
  return `${frozen} frozen as they were drawn, which teaches little; start from trained ones with ` +
    "--weights, or freeze nothing";
}
