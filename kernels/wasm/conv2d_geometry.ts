import type { backend_util } from "@tensorflow/tfjs";

/** The sizes, strides and paddings of a two-dimensional convolution, channels last. */
export type Conv2DGeometry = backend_util.Conv2DInfo;
