import type { backend_util } from "@tensorflow/tfjs";

type Pair = readonly [number, number];

/** A convolution, channels last. */
export interface ConvCase {
  readonly batch: number;
  /** Height and width of the input. */
  readonly size: Pair;
  readonly channels: readonly [inputs: number, outputs: number];
  /** Height and width. */
  readonly filter: Pair;
  /** Down and across. */
  readonly strides: [height: number, width: number];
  readonly pad: "same" | "valid" | number | backend_util.ExplicitPadding;
}

const filters: Pair[] = [[1, 1], [3, 3], [5, 3], [2, 2]];
const strides: [number, number][] = [[1, 1], [2, 2], [1, 3]];
const pads: ConvCase["pad"][] = ["same", "valid", [[0, 0], [2, 1], [0, 2], [0, 0]], 1];
const channels: Pair[] = [[3, 5], [16, 4], [1, 1], [4, 33], [33, 16], [5, 3], [8, 16]];
const sizes: Pair[] = [[7, 9], [8, 8], [5, 6]];

/** Every filter with every stride, and with them in turn paddings, channels, sizes, batches. */
export const convCases: readonly ConvCase[] = filters.flatMap((filter, f) =>
  strides.flatMap((strides, s) =>
    [0, 1].map((p) => {
      const turn = 6 * f + 2 * s + p;
      return {
        batch: 1 + turn % 3,
        size: sizes[(f + turn) % sizes.length]!,
        channels: channels[turn % channels.length]!,
        filter,
        strides,
        pad: pads[(turn + s) % pads.length]!,
      };
    })
  )
);

/** Many tiles of a matrix product, none of them full to the edge, and many partial sums. */
export const largeConvCases: readonly ConvCase[] = [
  { batch: 3, size: [21, 19], channels: [33, 80], filter: [3, 3], strides: [1, 1], pad: "same" },
  { batch: 2, size: [31, 20], channels: [68, 36], filter: [3, 3], strides: [2, 2], pad: "same" },
  { batch: 3, size: [24, 24], channels: [100, 72], filter: [1, 1], strides: [1, 1], pad: "same" },
  { batch: 1, size: [40, 40], channels: [3, 16], filter: [3, 3], strides: [2, 2], pad: 1 },
];

/** What WebAssembly computes by Winograd's algorithm: whole tiles and pieces, odd sides. */
export const winogradCases: readonly ConvCase[] = [
  { batch: 3, size: [16, 16], channels: [16, 32], filter: [3, 3], strides: [1, 1], pad: "same" },
  { batch: 3, size: [17, 23], channels: [18, 16], filter: [3, 3], strides: [1, 1], pad: "valid" },
  { batch: 3, size: [16, 25], channels: [21, 19], filter: [3, 3], strides: [1, 1], pad: "same" },
];
