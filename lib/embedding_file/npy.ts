import { DraftFile } from "../io/draft_file.ts";
import { readWholeFile } from "../io/read_whole_file.ts";
import { NamesWriter, readNames } from "./names_file.ts";
import { refuse } from "./refuse.ts";
import type { EmbeddingFormat } from "./embedding_format.ts";
import { embeddingFileMessages as messages } from "./messages.ts";

const magic = "\x93NUMPY\x01\x00";
/** Bytes before the values, enough for any number of rows; NumPy aligns them to 64. */
const headerBytes = 128;

/**
 * NumPy's format: one array `[n, d]` of float32 for `numpy.load`. The paths, identities and labels are in
 * the csv file of the same name, row by row.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html, version 1.0.
 */
export const npy: EmbeddingFormat = {
  ending: ".npy",
  files: (path) => [path, namesOf(path)],
  async create(path, { dimension, identities }) {
    using opened = new DisposableStack();
    const file = opened.use(await DraftFile.create(path));
    const names = opened.use(await NamesWriter.create(namesOf(path), identities));
    let rows = 0;
    await file.append(header(rows, dimension));
    const resources = opened.move();
    return {
      async write({ values, ...named }) {
        rows += values.length / dimension;
        await file.append(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
        await names.write(named);
      },
      async finish() {
        await file.overwriteStart(header(rows, dimension));
        await names.finish();
        await file.finish();
      },
      [Symbol.dispose]: () => resources.dispose(),
    };
  },
  async read(path) {
    const bytes = await readWholeFile(path);
    const { values, rows, dimension } = parse(bytes) ?? refuse(path, messages.notNpy());
    return { values, dimension, ...await readNames(namesOf(path), rows) };
  },
};

function namesOf(path: string): string {
  return path.replace(/\.npy$/i, ".csv");
}

function header(rows: number, dimension: number): Uint8Array {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${dimension}), }`;
  const length = headerBytes - 10;
  const bytes = Uint8Array.from(
    magic + "  " + text.padEnd(length - 1) + "\n",
    (character) => character.charCodeAt(0),
  );
  new DataView(bytes.buffer).setUint16(8, length, true);
  return bytes;
}

const shapePattern = /'shape': *\((\d+), *(\d+),?\)/;
const arrays = {
  "<f2": (buffer: ArrayBuffer) => new Float32Array(new Float16Array(buffer)),
  "<f4": (buffer: ArrayBuffer) => new Float32Array(buffer),
  "<f8": (buffer: ArrayBuffer) => new Float32Array(new Float64Array(buffer)),
};

/** Undefined for what is no such array. */
function parse(
  bytes: Uint8Array<ArrayBuffer>,
): { values: Float32Array; rows: number; dimension: number } | undefined {
  const latin1 = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes.length < 12 || latin1(0, 6) !== magic.slice(0, 6)) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  // Version 1 has two bytes for the length of the header, later ones four.
  const [start, length] = bytes[6] === 1
    ? [10, view.getUint16(8, true)]
    : [12, view.getUint32(8, true)];
  if (length > 2 ** 16) return;
  const description = latin1(start, start + length);
  const [, type] = /'descr': *'(<f[248])'/.exec(description) ?? [];
  const [, rows, dimension] = (shapePattern.exec(description) ?? []).map(Number);
  if (!type || !rows || !dimension || /'fortran_order': *True/.test(description)) return;
  const values = bytes.slice(start + length);
  if (values.length !== rows * dimension * Number(type[2])) return;
  return { values: arrays[type as keyof typeof arrays](values.buffer), rows, dimension };
}
