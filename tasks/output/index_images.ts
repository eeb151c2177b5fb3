import { type Catalog, type CatalogOptions, indexFolder } from "../../lib/dataset/mod.ts";
import { translate } from "../language/language.ts";
import { fileMessages } from "./file_messages.ts";
import { reportIndexing } from "./report_indexing.ts";

/**
 * Indexes a folder, and tells how its layout was read.
 *
 * @param say shows a line
 */
export async function indexImages(
  folder: string,
  options: CatalogOptions,
  say: (line: string) => void,
): Promise<Catalog> {
  const catalog = await indexFolder(folder, { ...options, onProgress: reportIndexing(say) });
  for (const note of catalog.notes) say(translate(fileMessages.note({ note })));
  return catalog;
}
