import { type GridView, viewParameters } from "./grid_view.ts";
import type { Placement } from "./placement.ts";
import { placesAtATime } from "./places_at_a_time.ts";
import type { WasmProgram } from "./wasm_program.ts";

/** Sums over taps, channel by channel. */
export interface GatheredSum {
  /** An address. */
  readonly images: number;
  readonly view: GridView;
  /** An address. */
  readonly filter: number;
  readonly to: Placement;
}

/** Runs the kernel `gatheredSum`, see there. */
export function gatheredSum(program: WasmProgram, { images, view, filter, to }: GatheredSum): void {
  const { grid, taps } = view;
  const rows = grid.n * grid.height * grid.width, rowBlock = placesAtATime(taps.length + 1);
  program.run("gatheredSum", [
    ...viewParameters(program, images, view),
    rows,
    filter,
    to.address,
    to.image,
    to.row,
    to.place,
    rowBlock,
  ], Math.ceil(rows / rowBlock));
}
