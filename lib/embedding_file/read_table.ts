import { parse } from "csv-parse/sync";
import { decodeText } from "../io/decode_text.ts";
import { readWholeFile } from "../io/read_whole_file.ts";
import { UserError } from "../language/user_error.ts";
import type { EmbeddingTable } from "./embedding_table.ts";
import { labelRows } from "./label_rows.ts";
import { embeddingFileMessages as messages } from "./messages.ts";

/** A csv file: names of columns, and rows of as many fields. */
export interface Table {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

/**
 * Reads a csv file whose first line names its columns.
 *
 * @throws {UserError} if it is not one
 */
export async function readTable(path: string): Promise<Table> {
  const text = decodeText(await readWholeFile(path), path);
  try {
    const [header = [], ...records] = parse(text, { skip_empty_lines: true }) as string[][];
    return { header, records };
  } catch (error) {
    const reason = (error as Error).message;
    throw new UserError(messages.notReadable({ path, reason }));
  }
}

/** The paths and identities of a table; null if no column is `identity` or `label`. */
export function tableNames(
  header: readonly string[],
  records: readonly (readonly string[])[],
): Pick<EmbeddingTable, "paths" | "labels" | "identities"> | null {
  const column = header.indexOf("identity") < 0
    ? header.indexOf("label")
    : header.indexOf("identity");
  if (column < 0) return null;
  const path = header.indexOf("path");
  return {
    paths: records.map((record) => record[path] ?? ""),
    ...labelRows(records.map((record) => record[column]!)),
  };
}
