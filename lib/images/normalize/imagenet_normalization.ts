import type { Normalization } from "./normalization.ts";

/** Mean and standard deviation of ImageNet's pictures, which most networks trained on it expect. */
export const imageNetNormalization: Normalization = {
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
};
