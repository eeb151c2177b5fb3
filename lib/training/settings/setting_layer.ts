import type { Augmentation } from "../../images/augment/augmentation.ts";
import type { AugmentationName } from "./augmentation.ts";
import type { PresetName } from "./presets.ts";
import type { TrainSettings } from "./train_settings.ts";

/** Settings as flags or a file give them. What is not given stays as it was. */
export interface SettingLayer extends Partial<Omit<TrainSettings, "augmentation">> {
  /** Settings that all others here take precedence over. */
  readonly preset?: PresetName;
  /** An augmentation by its name, or the strengths that change. */
  readonly augmentation?: AugmentationName | Partial<Augmentation>;
  /** Strengths that change after `augmentation`. */
  readonly augment?: Partial<Augmentation>;
}
