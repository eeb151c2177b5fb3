import { type AsyncBuffer, parquetReadObjects, type SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { DraftFile } from "../io/draft_file.ts";
import { readWholeFile } from "../io/read_whole_file.ts";
import { UserError } from "../language/user_error.ts";
import type { EmbeddingFormat, EmbeddingRows } from "./embedding_format.ts";
import { labelRows } from "./label_rows.ts";
import { embeddingFileMessages as messages } from "./messages.ts";
import { refuse } from "./refuse.ts";

/** Rows that are compressed together, and held in memory until then. */
const rowsOfGroup = 2048;

const required = "REQUIRED" as const;
const schema: SchemaElement[] = [
  { name: "root", num_children: 4 },
  { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: required },
  { name: "identity", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: required },
  { name: "label", type: "INT32", repetition_type: required },
  { name: "embedding", converted_type: "LIST", num_children: 1, repetition_type: required },
  { name: "list", num_children: 1, repetition_type: "REPEATED" },
  { name: "element", type: "FLOAT", repetition_type: required },
];

/** Apache Parquet, for pandas, Polars, DuckDB and others: `path`, `identity`, `label`, `embedding`. */
export const parquet: EmbeddingFormat = {
  ending: ".parquet",
  files: (path) => [path],
  async create(path, { dimension, identities }) {
    const file = await DraftFile.create(path);
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({ writer: bytes, schema, statistics: false });
    const pending: EmbeddingRows[] = [];
    let count = 0;
    const flush = async () => {
      await file.append(new Uint8Array(bytes.buffer, 0, bytes.index));
      // The writer counts the bytes of the whole file apart from those that it holds.
      bytes.index = 0;
    };
    const writeGroup = async () => {
      const labels = pending.flatMap((rows) => [...rows.labels]);
      const embedding = pending.flatMap(({ values, paths }) =>
        paths.map((_, row) => [...values.subarray(row * dimension, (row + 1) * dimension)])
      );
      await writer.write({
        columnData: [
          { name: "path", data: pending.flatMap(({ paths }) => paths) },
          { name: "identity", data: labels.map((label) => identities[label]!) },
          { name: "label", data: Int32Array.from(labels) },
          { name: "embedding", data: embedding },
        ],
        rowGroupSize: Infinity,
      });
      pending.length = count = 0;
      await flush();
    };
    return {
      async write(rows) {
        const { values, paths, labels } = rows;
        pending.push({ values: values.slice(), paths, labels: labels.slice() });
        count += paths.length;
        if (count >= rowsOfGroup) await writeGroup();
      },
      async finish() {
        if (count > 0) await writeGroup();
        writer.finish();
        await flush();
        await file.finish();
      },
      [Symbol.dispose]: () => file[Symbol.dispose](),
    };
  },
  async read(path) {
    const rows = await readRows(path);
    const dimension = lengthOf(rows[0]?.embedding);
    const isTable = dimension > 0 &&
      rows.every((row) =>
        lengthOf(row.embedding) === dimension && (row.identity ?? row.label ?? null) !== null
      );
    if (!isTable) {
      return refuse(path, messages.columns(), Object.keys(rows[0] ?? {}).join(", ").slice(0, 80));
    }
    const values = new Float32Array(rows.length * dimension);
    for (const [index, { embedding }] of rows.entries()) {
      values.set(Array.from(embedding as ArrayLike<unknown>, Number), index * dimension);
    }
    return {
      values,
      dimension,
      paths: rows.map(({ path }) => String(path ?? "")),
      ...labelRows(rows.map(({ identity, label }) => String(identity ?? label))),
    };
  },
};

async function readRows(path: string): Promise<Record<string, unknown>[]> {
  const { buffer } = await readWholeFile(path);
  const file: AsyncBuffer = buffer;
  try {
    return await parquetReadObjects({ file });
  } catch (error) {
    const reason = (error as Error).message;
    throw new UserError(messages.notReadable({ path, reason }));
  }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as never).length : 0;
}
