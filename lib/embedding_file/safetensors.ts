import { DraftFile } from "../io/draft_file.ts";
import { readWholeFile } from "../io/read_whole_file.ts";
import { parseSafetensors } from "../model_file/parse_safetensors.ts";
import type { TensorFile } from "../model_file/tensor_file.ts";
import type { EmbeddingFormat } from "./embedding_format.ts";
import { labelRows } from "./label_rows.ts";
import { embeddingFileMessages as messages } from "./messages.ts";
import { refuse } from "./refuse.ts";

/** Bytes before the values: 8 of its length, and the header, with blanks at its end. */
const headerBytes = 1024;

/**
 * The safetensors format: `embeddings` `[n, d]` of float32, `labels` `[n]` of int32, and as bytes of UTF-8,
 * each text ended by a zero byte, the `paths` of the rows and the `identities` by label.
 *
 * Source: https://github.com/huggingface/safetensors#format
 */
export const safetensors: EmbeddingFormat = {
  ending: ".safetensors",
  files: (path) => [path],
  async create(path, { dimension, identities }) {
    using opened = new DisposableStack();
    const file = opened.use(await DraftFile.create(path));
    // Rows are few bytes beside their embeddings, and a tensor lies in one piece.
    const labels: Int32Array[] = [], paths: string[] = [];
    await file.append(new Uint8Array(headerBytes));
    const resources = opened.move();
    return {
      async write(rows) {
        labels.push(rows.labels.slice());
        for (const path of rows.paths) paths.push(path);
        const { buffer, byteOffset, byteLength } = rows.values;
        await file.append(new Uint8Array(buffer, byteOffset, byteLength));
      },
      async finish() {
        const names = [endedTexts(paths), endedTexts(identities)] as const;
        for (const part of labels) await file.append(new Uint8Array(part.buffer));
        for (const texts of names) await file.append(texts);
        await file.overwriteStart(header([
          ["embeddings", "F32", [paths.length, dimension], 4],
          ["labels", "I32", [paths.length], 4],
          ["paths", "U8", [names[0].length], 1],
          ["identities", "U8", [names[1].length], 1],
        ]));
        await file.finish();
      },
      [Symbol.dispose]: () => resources.dispose(),
    };
  },
  async read(path) {
    const { tensors } = parseSafetensors(await readWholeFile(path), `"${path}"`);
    const embeddings = tensors.get("embeddings"), labels = tensors.get("labels");
    const [rows = 0, dimension = 0] = embeddings?.shape ?? [];
    if (
      !(embeddings?.data instanceof Float32Array) || embeddings.shape.length !== 2 ||
      !(labels?.data instanceof Int32Array) || labels.data.length !== rows ||
      rows === 0 || dimension === 0
    ) {
      return refuse(path, messages.tensors(), [...tensors.keys()].join(", ").slice(0, 80));
    }
    const paths = textsOf(tensors, "paths"), identities = textsOf(tensors, "identities");
    return {
      values: embeddings.data,
      dimension,
      paths: paths.length === rows ? paths : Array(rows).fill(""),
      // Without a name, a label is its own.
      ...labelRows(Array.from(labels.data, (label) => identities[label] ?? String(label))),
    };
  },
};

type TensorHeader = readonly [name: string, dtype: string, shape: readonly number[], bytes: number];

function header(tensors: readonly TensorHeader[]): Uint8Array {
  let end = 0;
  const entries = tensors.map(([name, dtype, shape, bytes]) => {
    const size = shape.reduce((product, side) => product * side, bytes);
    return [name, { dtype, shape, data_offsets: [end, end += size] }];
  });
  const json = JSON.stringify(Object.fromEntries(entries)).padEnd(headerBytes - 8);
  const header = new Uint8Array(headerBytes);
  new DataView(header.buffer).setBigUint64(0, BigInt(headerBytes - 8), true);
  new TextEncoder().encodeInto(json, header.subarray(8));
  return header;
}

function endedTexts(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => text + "\0").join(""));
}

function textsOf(tensors: TensorFile["tensors"], name: string): string[] {
  const bytes = Uint8Array.from(tensors.get(name)?.data ?? []);
  return new TextDecoder().decode(bytes).split("\0").slice(0, -1);
}
