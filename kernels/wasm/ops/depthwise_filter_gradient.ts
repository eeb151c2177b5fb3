import type * as tf from "@tensorflow/tfjs";
import { type GridView, viewParameters } from "./grid_view.ts";
import { positionsPerItem } from "./positions_per_item.ts";
import { sumPartials } from "./sum_partials.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** Sums over places, tap by tap and channel by channel. */
export interface DepthwiseFilterGradient {
  /** An address. */
  readonly images: number;
  readonly view: GridView;
  /** `[n, height, width, channels]`, as an address. */
  readonly dy: number;
  /** `[taps, channels]`. */
  readonly to: tf.TensorInfo;
}

/** The same for any number of threads: sums of fewer places round less. */
const maxPartials = 16, minPositions = 64;

/** Runs the kernels `depthwiseFilterGradient` and `sumPartials`, see there. */
export function depthwiseFilterGradient(program: WasmProgram, sum: DepthwiseFilterGradient): void {
  const { images, view, dy, to } = sum;
  const { channels, grid, taps } = view;
  const rows = grid.n * grid.height * grid.width;
  const share = Math.max(minPositions, Math.ceil(rows / maxPartials));
  const shares = Math.max(1, Math.ceil(rows / share));
  const partial = program.output([shares, taps.length * channels]);
  program.run("depthwiseFilterGradient", [
    ...viewParameters(program, images, view),
    rows,
    dy,
    program.address(partial),
    share,
    positionsPerItem(taps.length),
  ], shares);
  sumPartials(program, partial, to);
  program.dispose(partial);
}
