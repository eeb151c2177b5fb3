import { join } from "node:path";
import { makeFolder } from "../../io/make_folder.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { Pixels } from "../../images/decode/pixels.ts";
import { projectorMetadata, type ProjectorRow } from "./projector_metadata.ts";
import { spriteSheet } from "./sprite_sheet.ts";

/** Embeddings with what a projector says of them and shows in their place. */
export interface ProjectorContent {
  /** `[n, dimension]`, row by row. */
  readonly values: Float32Array;
  readonly dimension: number;
  /** `[n]`. */
  readonly rows: readonly ProjectorRow[];
  /** Reads the picture of a row, of any size; it is drawn as a square of 64 px or less. */
  readonly readImage: (row: number) => Pixels | Promise<Pixels>;
}

const folder = "projector";

/**
 * Writes embeddings for TensorBoard's projector: `projector_config.pbtxt` in the run's folder, where
 * TensorBoard looks for it, and the files that it names in `projector/`. Without embeddings nothing
 * is written.
 *
 * Source: TensorBoard's `projector_config.proto`.
 *
 * @param run the run's folder, which must hold event files as well for TensorBoard to find it
 */
export async function writeProjector(run: string, content: ProjectorContent): Promise<void> {
  const { values, dimension, rows, readImage: readPicture } = content;
  if (rows.length === 0) return;
  const { png, side } = await spriteSheet(rows.length, readPicture);
  await makeFolder(join(run, folder));
  const write = (name: string, file: Uint8Array | string) =>
    writeAtomically(join(run, folder, name), file);
  // Little-endian floats. TensorBoard takes a file for text where it is sound UTF-8, which floats of
  // both signs are not.
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
