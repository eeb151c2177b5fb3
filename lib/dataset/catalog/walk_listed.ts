import { datasetMessages as messages } from "../messages.ts";
import type { CatalogSettings } from "./catalog_options.ts";
import type { LabelTable } from "./label_table.ts";
import { type Found, walkFolder } from "./walk_folder.ts";

/**
 * Walks a folder for the images that a table lists. Other files are left out, unread.
 *
 * @param root the folder, with its own symbolic links resolved
 */
export async function* walkListed(
  root: string,
  table: LabelTable,
  options: Pick<CatalogSettings, "exclude" | "followLinks">,
): AsyncGenerator<Found> {
  for await (const found of walkFolder(root, { ...options, labelDepth: 0 })) {
    if (found.kind !== "file") yield found;
    else {
      const label = table.find(found.path);
      if (label) yield { ...found, identity: label.identity, part: label.part };
      else yield { kind: "leftOut", path: found.path, reason: messages.notListed() };
    }
  }
}
