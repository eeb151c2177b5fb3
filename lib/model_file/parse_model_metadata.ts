import * as v from "valibot";
import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";
import type { ModelMetadata } from "./model_metadata.ts";
import { modelMetadataSchema } from "./model_metadata_schema.ts";
import { programVersion } from "./program_version.ts";

/**
 * Reads what {@linkcode modelMetadataToStrings} wrote, and trusts none of it.
 *
 * @param strings the metadata of a safetensors file
 * @param source what messages call the file, such as its path
 * @throws {UserError} when the file is no model of this program, was written by another major
 *   version, or lacks or garbles a value
 */
export function parseModelMetadata(
  strings: Readonly<Record<string, string>>,
  source: string,
): ModelMetadata {
  const major = /^(\d{1,9})\.\d{1,9}\.\d{1,9}$/.exec(strings.version ?? "")?.[1];
  if (major === undefined) {
    throw new UserError(
      message`cannot use ${source}: wanted a model that Futago trained, found a file without its
        metadata; name another file, or train one`,
    );
  }
  if (major !== programVersion.split(".")[0]) {
    throw new UserError(
      message`cannot use ${source}: wanted a model of version ${programVersion}, found one of
        version ${strings.version!}; use that version, or train anew`,
    );
  }
  const { success, output, issues } = v.safeParse(modelMetadataSchema, strings, {
    abortEarly: true,
  });
  if (success) return output;
  const key = issues[0].path?.[0].key;
  throw new UserError(
    message`cannot use ${source}: "${
      String(key)
    }" in its metadata is missing or damaged; get the file
      anew, or train anew`,
  );
}
