export type { Normalization } from "../../kernels/reference/augment_images.ts";
