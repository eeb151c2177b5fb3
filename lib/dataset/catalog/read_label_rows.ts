import { CsvError, parse } from "csv-parse/sync";
import { decodeText } from "../../io/decode_text.ts";
import { readBounded } from "../../io/read_bounded.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import { type LabelColumns, labelColumns } from "./label_columns.ts";

/** Bytes that are read: those of several million lines. */
const mostBytes = 2 ** 29 - 2 ** 20;
const delimiters = [",", "\t", ";", " "];

/** A line of a csv file with labels. */
export interface LabelRow {
  /** The number of its last line, from 1. */
  readonly line: number;
  readonly path: string;
  readonly identity: string;
  /** Null if the file gives no split. */
  readonly split: string | null;
}

/**
 * Reads the lines of a csv file with labels, see `LabelTable`, in UTF-8 or UTF-16.
 *
 * @param take called with each line; it returns what is wrong with it, or null
 * @throws {UserError} if there is no such file, or at the first line with a fault
 */
export async function readLabelRows(
  file: string,
  take: (row: LabelRow) => UserMessage | null,
): Promise<void> {
  const refuse = (fault: UserMessage) => new UserError(messages.cannotReadLabels({ file, fault }));
  const bytes = await readBounded(file, mostBytes).catch((error) => {
    throw error instanceof Deno.errors.NotFound ? refuse(messages.labelsMissing()) : error;
  });
  const text = decodeText(bytes, file);
  let columns: LabelColumns | null = null, rows = 0, last = 0;
  const takeRecord = (record: readonly string[], line: number): UserMessage | null => {
    if (record.every((field) => field.trim() === "")) return null;
    if (!columns) {
      columns = labelColumns(record);
      if (!columns) return messages.labelsHeader({ line, found: truncateName(record.join(",")) });
      if (columns.hasHeader) return null;
    }
    if (record.length !== columns.count) {
      return messages.lineFields({ line, expected: columns.count, found: record.length });
    }
    const field = (column: number) => record[column]!.trim();
    const path = field(columns.path), identity = field(columns.identity);
    if (path === "") return messages.linePath({ line });
    if (identity === "") return messages.lineIdentity({ line });
    rows++;
    const split = columns.split === undefined ? null : field(columns.split);
    return take({ line, path, identity, split });
  };
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      on_record: (record: readonly string[], { lines }) => {
        const fault = takeRecord(record, lines);
        if (fault) throw refuse(fault);
        last = lines;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (!(error instanceof CsvError)) throw error;
    throw refuse(messages.lineQuote({ line: last + 1 }));
  }
  if (rows === 0) throw refuse(messages.labelsEmpty());
}

/** The separator of fields that the first line has. */
function delimiterOf(text: string): string {
  const [first] = /[^\r\n]+/.exec(text) ?? [""];
  return delimiters.find((delimiter) => first.includes(delimiter)) ?? delimiters[0]!;
}
