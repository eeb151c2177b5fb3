import type { ExportTarget } from "./export_target.ts";
import { onnx } from "./onnx.ts";
import { web } from "./web.ts";

/** What a model can be exported to, by `--to`. */
export const targets: readonly ExportTarget[] = [onnx, web];
