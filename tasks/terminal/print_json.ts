/** Characters of a list that are written at a time, and what the last of its items goes beyond. */
const chunk = 2 ** 16;

/**
 * Prints one JSON document with long lists at its end, an item a line: a part at a time, since as one
 * string it may take more memory than what it tells of.
 *
 * @param head what stands before the lists, at least one key; whole numbers beyond 2⁵³ may be bigint
 * @param lists by their keys
 * @param print takes lines, without the break after the last
 */
export function printJson(
  head: object,
  lists: Readonly<Record<string, readonly unknown[]>>,
  print: (lines: string) => void = console.log,
): void {
  // JSON.stringify writes an integer of any size from its text alone.
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
  const text = JSON.stringify(
    head,
    (_, value) => typeof value === "bigint" ? rawJSON(`${value}`) : value,
    2,
  );
  print(text.slice(0, -"\n}".length) + ",");
  const last = Object.keys(lists).at(-1);
  for (const [key, items] of Object.entries(lists)) {
    print(`  ${JSON.stringify(key)}: [`);
    let lines: string[] = [], length = 0;
    for (const [index, item] of items.entries()) {
      const line = JSON.stringify(item);
      lines.push(`    ${line}${index + 1 < items.length ? "," : ""}`);
      length += line.length;
      if (length < chunk && index + 1 < items.length) continue;
      print(lines.join("\n"));
      lines = [], length = 0;
    }
    print(key === last ? "  ]" : "  ],");
  }
  print("}");
}
