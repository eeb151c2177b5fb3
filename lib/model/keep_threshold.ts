import { UserError } from "../language/user_error.ts";
import { findModel } from "../model_file/find_model.ts";
import type { ModelMetadata, NamedThreshold } from "../model_file/model_metadata.ts";
import {
  modelMetadataToStrings,
  mostThresholds,
  thresholdName,
} from "../model_file/model_metadata_schema.ts";
import { parseModelMetadata } from "../model_file/parse_model_metadata.ts";
import { readSafetensors } from "../model_file/read_safetensors.ts";
import { writeSafetensors } from "../model_file/write_safetensors.ts";
import { modelMessages } from "./messages.ts";

/** Whether a threshold may take the place of another one. */
export interface KeepOptions {
  /** Replaces a threshold of the same name, whatever folder it comes from. */
  readonly replace?: boolean;
}

/**
 * Checks that a model can keep a threshold under a name, before there is one.
 *
 * @returns the name as it is kept: in normalization form C
 * @throws {UserError} if the name is empty, too long, or not on one line, the model has a threshold of
 *   that name that is not to be replaced, or it has no room for another one
 */
export function requireThresholdName(
  { thresholds = [] }: Pick<ModelMetadata, "thresholds">,
  typed: string,
  { replace = false }: KeepOptions = {},
): string {
  const name = typed.normalize("NFC"), option = { option: "thresholdName" };
  if (!thresholdName.test(name)) {
    throw new UserError(modelMessages.thresholdNameRefused({ option }));
  }
  const there = thresholds.find((threshold) => threshold.name === name);
  if (there && !replace) {
    throw new UserError(modelMessages.thresholdThere({
      name,
      folder: there.folder,
      date: there.date.slice(0, 10),
      option,
      replace: { option: "replace" },
    }));
  }
  if (!there && thresholds.length >= mostThresholds) {
    throw new UserError(modelMessages.tooManyThresholds({
      most: mostThresholds,
      names: thresholds.map(({ name }) => `"${name}"`).join(", "),
      replace: { option: "replace" },
    }));
  }
  return name;
}

/**
 * Keeps a threshold in a model under its name. The file is replaced whole or not at all; its
 * weights and all else in it stay as they are.
 *
 * @param model the folder of a run, or a model file
 * @throws {UserError} if the name is refused, or the file is missing or damaged
 */
export async function keepThreshold(
  model: string,
  threshold: NamedThreshold,
  options: KeepOptions = {},
): Promise<void> {
  const { file: path } = await findModel(model);
  const { tensors, metadata: strings } = await readSafetensors(path);
  const metadata = parseModelMetadata(strings, path);
  const name = requireThresholdName(metadata, threshold.name, options);
  const { thresholds = [] } = metadata;
  const kept = [...thresholds.filter((other) => other.name !== name), { ...threshold, name }];
  // The other texts stay as they are, those of early versions included.
  const { thresholds: text } = modelMetadataToStrings({ ...metadata, thresholds: kept });
  await writeSafetensors(path, tensors, { ...strings, thresholds: text! });
}
