import { stringify } from "csv-stringify/sync";
import { DraftFile } from "../io/draft_file.ts";
import type { EmbeddingRows } from "./embedding_format.ts";
import type { EmbeddingTable } from "./embedding_table.ts";
import { embeddingFileMessages as messages } from "./messages.ts";
import { refuse } from "./refuse.ts";
import { readTable, tableNames } from "./read_table.ts";

/** Writes a csv file of paths, identities and labels, and more columns if there are any. */
export class NamesWriter implements Disposable {
  readonly #file: DraftFile;
  readonly #identities: readonly string[];

  private constructor(file: DraftFile, identities: readonly string[]) {
    this.#file = file;
    this.#identities = identities;
  }

  /**
   * Begins the file.
   *
   * @param identities names by label
   * @param more names of more columns
   */
  static async create(
    path: string,
    identities: readonly string[],
    more: readonly string[] = [],
  ): Promise<NamesWriter> {
    const writer = new NamesWriter(await DraftFile.create(path), identities);
    await writer.#append([["path", "identity", "label", ...more]]);
    return writer;
  }

  /** Adds rows, `more(row)` being what is in the other columns. */
  async write(
    { paths, labels }: Pick<EmbeddingRows, "paths" | "labels">,
    more: (row: number) => readonly string[] = () => [],
  ): Promise<void> {
    await this.#append(
      paths.map((path, row) => {
        const label = labels[row]!;
        return [path, this.#identities[label]!, String(label), ...more(row)];
      }),
    );
  }

  /** Ends the file. */
  async finish(): Promise<void> {
    await this.#file.finish();
  }

  /** Closes the file. If it is not finished, nothing is left of it. */
  [Symbol.dispose](): void {
    this.#file[Symbol.dispose]();
  }

  async #append(rows: readonly (readonly string[])[]): Promise<void> {
    await this.#file.append(new TextEncoder().encode(stringify(rows.map((row) => [...row]))));
  }
}

/**
 * Reads the paths and identities of a csv file with a header: a column `identity` or `label`, and `path`.
 *
 * @param rows how many rows it must have
 * @throws {UserError} if it has others, or names no identities
 */
export async function readNames(
  path: string,
  rows: number,
): Promise<Pick<EmbeddingTable, "paths" | "labels" | "identities">> {
  const { header, records } = await readTable(path);
  const names = tableNames(header, records) ?? refuse(path, messages.names(), header.join(", "));
  if (records.length === rows) return names;
  return refuse(path, messages.rows({ count: rows }), messages.rows({ count: records.length }));
}
