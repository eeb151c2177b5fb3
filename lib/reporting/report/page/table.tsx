import type { ComponentChildren } from "preact";

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** True for numbers, which stand to the right. */
  readonly numeric?: boolean;
}

/** A row of a table: its cells, the first of which names it. */
export interface Row {
  readonly cells: readonly ComponentChildren[];
  /** True for the row that matters most. */
  readonly marked?: boolean;
}

/** A table whose columns and rows are named; it scrolls by itself where the page is narrow. */
export function Table(
  { caption, columns, rows }: {
    caption: string;
    /** None where rows are names and values alone. */
    columns?: readonly Column[];
    rows: readonly Row[];
  },
) {
  const side = (index: number) => columns?.[index]?.numeric ? "number" : undefined;
  return (
    <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        {columns && (
          <thead>
            <tr>
              {columns.map(({ name }, index) => (
                <th key={index} scope="col" class={side(index)}>{name}</th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ cells, marked }, row) => (
            <tr key={row} class={marked ? "marked" : undefined}>
              {cells.map((cell, index) =>
                index === 0
                  ? <th key={index} scope="row" class={side(index)}>{cell}</th>
                  : <td key={index} class={side(index)}>{cell}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
