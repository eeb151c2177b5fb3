import * as tf from "@tensorflow/tfjs";
import type { Backbone } from "./backbone.ts";
import { type ConvolutionStyle, convolutionUnit } from "../layers/convolution_unit.ts";
import { chain, type Layer } from "../layers/layer.ts";
import { residual } from "../layers/residual.ts";
import { type BlockKind, efficientNetBlock } from "./efficientnet_block.ts";

/** Blocks of one kind, the first of which alone may stride and change the channels. */
export interface Stage {
  readonly kind: BlockKind;
  readonly repeats: number;
  readonly size: number;
  readonly stride: number;
  readonly expansion: number;
  readonly channels: number;
  readonly squeezeRatio: number;
}

/** What makes one network of the family. */
export interface EfficientNet
  extends Pick<Backbone, "name" | "imageNetTag" | "imageSize" | "mean" | "std"> {
  readonly style: ConvolutionStyle;
  /** Channels of the strided 3 x 3 convolution that comes first. */
  readonly stem: number;
  readonly stages: readonly Stage[];
  /** Channels of the 1 x 1 convolution that comes last; null for none. */
  readonly head: number | null;
}

/**
 * Makes a backbone of the family that MobileNets and EfficientNets are of: a stem, blocks with
 * shortcuts where sides and channels stay, a head, and the mean over all places. Its parameters have
 * timm's names.
 */
export function efficientNet({ style, stem, stages, head, ...described }: EfficientNet): Backbone {
  return {
    ...described,
    supportsDropPath: stages.some(({ kind }) => kind !== "activated"),
    build(parameters, _imageSize, drop) {
      const first = { inputs: 3, outputs: stem, size: 3, stride: 2 };
      const layers: Layer[] = [convolutionUnit(parameters, ["conv_stem", "bn1"], style, first)];
      const whole = stages.reduce((count, { repeats }) => count + repeats, 0);
      let channels = stem, block = 0;
      stages.forEach((stage, i) => {
        for (let j = 0; j < stage.repeats; j++) {
          const shape = {
            ...stage,
            inputs: channels,
            outputs: stage.channels,
            stride: j === 0 ? stage.stride : 1,
          };
          const branch = efficientNetBlock(parameters, `blocks.${i}.${j}`, style, shape);
          const skips = stage.kind !== "activated" && shape.stride === 1 &&
            channels === stage.channels;
          layers.push(skips ? residual(branch, { drop, depth: { block, total: whole } }) : branch);
          channels = stage.channels;
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
