/**
 * The network: backbones, layers, weights, and trained models.
 *
 * @module
 */
export { backboneNames } from "./backbones/registry.ts";
export type { DropPath } from "./layers/drop_path.ts";
export { loadVerifier } from "./load_verifier.ts";
export type { Verifier } from "./verifier.ts";
export { type ImageNetOptions, imageNetWeights } from "./weights/imagenet_weights.ts";
export { type LoadedWeights, loadWeights } from "./weights/load_weights.ts";
