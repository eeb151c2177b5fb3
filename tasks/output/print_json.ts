import { messageJson } from "../../lib/language/mod.ts";

/** Characters that are printed at a time, about. */
const chunk = 2 ** 16;

/**
 * Prints one JSON document. Messages appear as `code` and English text, whatever the language.
 *
 * Long lists stand at its end, an item a line. They are printed a part at a time, because one string of
 * all can take more memory than the data. Long items are broken after a value.
 *
 * @param head the rest of the document, at least one key; integers beyond 2⁵³ can be bigint
 * @param lists the long lists by their keys
 * @param print prints a text and ends its line
 */
export function printJson(
  head: object,
  lists: Readonly<Record<string, readonly unknown[]>> = {},
  print: (text: string) => void = console.log,
): void {
  const text = JSON.stringify(head, replace, 2);
  let due = text.slice(0, -"\n}".length);
  for (const [key, items] of Object.entries(lists)) {
    due += `,\n  ${JSON.stringify(key)}: [`;
    for (const [index, item] of items.entries()) {
      due += index > 0 ? ",\n    " : "\n    ";
      for (const part of partsOf(item)) {
        due += part;
        if (due.length < chunk) continue;
        print(due);
        due = "";
      }
    }
    due += items.length > 0 ? "\n  ]" : "]";
  }
  print(`${due}\n}`);
}

function* partsOf(item: unknown): Generator<string> {
  if (!Array.isArray(item)) {
    yield JSON.stringify(item, replace);
    return;
  }
  yield "[";
  for (const [index, value] of item.entries()) {
    yield `${index > 0 ? "," : ""}${JSON.stringify(value, replace)}`;
  }
  yield "]";
}

function replace(key: string, value: unknown): unknown {
  // JSON.stringify writes an integer of any size from its text alone.
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
  return typeof value === "bigint" ? rawJSON(`${value}`) : messageJson(key, value);
}
