import type { EmbeddingTable } from "./embedding_table.ts";

/** Rows of embeddings that are written together. */
export type EmbeddingRows = Pick<EmbeddingTable, "values" | "paths" | "labels">;

/** What a file of embeddings is of. */
export type EmbeddingColumns = Pick<EmbeddingTable, "dimension" | "identities">;

/** Writes embeddings some rows at a time, so that memory does not grow with their number. */
export interface EmbeddingWriter extends Disposable {
  /** Adds rows. */
  write(rows: EmbeddingRows): Promise<void>;
  /** Ends the file. Only then is it there; what is disposed of before leaves nothing. */
  finish(): Promise<void>;
}

/** A format of files that hold embeddings. */
export interface EmbeddingFormat {
  /** How the name of such a file ends, with its dot. */
  readonly ending: string;
  /** The files that it takes to write at a path: that one, and others beside it. */
  readonly files: (path: string) => readonly string[];
  /** Begins a file. Its folder must exist. */
  readonly create: (path: string, columns: EmbeddingColumns) => Promise<EmbeddingWriter>;
  /**
   * Reads a file, also one that another program wrote.
   *
   * @throws {UserError} if it does not hold embeddings with identities
   */
  readonly read: (path: string) => Promise<EmbeddingTable>;
}
