import * as tf from "@tensorflow/tfjs";
import { type ConvolutionStyle, convolutionUnit } from "../layers/convolution_unit.ts";
import { chain, type Layer } from "../layers/layer.ts";
import { residual } from "../layers/residual.ts";
import type { Backbone } from "./backbone.ts";
import { type BlockKind, efficientNetBlock } from "./efficientnet_block.ts";

/**
 * Blocks of one kind, the first of which alone may stride and change the channels, as a row of a
 * paper's table.
 */
export type Stage = readonly [
  kind: BlockKind,
  repeats: number,
  size: number,
  stride: number,
  expansion: number,
  channels: number,
  squeezeRatio: number,
];

/** What makes one network of the family. */
export interface EfficientNet extends
  Pick<
    Backbone,
    "name" | "imageNetTag" | "hasLayersModel" | "imageSize" | "mean" | "std"
  > {
  /** Padding, BatchNorm and activation of its convolutions. */
  readonly style: ConvolutionStyle;
  /** Channels of the strided 3 x 3 convolution that comes first. */
  readonly stem: number;
  /** Its blocks, in order. */
  readonly stages: readonly Stage[];
  /** Channels of the 1 x 1 convolution that comes last; null for none. */
  readonly head: number | null;
}

/** Maps -1 to 1 from 0 to 1. */
export const centered = { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] } as const;

/** The convolutions of the networks without squeeze-and-excitation that come from TensorFlow. */
export const liteStyle: ConvolutionStyle = { padding: "same", epsilon: 1e-3, activation: "relu6" };

/**
 * Makes a backbone of the family of MobileNets and EfficientNets: a stem, blocks with shortcuts if side
 * and channels stay, a head, and the mean over all places. Its parameters have timm's names.
 */
export function efficientNet({ style, stem, stages, head, ...described }: EfficientNet): Backbone {
  return {
    ...described,
    supportsDropPath: stages.some(([kind]) => kind !== "activated"),
    build(parameters, _imageSize, drop) {
      const first = { inputs: 3, outputs: stem, size: 3, stride: 2 };
      const layers: Layer[] = [convolutionUnit(parameters, ["conv_stem", "bn1"], style, first)];
      const total = stages.reduce((count, [, repeats]) => count + repeats, 0);
      let channels = stem, block = 0;
      stages.forEach(([kind, repeats, size, stride, expansion, outputs, squeezeRatio], i) => {
        for (let j = 0; j < repeats; j++) {
          const shape = {
            kind,
            size,
            expansion,
            squeezeRatio,
            inputs: channels,
            outputs,
            stride: j === 0 ? stride : 1,
          };
          const branch = efficientNetBlock(parameters, `blocks.${i}.${j}`, style, shape);
          const skips = kind !== "activated" && shape.stride === 1 && channels === outputs;
          layers.push(skips ? residual(branch, { drop, depth: { block, total } }) : branch);
          channels = outputs;
          block++;
        }
      });
      if (head !== null) {
        const last = { inputs: channels, outputs: head, size: 1 };
        layers.push(convolutionUnit(parameters, ["conv_head", "bn2"], style, last));
      }
      const apply = chain(layers);
      return {
        features: head ?? channels,
        apply: (images, training) => tf.mean(apply(images, training), [1, 2]) as tf.Tensor2D,
      };
    },
  };
}

/** Scales the stages of a network to another width and depth. */
export function scaleStages(stages: readonly Stage[], width: number, depth = 1): Stage[] {
  return stages.map(([kind, repeats, size, stride, expansion, channels, squeezeRatio]) => [
    kind,
    Math.ceil(repeats * depth),
    size,
    stride,
    expansion,
    scaleChannels(channels, width),
    squeezeRatio,
  ]);
}

/** Channels at another width: the nearest multiple of 8. */
export function scaleChannels(channels: number, width: number): number {
  return Math.max(8, Math.floor((channels * width + 4) / 8) * 8);
}
