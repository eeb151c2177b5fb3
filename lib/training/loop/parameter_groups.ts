import { isBackboneParameter, type Parameters } from "../../model/layers/parameters.ts";
import type { ParameterGroup } from "../../optimizers/optimizer_options.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/**
 * The parameters of the backbone, and those of the head and the loss, with the factors of their learning
 * rates.
 */
export function parameterGroups(
  parameters: Pick<Parameters, "trainable">,
  { backboneRate }: Pick<TrainSettings, "backboneRate">,
): ParameterGroup[] {
  const all = parameters.trainable();
  return [
    { parameters: all.filter(isBackboneParameter), rate: backboneRate },
    { parameters: all.filter((parameter) => !isBackboneParameter(parameter)), rate: 1 },
  ];
}
