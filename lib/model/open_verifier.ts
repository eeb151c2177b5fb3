import type { OpenBackend } from "../backends/open_backend_with.ts";
import { parseModelMetadata } from "../model_file/parse_model_metadata.ts";
import type { TensorFile } from "../model_file/tensor_file.ts";
import { embedImages } from "./embed_images.ts";
import { restoreModel } from "./restore_model.ts";
import type { Verifier } from "./verifier.ts";

/**
 * Makes a verifier from the content of a model file. It reads no files, so that it also works in a
 * page, in a database's server, or with a model that a program has received.
 *
 * @param file the content, as `parseSafetensors` of `@futago/futago/model-file` gives it
 * @param source what messages call the file, such as its address
 * @param backend the current backend
 * @throws {UserError} if the model is damaged or of another version
 *
 * @example
 * ```ts
 * import { openBackend } from "@futago/futago";
 * import { openVerifier } from "@futago/futago/model";
 * import { parseSafetensors } from "@futago/futago/model-file";
 *
 * const response = await fetch("https://example.com/model.safetensors");
 * const file = parseSafetensors(await response.bytes(), response.url);
 * using verifier = openVerifier(file, response.url, await openBackend("auto"));
 * console.log(verifier.metadata.backbone);
 * ```
 */
export function openVerifier(
  file: TensorFile,
  source: string,
  { check }: Pick<OpenBackend, "check">,
): Verifier {
  const metadata = parseModelMetadata(file.metadata, source);
  const model = restoreModel(metadata, file, source);
  return {
    metadata,
    async embed(images) {
      const embeddings = await embedImages(model, images, metadata.imageSize);
      check();
      return embeddings;
    },
    [Symbol.dispose]: () => model.parameters.dispose(),
  };
}
