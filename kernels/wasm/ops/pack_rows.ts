import type * as tf from "@tensorflow/tfjs";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** Packs rows `[n, d]` as the columns of panels, see `assembly/pack_panels.ts`: `[ceil(n / 8), d, 8]`. */
export function packRows(program: WasmProgram, rows: tf.TensorInfo): tf.TensorInfo {
  const [n, d] = rows.shape as [number, number];
  const panels = program.output([Math.ceil(n / 8), d, 8]);
  program.run(
    "packPanels",
    [program.address(rows), program.table([0, 0, 0]), 1, d, 1, n, d, program.address(panels)],
    panels.shape[0]!,
  );
  return panels;
}
