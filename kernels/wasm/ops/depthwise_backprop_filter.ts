import type * as tf from "@tensorflow/tfjs";
import { outputView } from "./output_view.ts";
import { type GridView, viewParameters } from "./grid_view.ts";
import { positionsPerItem } from "./positions_per_item.ts";
import { sumPartials } from "./sum_partials.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/**
 * Gradient of a depthwise convolution with respect to its filter.
 *
 * @param x `[n, inHeight, inWidth, channels]`
 * @param dy `[n, outHeight, outWidth, channels]`
 * @returns `[filterHeight, filterWidth, channels, 1]`
 */
export function depthwiseBackpropFilter(
  program: WasmProgram,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const output = program.output(geometry.filterShape);
  depthwiseFilterGradient(program, {
    images: program.address(x),
    view: outputView(geometry, geometry.inChannels),
    dy: program.address(dy),
    to: output,
  });
  return output;
}

/** Sums over positions, for each tap and channel. */
interface DepthwiseFilterGradient {
  /** An address. */
  readonly images: number;
  readonly view: GridView;
  /** `[n, height, width, channels]`, as an address. */
  readonly dy: number;
  /** `[taps, channels]`. */
  readonly to: tf.TensorInfo;
}

/** The same for any number of threads. Sums over fewer positions round less. */
const maxPartials = 16, minPositions = 64;

/** Runs the kernels `depthwiseFilterGradient` and `sumPartials`, see `assembly/`. */
function depthwiseFilterGradient(program: WasmProgram, sum: DepthwiseFilterGradient): void {
  const { images, view, dy, to } = sum;
  const { channels, grid, taps } = view;
  const rows = grid.n * grid.height * grid.width;
  const partRows = Math.max(minPositions, Math.ceil(rows / maxPartials));
  const parts = Math.max(1, Math.ceil(rows / partRows));
  const partials = program.output([parts, taps.length * channels]);
  program.run("depthwiseFilterGradient", [
    ...viewParameters(program, images, view),
    rows,
    dy,
    program.address(partials),
    partRows,
    positionsPerItem(taps.length),
  ], parts);
  sumPartials(program, partials, to);
  program.dispose(partials);
}
