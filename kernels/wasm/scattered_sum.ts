import type * as tf from "@tensorflow/tfjs";
import { type GridView, viewParameters } from "./grid_view.ts";
import { placesAtATime } from "./places_at_a_time.ts";
import { sumShares } from "./sum_shares.ts";
import type { WasmProgram } from "./wasm_program.ts";

/** Sums over places, tap by tap and channel by channel. */
export interface ScatteredSum {
  /** An address. */
  readonly images: number;
  readonly view: GridView;
  /** `[n, height, width, channels]`, as an address. */
  readonly places: number;
  /** `[taps, channels]`. */
  readonly to: tf.TensorInfo;
}

/** The same for any number of threads: sums of fewer places round less. */
const mostShares = 16, fewestPlaces = 64;

/** Runs the kernels `scatteredSum` and `sumShares`, see there. */
export function scatteredSum(program: WasmProgram, sum: ScatteredSum): void {
  const { images, view, places, to } = sum;
  const { channels, grid, taps } = view;
  const rows = grid.n * grid.height * grid.width;
  const share = Math.max(fewestPlaces, Math.ceil(rows / mostShares));
  const shares = Math.max(1, Math.ceil(rows / share));
  const partial = program.output([shares, taps.length * channels]);
  program.run("scatteredSum", [
    ...viewParameters(program, images, view),
    rows,
    places,
    program.address(partial),
    share,
    placesAtATime(taps.length),
  ], shares);
  sumShares(program, partial, to);
  program.dispose(partial);
}
