import { defaultAugmentation } from "../../images/augment/augmentation.ts";
import { findOptimizer } from "../../optimizers/registry.ts";
import type { SettingLayer } from "./setting_layer.ts";
import { augmentationPresets } from "./augmentation_presets.ts";
import { presets } from "./presets.ts";
import type { TrainSettings } from "./train_settings.ts";

/**
 * Settings whose value was meant for the value of another: AdamW's learning rate says nothing about
 * SGD's, a triplet's margin nothing about ArcFace's, which is an angle.
 */
const meantFor: Partial<
  Record<keyof TrainSettings, "optimizer" | "schedule" | "loss" | "miner">
> = {
  learningRate: "optimizer",
  minimumRate: "optimizer",
  weightDecay: "optimizer",
  schedule: "optimizer",
  gamma: "schedule",
  margin: "loss",
  lossOptions: "loss",
  minerOptions: "miner",
};

/**
 * Lays settings over others: a preset's first, then each layer over those before it.
 *
 * What a layer does not say stays, down to a single strength of the augmentation and a single option
 * of a loss or a miner. But where a layer asks for another optimiser, schedule, loss or miner than one
 * before it named, what was meant for that one falls, so that `completeSettings` finds what suits the
 * new one: `--preset article --optimizer sgd` trains with SGD's usual learning rate, not the article's.
 *
 * @param layers the weaker first; of several presets the last counts
 */
export function mergeSettings(
  base: Partial<TrainSettings>,
  layers: readonly SettingLayer[],
): Partial<TrainSettings> {
  const preset = layers.findLast(({ preset }) => preset !== undefined)?.preset;
  return [preset === undefined ? {} : presets[preset], ...layers].reduce(layer, base);
}

function layer(
  weaker: Partial<TrainSettings>,
  { preset: _, augmentation, augment, ...stronger }: SettingLayer,
): Partial<TrainSettings> {
  const stays: Partial<TrainSettings> = Object.fromEntries(
    Object.entries(weaker).filter(([key]) =>
      !falls(key as keyof TrainSettings, { weaker, stronger })
    ),
  );
  const merged: Record<string, unknown> = { ...stays, ...stronger };
  for (const key of ["lossOptions", "minerOptions"] as const) {
    if (stronger[key]) merged[key] = { ...stays[key], ...stronger[key] };
  }
  if (augmentation !== undefined || augment !== undefined) {
    const base = typeof augmentation === "string"
      ? augmentationPresets[augmentation]
      : { ...(weaker.augmentation ?? defaultAugmentation), ...augmentation };
    merged.augmentation = { ...base, ...augment };
  }
  return merged;
}

function falls(
  key: keyof TrainSettings,
  { weaker, stronger }: Record<"weaker" | "stronger", Partial<TrainSettings>>,
): boolean {
  const owner = meantFor[key];
  if (owner === undefined) return false;
  const was = weaker[owner], is = stronger[owner];
  if (was === undefined || is === undefined || was === is) return false;
  // A schedule suits all optimisers that want one, or none of them.
  return key !== "schedule" ||
    findOptimizer(weaker.optimizer!).isScheduleFree !==
      findOptimizer(stronger.optimizer!).isScheduleFree;
}
