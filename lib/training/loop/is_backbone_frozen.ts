import type { TrainSettings } from "../settings/train_settings.ts";

/** Whether the backbone stays as it is in an epoch, while head and loss learn. */
export function isBackboneFrozen(
  { freezeEpochs }: Pick<TrainSettings, "freezeEpochs">,
  epoch: number,
): boolean {
  return epoch < freezeEpochs;
}
