import { isBackboneParameter } from "../model/is_of_backbone.ts";
import type { Parameters } from "../model/parameters.ts";
import type { ParameterGroup } from "../optimisers/parameter_group.ts";
import type { TrainSettings } from "./train_settings.ts";

/** The backbone's parameters, and those of head and loss, with their learning rates. */
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
