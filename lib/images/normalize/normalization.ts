export type { Normalization } from "../../../kernels/reference/augmentation/augment_images.ts";
