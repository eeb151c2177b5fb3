import { type Catalog, type CatalogOptions, indexFolder } from "../../lib/dataset/mod.ts";
import { translate } from "../language/language.ts";
import { fileMessages } from "../output/file_messages.ts";
import { reportIndexing } from "../output/report_indexing.ts";
import { say } from "./say.ts";

/** Indexes a folder to measure on, and says how its layout was read. */
export async function indexVerified(data: string, options: CatalogOptions): Promise<Catalog> {
  const catalog = await indexFolder(data, { ...options, onProgress: reportIndexing(say) });
  for (const note of catalog.notes) say(translate(fileMessages.note({ note })));
  return catalog;
}
