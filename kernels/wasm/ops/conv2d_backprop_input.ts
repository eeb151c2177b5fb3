import type * as tf from "@tensorflow/tfjs";
import { implicitGemm } from "./implicit_gemm.ts";
import { inputViews } from "./input_views.ts";
import { usesWinograd, winograd } from "./winograd.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/**
 * Gradient of a convolution with respect to its input.
 *
 * @param dy `[n, outHeight, outWidth, outChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, inHeight, inWidth, inChannels]`
 */
export function conv2dBackpropInput(
  program: WasmProgram,
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const { inChannels, outChannels } = geometry;
  const output = program.output(geometry.inShape);
  if (usesWinograd(geometry)) {
    const { top, left } = geometry.padInfo;
    const tapSize = inChannels * outChannels;
    winograd(program, {
      images: dy,
      to: output,
      first: [top - 2, left - 2],
      // Flipped, its rows and columns exchanged.
      filter: {
        tensor: filter,
        begin: 8 * tapSize,
        tapStep: -tapSize,
        rowStep: 1,
        columnStep: outChannels,
      },
    });
    return output;
  }
  const right = { tensor: filter, columns: inChannels, rowStep: 1, columnStep: outChannels };
  const views = inputViews(geometry, inChannels * outChannels, program.address(output));
  for (const { view, to } of views) {
    implicitGemm(program, { images: program.address(dy), view, right, to });
  }
  return output;
}
