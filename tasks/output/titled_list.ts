import { escapeControls } from "../../lib/language/mod.ts";
import { translate } from "../language/language.ts";
import { fileMessages as messages } from "./file_messages.ts";

/** Lines that a list shows; `--json` has all. */
const maxLines = 20;

/**
 * A title with the number of items, and the first of them, each on a line that shows control characters
 * by their number; empty where there are no items.
 */
export function titledList<Item>(
  title: string,
  items: readonly Item[],
  line: (item: Item) => string,
): string {
  if (items.length === 0) return "";
  const more = items.length - maxLines;
  return [
    translate(messages.title({ title, count: items.length })),
    ...items.slice(0, maxLines).map((item) => `  ${escapeControls(line(item))}`),
    ...(more > 0 ? [translate(messages.more({ count: more }))] : []),
  ].join("\n");
}
