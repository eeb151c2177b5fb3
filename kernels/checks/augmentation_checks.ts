import type * as tf from "@tensorflow/tfjs";
import { augmentImages } from "../augmentation/augment_images.ts";
import * as reference from "../reference/augmentation/augment_images.ts";
import {
  AUGMENTATION_COLUMN_COUNT,
  AUGMENTATION_COLUMNS,
} from "../reference/augmentation/augmentation_columns.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleValues } from "./sample_values.ts";

const imageNet: reference.Normalization = {
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
};

/** Images to augment. */
interface Augmentation {
  readonly n: number;
  /** Width and height in pixels. */
  readonly side: number;
  /** `[n, AUGMENTATION_COLUMN_COUNT]`; every column changes something by default. */
  readonly table?: Float32Array;
  readonly normalization?: reference.Normalization;
}

/** n augmented images. Bytes that fill an image's words up must not be seen: they are 255. */
export function augmentCheck(
  { n, side, table = sampleTable(n, side), normalization = imageNet }: Augmentation,
): KernelCheck {
  const length = side * side * 3, stride = 4 * Math.ceil(length / 4);
  return defineCheck({
    kernel: `augmented images, ${n} of ${side} px`,
    tolerance: 1e-4,
    inputs() {
      const noise = sampleValues(n * stride, 4);
      const bytes = Uint8Array.from(
        noise,
        (value, i) => i % stride < length ? 127.5 * (value + 1) : 255,
      );
      return {
        pixels: { values: new Int32Array(bytes.buffer), shape: [n, stride / 4] },
        table: { values: table, shape: [n, AUGMENTATION_COLUMN_COUNT] },
      };
    },
    run: ({ pixels, table }) => [
      augmentImages(pixels as tf.Tensor2D, table as tf.Tensor2D, { side, ...normalization }),
    ],
    expected({ pixels, table }) {
      const bytes = new Uint8Array(pixels.values.buffer);
      return [reference.augmentImages({ bytes, stride, side }, table.values, normalization)];
    },
  });
}

/** The first image stays as it is; all columns change the others. */
function sampleTable(n: number, side: number): Float32Array {
  const table = new Float32Array(n * AUGMENTATION_COLUMN_COUNT);
  const identity = { XX: 1, YY: 1, BRIGHTNESS: 1, CONTRAST: 1, SATURATION: 1 };
  for (let i = 0; i < n; i++) {
    const [turn, zoom, ...u] = sampleValues(12, i + 1) as unknown as number[];
    const cos = (1 + zoom! / 3) * Math.cos(Math.PI * turn!);
    const sin = (1 + zoom! / 3) * Math.sin(Math.PI * turn!);
    const half = (side - 1) / 2;
    const changes = i === 0 ? identity : {
      XX: cos,
      XY: -sin,
      X0: half * (1 - cos + sin) + u[0]!,
      YX: sin,
      YY: cos,
      Y0: half * (1 - cos - sin) + u[1]!,
      BRIGHTNESS: 1 + u[2]! / 4,
      CONTRAST: 1 + u[3]! / 4,
      SATURATION: 1 + u[4]!,
      HUE: u[5]! / 2,
      SIGMA: 1 + u[6]!,
      LEFT: Math.floor(side / 4),
      TOP: Math.floor(side / 3),
      RIGHT: Math.floor(side / 2),
      BOTTOM: Math.floor(side * 0.7),
    };
    for (const [name, value] of Object.entries(changes)) {
      const column = AUGMENTATION_COLUMNS[name as keyof typeof AUGMENTATION_COLUMNS];
      table[i * AUGMENTATION_COLUMN_COUNT + column] = value;
    }
  }
  return table;
}

/** Augmented images. */
export const augmentationChecks: readonly KernelCheck[] = [augmentCheck({ n: 4, side: 33 })];
