import { imageNetNormalization } from "../../images/normalize/normalization.ts";
import type { Backbone } from "./backbone.ts";
import type { ConvolutionStyle } from "../layers/convolution_unit.ts";
import type { BlockKind } from "./efficientnet_block.ts";
import { efficientNet, type Stage } from "./efficientnet.ts";

/** Kind, repeats, filter's side, stride, expansion, channels, squeeze. */
type Row = readonly [BlockKind, number, number, number, number, number, number];

/** To -1 to 1. */
const centred = {
  mean: [0.5, 0.5, 0.5],
  deviation: [0.5, 0.5, 0.5],
} as const;
/** As timm trained the smaller EfficientNetV2 on ImageNet, and the larger after ImageNet-21k. */
const smaller = { imageNetTag: "in1k", ...imageNetNormalization } as const;
const larger = { imageNetTag: "in21k_ft_in1k", ...centred } as const;

const efficientNetV2Style: ConvolutionStyle = {
  padding: "same",
  epsilon: 1e-3,
  activation: "silu",
};
const liteStyle: ConvolutionStyle = { padding: "same", epsilon: 1e-3, activation: "relu6" };
const mobileNetV2Style: ConvolutionStyle = {
  padding: "symmetric",
  epsilon: 1e-5,
  activation: "relu6",
};

// Tan and Le, 2021, table 4 and the authors' code.
const efficientNetV2Base: readonly Row[] = [
  ["plain", 1, 3, 1, 1, 16, 0],
  ["fused", 2, 3, 2, 4, 32, 0],
  ["fused", 2, 3, 2, 4, 48, 0],
  ["inverted", 3, 3, 2, 4, 96, 0.25],
  ["inverted", 5, 3, 1, 6, 112, 0.25],
  ["inverted", 8, 3, 2, 6, 192, 0.25],
];
const efficientNetV2Small: readonly Row[] = [
  ["plain", 2, 3, 1, 1, 24, 0],
  ["fused", 4, 3, 2, 4, 48, 0],
  ["fused", 4, 3, 2, 4, 64, 0],
  ["inverted", 6, 3, 2, 4, 128, 0.25],
  ["inverted", 9, 3, 1, 6, 160, 0.25],
  ["inverted", 15, 3, 2, 6, 256, 0.25],
];
// Tan and Le, 2019, table 1, without squeeze-and-excitation.
const lite0: readonly Row[] = [
  ["separable", 1, 3, 1, 1, 16, 0],
  ["inverted", 2, 3, 2, 6, 24, 0],
  ["inverted", 2, 5, 2, 6, 40, 0],
  ["inverted", 3, 3, 2, 6, 80, 0],
  ["inverted", 3, 5, 1, 6, 112, 0],
  ["inverted", 4, 5, 2, 6, 192, 0],
  ["inverted", 1, 3, 1, 6, 320, 0],
];
// Sandler et al., 2018, table 2.
const mobileNetV2: readonly Row[] = [
  ["separable", 1, 3, 1, 1, 16, 0],
  ["inverted", 2, 3, 2, 6, 24, 0],
  ["inverted", 3, 3, 2, 6, 32, 0],
  ["inverted", 4, 3, 2, 6, 64, 0],
  ["inverted", 3, 3, 1, 6, 96, 0],
  ["inverted", 3, 3, 2, 6, 160, 0],
  ["inverted", 1, 3, 1, 6, 320, 0],
];
// Howard et al., 2017, table 1.
const mobileNetV1: readonly Row[] = [
  ["activated", 1, 3, 1, 1, 64, 0],
  ["activated", 2, 3, 2, 1, 128, 0],
  ["activated", 2, 3, 2, 1, 256, 0],
  ["activated", 6, 3, 2, 1, 512, 0],
  ["activated", 2, 3, 2, 1, 1024, 0],
];

/** The backbones of the EfficientNet family, under timm's names. */
export const efficientNets: readonly Backbone[] = [
  efficientNetV2("b0", 192, smaller, 1, 1),
  efficientNetV2("b1", 192, smaller, 1, 1.1),
  efficientNetV2("b2", 208, smaller, 1.1, 1.2),
  efficientNetV2("b3", 240, larger, 1.2, 1.4),
  efficientNet({
    name: "tf_efficientnetv2_s",
    imageSize: 300,
    ...larger,
    style: efficientNetV2Style,
    stem: 24,
    stages: efficientNetV2Small.map((row) => stage(row)),
    head: 1280,
  }),
  efficientNet({
    name: "tf_efficientnet_lite0",
    imageNetTag: "in1k",
    imageSize: 224,
    ...centred,
    style: liteStyle,
    stem: 32,
    stages: lite0.map((row) => stage(row)),
    head: 1280,
  }),
  efficientNet({
    name: "mobilenetv2_100",
    imageNetTag: "ra_in1k",
    imageSize: 224,
    ...imageNetNormalization,
    style: mobileNetV2Style,
    stem: 32,
    stages: mobileNetV2.map((row) => stage(row)),
    head: 1280,
  }),
  // As Keras has it, of width 0.75; its parameters are named as those of timm's mobilenetv1_100.
  efficientNet({
    name: "mobilenetv1_075",
    imageSize: 224,
    ...centred,
    style: liteStyle,
    stem: 24,
    stages: mobileNetV1.map((row) => stage(row, 0.75)),
    head: null,
  }),
];

/** Scales the smallest EfficientNetV2. */
function efficientNetV2(
  size: string,
  imageSize: number,
  trained: typeof smaller | typeof larger,
  width: number,
  depth: number,
): Backbone {
  return efficientNet({
    name: `tf_efficientnetv2_${size}`,
    imageSize,
    ...trained,
    style: efficientNetV2Style,
    stem: scaled(32, width),
    stages: efficientNetV2Base.map((row) => stage(row, width, depth)),
    head: scaled(1280, width),
  });
}

function stage(row: Row, width = 1, depth = 1): Stage {
  const [kind, repeats, size, stride, expansion, channels, squeezeRatio] = row;
  return {
    kind,
    repeats: Math.ceil(repeats * depth),
    size,
    stride,
    expansion,
    channels: scaled(channels, width),
    squeezeRatio,
  };
}

/** Channels at another width: the nearest multiple of 8. */
function scaled(channels: number, width: number): number {
  return Math.max(8, Math.floor((channels * width + 4) / 8) * 8);
}
