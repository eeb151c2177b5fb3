import { contentHash } from "../../model_file/content_hash.ts";
import { modelMetadataToStrings } from "../../model_file/model_metadata_schema.ts";
import { parseModelMetadata } from "../../model_file/parse_model_metadata.ts";
import { withoutFolders } from "../../model_file/without_folders.ts";
import { readModelFile } from "../../model/read_model_file.ts";
import { encodeSafetensors } from "../../model_file/write_safetensors.ts";

/**
 * The model file of a run, for everybody to read; see {@linkcode withoutFolders}.
 *
 * @param run the folder of the run, or its model file
 * @throws {UserError} if there is no model, or it is damaged or of another version
 */
export async function pageModel(run: string): Promise<Uint8Array<ArrayBuffer>> {
  const { file: { tensors, metadata: strings }, path } = await readModelFile(run);
  const metadata = parseModelMetadata(strings, path);
  return encodeSafetensors({
    tensors,
    metadata: {
      ...modelMetadataToStrings(withoutFolders(metadata)),
      // By which a page tells whether the people that it keeps are enrolled with this model.
      weightsHash: contentHash({ tensors, metadata: {} }),
    },
  });
}
