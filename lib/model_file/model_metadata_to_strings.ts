import * as v from "valibot";
import type { ModelMetadata } from "./model_metadata.ts";
import { modelMetadataSchema } from "./model_metadata_schema.ts";

/**
 * Turns what a reader of a model needs into texts, the only kind of value that the metadata of a
 * safetensors file may have.
 *
 * @returns a text by key of `ModelMetadata`: JSON, except where the value is a text itself
 * @throws {v.ValiError} when a value could not be read back, such as NaN
 */
export function modelMetadataToStrings(metadata: ModelMetadata): Record<string, string> {
  const strings = Object.fromEntries(
    Object.entries(metadata).map((
      [key, value],
    ) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
  v.parse(modelMetadataSchema, strings);
  return strings;
}
