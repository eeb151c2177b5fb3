import * as v from "valibot";
import { UserError } from "../language/user_error.ts";
import { modelFileMessages } from "./messages.ts";
import type { ModelMetadata } from "./model_metadata.ts";
import { modelFormatVersion, modelMetadataSchema } from "./model_metadata_schema.ts";
import { programVersion } from "./program_version.ts";

/**
 * Reads what {@linkcode modelMetadataToStrings} wrote, in this version or an earlier one. It trusts
 * none of it.
 *
 * @param strings the metadata of a safetensors file
 * @param source how messages name the file, such as its path
 * @throws {UserError} if Futago did not write the file, another major version or a newer format did, or
 *   a value is missing or damaged
 */
export function parseModelMetadata(
  strings: Readonly<Record<string, string>>,
  source: string,
): ModelMetadata {
  const major = /^(\d{1,9})\.\d{1,9}\.\d{1,9}$/.exec(strings.version ?? "")?.[1];
  if (major === undefined) throw new UserError(modelFileMessages.notFutago({ source }));
  if (major !== programVersion.split(".")[0]) {
    throw new UserError(
      modelFileMessages.otherVersion({
        source,
        expected: programVersion,
        found: strings.version!,
      }),
    );
  }
  const { success, output, issues } = v.safeParse(modelMetadataSchema, upgrade(strings, source), {
    abortEarly: true,
  });
  if (success) return output;
  throw new UserError(
    modelFileMessages.metadataDamaged({ source, key: String(issues[0].path?.[0].key) }),
  );
}

/** Metadata of any earlier format version as that of the current one. */
function upgrade(
  strings: Readonly<Record<string, string>>,
  source: string,
): Readonly<Record<string, string>> {
  const { formatVersion = "0", deviation, ...others } = strings;
  if (!/^\d{1,9}$/.test(formatVersion)) {
    throw new UserError(modelFileMessages.metadataDamaged({ source, key: "formatVersion" }));
  }
  if (Number(formatVersion) > modelFormatVersion) {
    throw new UserError(
      modelFileMessages.newerFormat({ source, found: formatVersion, latest: modelFormatVersion }),
    );
  }
  return formatVersion === "0" && deviation !== undefined ? { ...others, std: deviation } : others;
}
