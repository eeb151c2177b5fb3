import { writeAtomically } from "../io/write_atomically.ts";
import { UserError } from "../language/user_error.ts";
import { findModel, modelFile } from "../model_file/find_model.ts";
import { parseModelMetadata } from "../model_file/parse_model_metadata.ts";
import { readSafetensors } from "../model_file/read_safetensors.ts";
import { findBackbone } from "../model/backbones/registry.ts";
import { createEmbeddingModel } from "../model/embedding_model.ts";
import { modelMessages } from "../model/messages.ts";
import type { Weights } from "../model/weights/pytorch_layout.ts";
import { initialValuesFrom } from "../model/weights/weights.ts";
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
 * @param file path of the file
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
  const { file: path } = await findModel(run);
  const { tensors, metadata: strings } = await readSafetensors(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(modelMessages.fileMissing({ run, file: modelFile }));
  });
  const metadata = parseModelMetadata(strings, path);
  const backbone = findBackbone(metadata.backbone);
  const { imageSize, embeddingSize } = metadata;
  const build = () =>
    createEmbeddingModel({
      backbone,
      normalization: metadata,
      imageSize,
      embeddingSize,
      seed: 0,
      given: initialValuesFrom(tensors as Weights, path),
    });
  const graph = foldScales(
    traceModel(build, imageSize),
  );
  const bytes = encodeOnnx(graph, onnxMetadata(metadata));
  await writeAtomically(file, bytes);
  return { opset, nodes: graph.nodes.length, bytes: bytes.length };
}
