import type { EmbeddingFormat } from "./embedding_format.ts";
import { embeddingFileMessages as messages } from "./messages.ts";
import { NamesWriter } from "./names_file.ts";
import { readTable, tableNames } from "./read_table.ts";
import { refuse } from "./refuse.ts";

/** Columns that hold no numbers of an embedding. */
const named = ["path", "identity", "label"];

/**
 * A table for spreadsheets and pandas: `path`, `identity`, `label`, and a column for each dimension, `e0`,
 * `e1` and so on, whose numbers give the same float32 again.
 */
export const csv: EmbeddingFormat = {
  ending: ".csv",
  files: (path) => [path],
  async create(path, { dimension, identities }) {
    const columns = Array.from({ length: dimension }, (_, index) => `e${index}`);
    const file = await NamesWriter.create(path, identities, columns);
    return {
      write: ({ values, ...rows }) =>
        file.write(rows, (row) =>
          // Nine significant digits tell any two float32 apart.
          Array.from(
            values.subarray(row * dimension, (row + 1) * dimension),
            (value) => String(Number(value.toPrecision(9))),
          )),
      finish: () => file.finish(),
      [Symbol.dispose]: () => file[Symbol.dispose](),
    };
  },
  async read(path) {
    const { header, records } = await readTable(path);
    const names = tableNames(header, records);
    const columns = [...header.keys()].filter((column) => !named.includes(header[column]!));
    if (!names || columns.length === 0 || records.length === 0) {
      return refuse(path, messages.table(), header.join(", ").slice(0, 80));
    }
    const dimension = columns.length;
    const values = new Float32Array(records.length * dimension);
    for (const [row, record] of records.entries()) {
      for (const [index, column] of columns.entries()) {
        const field = record[column]!, value = field.trim() === "" ? NaN : Number(field);
        if (!Number.isFinite(value)) {
          return refuse(path, messages.numbersInLine({ line: row + 2 }), `"${field.slice(0, 40)}"`);
        }
        values[row * dimension + index] = value;
      }
    }
    return { values, dimension, ...names };
  },
};
