import {
  articleAugmentation,
  type Augmentation,
  defaultAugmentation,
} from "../../images/augment/augmentation.ts";

/** The names of augmentations to start from. */
export const augmentationNames = ["none", "usual", "article"] as const;

/** One of them. */
export type AugmentationName = typeof augmentationNames[number];

/** Pictures as they are; fit for roughly aligned faces; or the article's. */
export const augmentationPresets: Readonly<Record<AugmentationName, Augmentation>> = {
  none: {
    flip: 0,
    rotation: 0,
    scale: 0,
    shift: 0,
    crop: 0,
    aspect: 0,
    brightness: 0,
    contrast: 0,
    saturation: 0,
    hue: 0,
    grey: 0,
    blur: 0,
    erase: 0,
  },
  usual: defaultAugmentation,
  article: articleAugmentation,
};
