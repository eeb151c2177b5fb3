/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** True for numbers, which are aligned to the right. */
  readonly numeric?: boolean;
}

/** A row of a table; its first cell is its header. */
export interface Row {
  readonly cells: readonly ComponentChildren[];
  /** True for a highlighted row. */
  readonly marked?: boolean;
}

/** A table with headers for its columns and rows, which scrolls sideways on a narrow page. */
export function Table(
  { caption, columns, rows }: {
    caption: string;
    /** None if rows are names with values. */
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

/** Items in two tables side by side, where there is room for both: long lists waste less space. */
export function TwoColumns<Item>(
  { items, children }: {
    items: readonly Item[];
    children: (part: readonly Item[]) => ComponentChildren;
  },
) {
  const half = Math.ceil(items.length / 2);
  return (
    <div class="tables two-columns">
      {children(items.slice(0, half))}
      {items.length > half && children(items.slice(half))}
    </div>
  );
}
