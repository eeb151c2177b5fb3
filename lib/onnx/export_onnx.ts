import { findModel } from "../model_file/find_model.ts";

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
 * Writes the model of a run as an ONNX file.
 *
 * @param run the folder of the run, or its model file
 * @param file path of the new file
 */
export async function exportOnnx(run: string, file: string): Promise<OnnxExport> {
  await findModel(run);
  throw new Error(`cannot write ${file} yet`);
}
