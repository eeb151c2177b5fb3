import type * as tf from "@tensorflow/tfjs";
import wgsl from "./augment_images.wgsl" with { type: "text" };
import * as reference from "../reference/augmentation/augment_images.ts";
import {
  AUGMENTATION_COLUMN_COUNT,
  AUGMENTATION_COLUMNS,
} from "../reference/augmentation/augmentation_columns.ts";
import { registerOp } from "../runtime/register_op.ts";
import workgroupSum from "../runtime/workgroup_sum.wgsl" with { type: "text" };

const THREADS = 256;
/** Each workgroup reads its whole image for the mean gray, which few pixels would not pay for. */
const PIXELS_PER_THREAD = 16;

/** The size and normalization of the images. */
export interface AugmentImagesOptions extends reference.Normalization {
  /** Of the square images, in pixels. */
  readonly side: number;
}

const run = registerOp<"pixels" | "table", AugmentImagesOptions>({
  name: "FutagoAugmentImages",
  inputs: ["pixels", "table"],
  dtype: "float32",
  outputShape: ({ table }, { side }) => [table[0]!, side, side, 3],
  passes: ({ table }, { side, mean, std }) => [{
    source: [workgroupSum, wgsl],
    constants: { ...AUGMENTATION_COLUMNS, COLUMNS: AUGMENTATION_COLUMN_COUNT, PIXELS_PER_THREAD },
    uniforms: {
      meanRed: mean[0],
      meanGreen: mean[1],
      meanBlue: mean[2],
      stdRed: std[0],
      stdGreen: std[1],
      stdBlue: std[2],
    },
    threads: THREADS,
    workgroups: [Math.ceil(side * side / (THREADS * PIXELS_PER_THREAD)), table[0]!],
  }],
  reference: ({ pixels: { values, shape }, table }, { side, ...scale }) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return reference.augmentImages({ bytes, stride: 4 * shape[1]!, side }, table.values, scale);
  },
});

/**
 * Changes images as a table says, and normalizes them: see `augmentImages` of
 * `reference/augment_images.ts` for what happens in which order. One launch on WebGPU.
 *
 * @param pixels `[n, ceil(side x side x 3 / 4)]` int32: the bytes of each `[side, side, 3]`, four in an
 *   element, the first lowest
 * @param table `[n, AUGMENTATION_COLUMN_COUNT]`, a row an image
 * @returns `[n, side, side, 3]`, without a gradient
 */
export function augmentImages(
  pixels: tf.Tensor2D,
  table: tf.Tensor2D,
  options: AugmentImagesOptions,
): tf.Tensor4D {
  return run({ pixels, table }, options) as tf.Tensor4D;
}
