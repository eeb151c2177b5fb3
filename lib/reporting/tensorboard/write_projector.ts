import { join } from "node:path";
import { makeFolder } from "../../io/make_folder.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { Pixels } from "../../images/decode/pixels.ts";
import { projectorMetadata, type ProjectorRow } from "./projector_metadata.ts";
import { spriteSheet } from "./sprite_sheet.ts";

/** Embeddings, with the names and thumbnails that a projector shows for them. */
export interface ProjectorContent {
  /** The embeddings, `[n, dimension]`, row by row. */
  readonly values: Float32Array;
  /** Length of an embedding. */
  readonly dimension: number;
  /** The names, `[n]`. */
  readonly rows: readonly ProjectorRow[];
  /** Reads the image of a row, of any size; it is shown as a square of at most 64 px. */
  readonly readImage: (row: number) => Pixels | Promise<Pixels>;
}

const folder = "projector";

/**
 * Writes embeddings for the projector of TensorBoard: `projector_config.pbtxt` in the folder of the run,
 * where TensorBoard looks for it, and the files that it names, in `projector/`. Writes nothing without
 * embeddings.
 *
 * Source: `projector_config.proto` of TensorBoard.
 *
 * @param run the folder of the run; TensorBoard finds it only if it has event files too
 */
export async function writeProjector(run: string, content: ProjectorContent): Promise<void> {
  const { values, dimension, rows, readImage } = content;
  if (rows.length === 0) return;
  const { png, side } = await spriteSheet(rows.length, readImage);
  await makeFolder(join(run, folder));
  const write = (name: string, file: Uint8Array | string) =>
    writeAtomically(join(run, folder, name), file);
  // Little-endian floats. TensorBoard reads a file as text if it is valid UTF-8, which floats of both
  // signs are not.
  await write(
    "embeddings.bytes",
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  );
  await write("metadata.tsv", projectorMetadata(rows));
  await write("sprite.png", png);
  await writeAtomically(
    join(run, "projector_config.pbtxt"),
    `embeddings {
  tensor_name: "embeddings"
  tensor_shape: ${rows.length}
  tensor_shape: ${dimension}
  tensor_path: "${folder}/embeddings.bytes"
  metadata_path: "${folder}/metadata.tsv"
  sprite {
    image_path: "${folder}/sprite.png"
    single_image_dim: ${side}
    single_image_dim: ${side}
  }
}
`,
  );
}
