import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { type CatalogOptions, catalogSettings, catalogTitle } from "../../lib/dataset/mod.ts";
import { shellQuote, type Text } from "../../lib/language/mod.ts";
import { addSetting } from "./add_setting.ts";
import { displayPath } from "./display_path.ts";
import { typedPath } from "./typed_path.ts";

/** The keys of the options that these flags give. */
export const catalogKeys = Object.keys(catalogSettings) as readonly (keyof CatalogOptions)[];

/**
 * Adds the flags that say which images of a folder count, and where their labels are, under a heading
 * of their own.
 *
 * @param text picks the language of the help
 */
export function addCatalogFlags(command: CommandUnknownOpts, text: (text: Text) => string): void {
  command.optionsGroup(text(catalogTitle));
  for (const key of catalogKeys) addSetting(command, key, catalogSettings[key], text);
}

/** What was typed for these flags, as `indexFolder` takes it. */
export function catalogOptions(command: CommandUnknownOpts): CatalogOptions {
  const values: Record<string, unknown> = command.opts();
  const typed: CatalogOptions = Object.fromEntries(
    catalogKeys.filter((key) => command.getOptionValueSource(key) === "cli")
      .map((key) => [key, values[key]]),
  );
  return typeof typed.labels === "string" ? { ...typed, labels: typedPath(typed.labels) } : typed;
}

/** The words that give these options again. */
export function catalogFlags(options: CatalogOptions): string[] {
  const { labels, exclude = [], followLinks, labelDepth } = options;
  return [
    ...(labels ? [`--labels ${shellQuote(displayPath(labels))}`] : []),
    ...(labelDepth === undefined ? [] : [`--label-depth ${labelDepth}`]),
    ...exclude.map((pattern) => `--exclude ${shellQuote(pattern)}`),
    ...(followLinks ? ["--follow-links"] : []),
  ];
}
