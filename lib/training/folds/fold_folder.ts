import { join } from "node:path";
import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { ifExists } from "../../io/if_exists.ts";
import { makeFolder } from "../../io/make_folder.ts";
import { readSafetensors } from "../../model_file/read_safetensors.ts";
import type { FileTensor } from "../../model_file/tensor_file.ts";
import { writeSafetensors } from "../../model_file/write_safetensors.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import { UserError } from "../../language/user_error.ts";
import { out, runFolderMessages } from "../run_folder/messages.ts";

/** The folder of a run in which a fold trains, with a checkpoint and metrics of its own. */
export function foldFolder(run: string, fold: number): string {
  return join(run, "folds", String(fold + 1));
}

function embeddingsPath(folder: string, epoch: number): string {
  return join(folder, "embeddings", `${epoch + 1}.safetensors`);
}

/** How the model of a fold embeds images. */
export interface FoldEmbeddings {
  /** Of the held-out images. */
  readonly heldOut: CatalogEmbeddings;
  /** Of the training images that they are compared with to choose the threshold. */
  readonly joined: CatalogEmbeddings;
}

/**
 * Writes how the model of a fold embeds images after an epoch. An epoch that is trained again writes the
 * same again.
 */
export async function writeFoldEmbeddings(
  folder: string,
  epoch: number,
  embeddings: FoldEmbeddings,
): Promise<void> {
  await makeFolder(join(folder, "embeddings"));
  const tensors = new Map<string, FileTensor>();
  for (const [part, { values, dimension, images }] of Object.entries(embeddings)) {
    tensors.set(`${part}/embeddings`, { shape: [images.length, dimension], data: values });
    tensors.set(`${part}/images`, { shape: [images.length], data: Int32Array.from(images) });
  }
  await writeSafetensors(embeddingsPath(folder, epoch), tensors, {});
}

/**
 * Reads what {@linkcode writeFoldEmbeddings} wrote.
 *
 * @param catalog of the images
 * @throws {UserError} if the file is missing or damaged
 */
export async function readFoldEmbeddings(
  folder: string,
  epoch: number,
  { images: all }: Pick<Catalog, "images">,
): Promise<FoldEmbeddings> {
  const path = embeddingsPath(folder, epoch);
  const file = await ifExists(readSafetensors(path));
  const read = (part: keyof FoldEmbeddings): CatalogEmbeddings => {
    const rows = file?.tensors.get(`${part}/embeddings`);
    const images = [...file?.tensors.get(`${part}/images`)?.data ?? []];
    const [count, dimension] = rows?.shape ?? [];
    const isWhole = rows?.data instanceof Float32Array && dimension !== undefined &&
      images.length === count && images.every((index) => all[index] !== undefined);
    if (!isWhole) throw new UserError(runFolderMessages.damaged({ run: folder, path, out }));
    return {
      values: rows.data,
      dimension,
      labels: Int32Array.from(images, (index) => all[index]!.label),
      images,
    };
  };
  return { heldOut: read("heldOut"), joined: read("joined") };
}
