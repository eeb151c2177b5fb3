import { escapeControls } from "../../mod.ts";
import { phrase } from "../language/language.ts";

/** Lines that are shown to people; `--json` has all. */
const maxNamed = 20;

/** A title with the number of items, and the first of them, a line each, with what is not visible by its number; empty where there are none. */
export function titledList<Item>(
  title: string,
  items: readonly Item[],
  line: (item: Item) => string,
): string {
  if (items.length === 0) return "";
  const count = (number: number) => number.toLocaleString("en-US");
  const more = items.length - maxNamed;
  return [
    `${title} (${count(items.length)}):`,
    ...items.slice(0, maxNamed).map((item) => `  ${escapeControls(line(item))}`),
    ...(more > 0 ? [phrase`  and ${count(more)} more; --json names all`] : []),
  ].join("\n");
}
