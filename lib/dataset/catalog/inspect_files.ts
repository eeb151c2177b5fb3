import { createHash } from "node:crypto";
import { reason } from "../../language/skip_reason.ts";
import type { CatalogImage } from "./catalog.ts";
import { FileReader } from "../../io/file_reader.ts";
import { inspectImage } from "../../images/formats/inspect_image.ts";
import { unreadable } from "./walk_folder.ts";

/** Reads under way at a time: enough to hide the disk's latency, few enough to bound memory. */
const concurrentReads = 16;
/** No sensible picture is larger, and a file is held in memory while it is looked at. */
const maxBytes = 128 * 2 ** 20;

/** A file that may be a picture. */
export interface FileToInspect {
  /** Relative to the catalog's root, `/` between its parts. */
  readonly path: string;
  /** Where it really lies. */
  readonly file: string;
}

/** A picture whose label is given once all identities are known. */
export type InspectedImage = Omit<CatalogImage, "label"> & { label: number };

/** A picture, or why a file cannot be used. */
export type Inspected = InspectedImage | string;

const reader = new FileReader(maxBytes);

/**
 * Reads files and tells what they are; no content is kept.
 *
 * @returns in the order of the files
 */
export async function inspectFiles(files: readonly FileToInspect[]): Promise<Inspected[]> {
  const examined: Inspected[] = [];
  const entries = files.entries();
  const take = async () => {
    for (const [i, file] of entries) examined[i] = await examine(file);
  };
  await Promise.all(Array.from({ length: Math.min(concurrentReads, files.length) }, take));
  return examined;
}

async function examine({ path, file }: FileToInspect): Promise<Inspected> {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  try {
    const read = reader.read(file);
    bytes = read instanceof Promise ? await read : read;
    if (!bytes) return reason`file is over ${maxBytes / 2 ** 20} MiB`;
    const header = inspectImage(bytes);
    if (typeof header === "string") return header;
    if (!path.includes("/")) return reason`image lies outside any identity's folder`;
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { path, label: -1, bytes: bytes.length, hash, ...header };
  } catch (error) {
    return unreadable(error);
  } finally {
    // At once: until they are collected, a few large files would fill the memory.
    bytes?.buffer.transfer(0);
  }
}
