/**
 * Trained models as ONNX files.
 *
 * @module
 */
export { exportOnnx, type OnnxExport } from "./export_onnx.ts";
