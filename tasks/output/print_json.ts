/** Characters that are printed at a time, about. */
const chunk = 2 ** 16;

/**
 * Prints one JSON document with long lists at its end, an item a line: a part at a time, since as one
 * string it may take more memory than what it tells of. Long items are broken where a value ends.
 *
 * @param head what stands before the lists, at least one key; whole numbers beyond 2⁵³ may be bigint
 * @param lists by their keys
 * @param print takes text and ends its line
 */
export function printJson(
  head: object,
  lists: Readonly<Record<string, readonly unknown[]>>,
  print: (text: string) => void = console.log,
): void {
  // JSON.stringify writes an integer of any size from its text alone.
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
  const text = JSON.stringify(
    head,
    (_, value) => typeof value === "bigint" ? rawJSON(`${value}`) : value,
    2,
  );
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
    yield JSON.stringify(item);
    return;
  }
  yield "[";
  for (const [index, value] of item.entries()) {
    yield `${index > 0 ? "," : ""}${JSON.stringify(value)}`;
  }
  yield "]";
}
