import { UserError } from "../../language/user_error.ts";
import { contentHash } from "../../model_file/content_hash.ts";
import { findModel, modelFile } from "../../model_file/find_model.ts";
import { modelMetadataToStrings } from "../../model_file/model_metadata_schema.ts";
import { parseModelMetadata } from "../../model_file/parse_model_metadata.ts";
import { readSafetensors } from "../../model_file/read_safetensors.ts";
import { encodeSafetensors } from "../../model_file/write_safetensors.ts";
import { modelMessages } from "../../model/messages.ts";

/**
 * The model file of a run, for everybody to read: without the names of the folders that named
 * thresholds were chosen on. Nothing else in a model file names an identity, a folder or a path.
 *
 * @param run the folder of the run, or its model file
 * @throws {UserError} if there is no model, or it is damaged or of another version
 */
export async function pageModel(run: string): Promise<Uint8Array<ArrayBuffer>> {
  const { file: path } = await findModel(run);
  const { tensors, metadata: strings } = await readSafetensors(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(modelMessages.fileMissing({ run, file: modelFile }));
  });
  const { thresholds, ...metadata } = parseModelMetadata(strings, path);
  return encodeSafetensors({
    tensors,
    metadata: {
      ...modelMetadataToStrings({
        ...metadata,
        ...thresholds && { thresholds: thresholds.map((one) => ({ ...one, folder: "" })) },
      }),
      // By which a page tells whether the people that it keeps are enrolled with this model.
      weightsHash: contentHash({ tensors, metadata: {} }),
    },
  });
}
