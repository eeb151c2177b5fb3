import { writeAtomically } from "../io/write_atomically.ts";
import { parseModelMetadata } from "../model_file/parse_model_metadata.ts";
import { readModelFile } from "../model/read_model_file.ts";
import { restoreModel } from "../model/restore_model.ts";
import { encodeOnnx, opset } from "./file/encode_onnx.ts";
import { foldScales } from "./file/fold_scales.ts";
import { onnxMetadata } from "./onnx_metadata.ts";
import { traceModel } from "./trace/trace_model.ts";

/** What an ONNX file holds. */
export interface OnnxExport {
  /** Its operator set. */
  readonly opset: number;
  /** Operators in its graph. */
  readonly nodes: number;
  /** Its size. */
  readonly bytes: number;
}

/**
 * Writes the model of a run as an ONNX file. Its input `image` is `[batch, 3, size, size]`, red, green and
 * blue from 0 to 255; its output `embedding` is `[batch, embeddingSize]`, each row of unit length. The
 * threshold, its rates, and how to prepare an image are in its metadata.
 *
 * A program with a backbone of its own registers it first.
 *
 * @param run the folder of the run, or its model file
 * @param file path of the file, which is replaced if it is there
 * @throws {UserError} if the run has no model, the model is damaged or of another version, or its backbone
 *   uses an operation that cannot be written as ONNX
 *
 * @example
 * ```ts
 * import { exportOnnx } from "@futago/futago/onnx";
 *
 * const { bytes } = await exportOnnx("runs/faces", "faces.onnx");
 * console.log(bytes);
 * ```
 */
export async function exportOnnx(run: string, file: string): Promise<OnnxExport> {
  const { file: content, path } = await readModelFile(run);
  const metadata = parseModelMetadata(content.metadata, path);
  const build = () => restoreModel(metadata, content, path);
  const graph = foldScales(traceModel(build, metadata.imageSize));
  const bytes = encodeOnnx(graph, onnxMetadata(metadata));
  await writeAtomically(file, bytes);
  return { opset, nodes: graph.nodes.length, bytes: bytes.length };
}
