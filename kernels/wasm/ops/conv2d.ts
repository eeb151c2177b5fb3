import type * as tf from "@tensorflow/tfjs";
import { implicitGemm } from "./implicit_gemm.ts";
import { convOutputStrides } from "./output_strides.ts";
import { outputView } from "./output_view.ts";
import { usesWinograd, winograd } from "./winograd.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/**
 * A convolution, channels last.
 *
 * @param x `[n, inHeight, inWidth, inChannels]`
 * @param filter `[filterHeight, filterWidth, inChannels, outChannels]`
 * @returns `[n, outHeight, outWidth, outChannels]`
 */
export function conv2d(
  program: WasmProgram,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  geometry: tf.backend_util.Conv2DInfo,
): tf.TensorInfo {
  const { inChannels, outChannels } = geometry;
  const output = program.output(geometry.outShape);
  if (usesWinograd(geometry)) {
    const { top, left } = geometry.padInfo;
    winograd(program, {
      images: x,
      to: output,
      first: [-top, -left],
      filter: {
        tensor: filter,
        begin: 0,
        tapStep: inChannels * outChannels,
        rowStep: outChannels,
        columnStep: 1,
      },
    });
    return output;
  }
  implicitGemm(program, {
    images: program.address(x),
    view: outputView(geometry, inChannels * outChannels),
    right: { tensor: filter, columns: outChannels, rowStep: outChannels, columnStep: 1 },
    to: convOutputStrides(geometry, program.address(output)),
  });
  return output;
}
