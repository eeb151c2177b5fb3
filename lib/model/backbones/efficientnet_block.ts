import {
  type ConvolutionStyle,
  type ConvolutionUnit,
  convolutionUnit,
} from "../layers/convolution_unit.ts";
import { chain, type Layer } from "../layers/layer.ts";
import { squeezeExcite } from "../layers/squeeze_excite.ts";
import type { Parameters } from "../layers/parameters.ts";

/**
 * The kinds of blocks: a plain convolution; an expansion by a full convolution and a projection
 * ("fused"); an expansion, a depthwise convolution and a projection ("inverted"); a depthwise
 * convolution and a projection ("separable"), which MobileNet v1 activates ("activated").
 */
export type BlockKind = "plain" | "fused" | "inverted" | "separable" | "activated";

/** One block of a network of the EfficientNet family. */
export interface BlockShape {
  /** Which convolutions it has. */
  readonly kind: BlockKind;
  /** Input channels. */
  readonly inputs: number;
  /** Output channels. */
  readonly outputs: number;
  /** Side of the filter that is not 1 x 1. */
  readonly size: number;
  /** Stride of that filter. */
  readonly stride: number;
  /** Ratio of the channels inside the block to the input channels. */
  readonly expansion: number;
  /** Ratio of the channels of the squeeze-and-excitation to the input channels; 0 for none. */
  readonly squeezeRatio: number;
}

/** Makes a block's branch, its parameters named as in timm's `EfficientNetBlocks`. */
export function efficientNetBlock(
  parameters: Parameters,
  name: string,
  style: ConvolutionStyle,
  { kind, inputs, outputs, size, stride, expansion, squeezeRatio }: BlockShape,
): Layer {
  const middle = inputs * expansion;
  const unit = (convolution: string, norm: string, shape: ConvolutionUnit) =>
    convolutionUnit(parameters, [`${name}.${convolution}`, `${name}.${norm}`], style, shape);
  const expand = (convolution: string, size: number, stride: number) =>
    unit(convolution, "bn1", { inputs, outputs: middle, size, stride });
  const depthwise = (norm: string) =>
    unit("conv_dw", norm, { inputs: middle, outputs: middle, size, stride, depthwise: true });
  const excite = (): Layer[] => {
    if (squeezeRatio === 0) return [];
    const squeezed = Math.round(inputs * squeezeRatio);
    const { activation } = style;
    return [squeezeExcite(parameters, `${name}.se`, { channels: middle, squeezed, activation })];
  };
  const project = (convolution: string, norm: string, activation = "none" as const) =>
    unit(convolution, norm, { inputs: middle, outputs, size: 1, activation });

  switch (kind) {
    case "plain":
      return unit("conv", "bn1", { inputs, outputs, size, stride });
    case "fused":
      return chain([expand("conv_exp", size, stride), ...excite(), project("conv_pwl", "bn2")]);
    case "inverted":
      return chain([
        expand("conv_pw", 1, 1),
        depthwise("bn2"),
        ...excite(),
        project("conv_pwl", "bn3"),
      ]);
    case "separable":
      return chain([depthwise("bn1"), ...excite(), project("conv_pw", "bn2")]);
    case "activated":
      return chain([depthwise("bn1"), unit("conv_pw", "bn2", { inputs, outputs, size: 1 })]);
  }
}
