import { extname, join } from "node:path";
import { fileExists } from "../../io/file_exists.ts";
import { UserError } from "../../language/user_error.ts";
import { modelFile } from "../../model_file/find_model.ts";
import { weightMessages } from "./messages.ts";

/** Files of other programs, by their endings, and what they are. */
const foreign: Readonly<
  Record<string, "pyTorchFile" | "onnxFile" | "kerasFile" | "tensorFlowFile">
> = {
  ".pth": "pyTorchFile",
  ".pt": "pyTorchFile",
  ".ckpt": "pyTorchFile",
  ".bin": "pyTorchFile",
  ".onnx": "onnxFile",
  ".h5": "kerasFile",
  ".keras": "kerasFile",
  ".pb": "tensorFlowFile",
  ".tflite": "tensorFlowFile",
};

/**
 * Finds the file that weights are in.
 *
 * @param path a safetensors file; the folder of a run, which holds its model; or a TensorFlow.js layers model,
 *   by its folder or its `model.json`
 * @throws {UserError} if it is a file of another kind, or a folder with neither
 */
export async function weightsFile(path: string): Promise<string> {
  const { isDirectory } = await Deno.stat(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(weightMessages.fileMissing({ path }));
  });
  if (isDirectory) {
    for (const file of [modelFile, "model.json"]) {
      if (await fileExists(join(path, file))) return join(path, file);
    }
    throw new UserError(weightMessages.folderWithoutModel({ path, file: modelFile }));
  }
  const kind = foreign[extname(path).toLowerCase()];
  if (kind) throw new UserError(weightMessages.foreignFile({ path, kind: weightMessages[kind]() }));
  return path;
}
