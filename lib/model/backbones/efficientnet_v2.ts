import { imageNetNormalization } from "../../images/normalize/normalization.ts";
import type { ConvolutionStyle } from "../layers/convolution_unit.ts";
import type { Backbone } from "./backbone.ts";
import {
  centered,
  type EfficientNet,
  efficientNet,
  scaleChannels,
  scaleStages,
  type Stage,
} from "./efficientnet.ts";

const style: ConvolutionStyle = { padding: "same", epsilon: 1e-3, activation: "silu" };

// Table 4 and the authors' code.
const base: readonly Stage[] = [
  ["plain", 1, 3, 1, 1, 16, 0],
  ["fused", 2, 3, 2, 4, 32, 0],
  ["fused", 2, 3, 2, 4, 48, 0],
  ["inverted", 3, 3, 2, 4, 96, 0.25],
  ["inverted", 5, 3, 1, 6, 112, 0.25],
  ["inverted", 8, 3, 2, 6, 192, 0.25],
];
const small: readonly Stage[] = [
  ["plain", 2, 3, 1, 1, 24, 0],
  ["fused", 4, 3, 2, 4, 48, 0],
  ["fused", 4, 3, 2, 4, 64, 0],
  ["inverted", 6, 3, 2, 4, 128, 0.25],
  ["inverted", 9, 3, 1, 6, 160, 0.25],
  ["inverted", 15, 3, 2, 6, 256, 0.25],
];
const medium: readonly Stage[] = [
  ["plain", 3, 3, 1, 1, 24, 0],
  ["fused", 5, 3, 2, 4, 48, 0],
  ["fused", 5, 3, 2, 4, 80, 0],
  ["inverted", 7, 3, 2, 4, 160, 0.25],
  ["inverted", 14, 3, 1, 6, 176, 0.25],
  ["inverted", 18, 3, 2, 6, 304, 0.25],
  ["inverted", 5, 3, 1, 6, 512, 0.25],
];

/** How timm trained the smaller networks, on ImageNet, and the larger, on ImageNet-21k first. */
const smaller = { imageNetTag: "in1k", ...imageNetNormalization } as const;
const larger = { imageNetTag: "in21k_ft_in1k", ...centered } as const;
/** What the networks share that do not scale another. */
const whole = { style, stem: 24, head: 1280 } as const;

/** EfficientNetV2 (Tan and Le, 2021). */
export const efficientNetV2s: readonly Backbone[] = [
  scaled({ name: "tf_efficientnetv2_b0", imageSize: 192, ...smaller }, 1, 1),
  scaled({ name: "tf_efficientnetv2_b1", imageSize: 192, ...smaller }, 1, 1.1),
  scaled({ name: "tf_efficientnetv2_b2", imageSize: 208, ...smaller }, 1.1, 1.2),
  scaled({ name: "tf_efficientnetv2_b3", imageSize: 240, ...larger }, 1.2, 1.4),
  efficientNet({ name: "tf_efficientnetv2_s", imageSize: 300, ...larger, ...whole, stages: small }),
  efficientNet({
    name: "tf_efficientnetv2_m",
    imageSize: 384,
    ...larger,
    ...whole,
    stages: medium,
  }),
];

/** Scales the smallest network. */
function scaled(
  described: Omit<EfficientNet, "style" | "stem" | "stages" | "head">,
  width: number,
  depth: number,
): Backbone {
  return efficientNet({
    ...described,
    style,
    stem: scaleChannels(32, width),
    stages: scaleStages(base, width, depth),
    head: scaleChannels(1280, width),
  });
}
