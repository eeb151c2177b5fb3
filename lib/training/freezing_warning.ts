import { type Message, message } from "../language/message.ts";
import type { TrainSettings } from "./settings/train_settings.ts";

/** What is to be said of a run that freezes what was never trained; null where nothing is. */
export function freezingWarning(
  { weights, freezeEpochs, freezeBatchNorm }: Pick<
    TrainSettings,
    "weights" | "freezeEpochs" | "freezeBatchNorm"
  >,
): Message | null {
  if (weights !== "none" || (freezeEpochs === 0 && !freezeBatchNorm)) return null;
  const frozen = freezeEpochs > 0
    ? message`the backbone's weights`
    : message`BatchNorm's statistics`;
  return message`${frozen} are frozen as they were drawn, which teaches little; start from trained ones
    with --weights, or freeze nothing`;
}
