import stringWidth from "string-width";

/**
 * Lays out labels and values in two aligned columns, a row a line, for people to read.
 *
 * Widths count terminal cells: a Japanese character takes two.
 *
 * @param rows label and value of each row
 * @returns the lines, joined by line breaks, with none at the end
 */
export function renderTable(rows: readonly (readonly [label: string, value: string])[]): string {
  const width = Math.max(0, ...rows.map(([label]) => stringWidth(label)));
  return rows
    .map(([label, value]) =>
      `${label}${" ".repeat(width - stringWidth(label))}  ${value}`.trimEnd()
    )
    .join("\n");
}
