import type { Augmentation } from "../../images/augment/augmentation.ts";
import type { AugmentationName } from "./augmentation_presets.ts";
import type { PresetName } from "./presets.ts";
import type { TrainSettings } from "./train_settings.ts";

/** Settings as they are given, by flags or by a file; what is not given is as it was. */
export interface SettingLayer extends Partial<Omit<TrainSettings, "augmentation">> {
  /** Comes before all that is given. */
  readonly preset?: PresetName;
  /** A whole augmentation by its name, or the strengths that are other than they were. */
  readonly augmentation?: AugmentationName | Partial<Augmentation>;
  /** Strengths that are other than they were, after `augmentation`. */
  readonly augment?: Partial<Augmentation>;
}
