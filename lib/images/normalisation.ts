export type { Normalisation } from "../../kernels/reference/augment_images.ts";
