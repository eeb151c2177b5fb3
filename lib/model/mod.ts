/**
 * The network: backbones, layers, weights, and trained models.
 *
 * @module
 */
export type { Backbone, Tower } from "./backbones/backbone.ts";
export { backboneNames, backbones, findBackbone, registerBackbone } from "./backbones/registry.ts";
export type { Activation } from "./layers/activation.ts";
export { batchNorm } from "./layers/batch_norm.ts";
export { convolution, depthwiseConvolution, type Padding } from "./layers/convolution.ts";
export {
  type ConvolutionStyle,
  type ConvolutionUnit,
  convolutionUnit,
} from "./layers/convolution_unit.ts";
export { chain, type Layer } from "./layers/layer.ts";
export { linear } from "./layers/linear.ts";
export {
  type Initial,
  type InitialValues,
  type Parameter,
  type ParameterKind,
  Parameters,
} from "./layers/parameters.ts";
export type { DropPath } from "./layers/drop_path.ts";
export { type KeepOptions, keepThreshold, requireThresholdName } from "./keep_threshold.ts";
export { loadVerifier } from "./load_verifier.ts";
export { openVerifier } from "./open_verifier.ts";
export type { Verifier } from "./verifier.ts";
export { type ImageNetOptions, imageNetWeights } from "./weights/imagenet_weights.ts";
export { type LoadedWeights, loadWeights } from "./weights/load_weights.ts";
