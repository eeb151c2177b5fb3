import { defaultAugmentation } from "../../images/augment/augmentation.ts";
import { findOptimizer } from "../../optimizers/registry.ts";
import type { SettingLayer } from "./setting_layer.ts";
import { augmentationPresets } from "./augmentation.ts";
import { presets } from "./presets.ts";
import type { TrainSettings } from "./train_settings.ts";

/**
 * Settings whose value belongs to the value of another setting: AdamW's learning rate says nothing about
 * SGD's, and a triplet margin says nothing about ArcFace's, which is an angle.
 */
const belongsTo: Partial<
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
 * Lays settings over others: a preset first, then each layer over the ones before it.
 *
 * What a layer does not give stays, down to a single strength of the augmentation and a single option
 * of a loss or a miner. But where a layer asks for another optimizer, schedule, loss or miner than a
 * weaker one, the values that belong to that one are dropped, so that `completeSettings` finds what suits
 * the new one: `--preset article --optimizer sgd` trains with SGD's default learning rate, not with the
 * article's.
 *
 * @param layers weaker ones first; of several presets the last one counts
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
      !isDropped(key as keyof TrainSettings, { weaker, stronger })
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

function isDropped(
  key: keyof TrainSettings,
  { weaker, stronger }: Record<"weaker" | "stronger", Partial<TrainSettings>>,
): boolean {
  if (key === "testData") return stronger.test !== undefined;
  const owner = belongsTo[key];
  if (owner === undefined) return false;
  const was = weaker[owner], is = stronger[owner];
  if (was === undefined || is === undefined || was === is) return false;
  // A schedule suits all optimizers that use one, or none of them.
  return key !== "schedule" ||
    findOptimizer(weaker.optimizer!).isScheduleFree !==
      findOptimizer(stronger.optimizer!).isScheduleFree;
}
