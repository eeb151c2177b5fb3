import { createHash } from "node:crypto";
import { inspectImage } from "../../images/formats/inspect_image.ts";
import { FileReader } from "../../io/file_reader.ts";
import { unreadable } from "../../io/unreadable.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { CatalogImage } from "./catalog.ts";

/** Reads at a time: enough to hide the disk's latency, few enough to bound memory. */
const concurrentReads = 16;
/** No sensible image is larger, and a file is in memory while it is inspected. */
const maxBytes = 128 * 2 ** 20;

/** A file to inspect. */
export interface FileToInspect {
  /** Relative to the catalog's root, with `/` between its parts. */
  readonly path: string;
  /** Its path with all symbolic links resolved. */
  readonly file: string;
}

/** An image that gets its label when all identities are known. */
export type InspectedImage = Omit<CatalogImage, "label"> & { label: number };

/** An image, or why a file cannot be used. */
export type Inspected = InspectedImage | UserMessage;

const reader = new FileReader(maxBytes);

/**
 * Reads files and tells what they are. No content is kept.
 *
 * @returns in the order of the files
 */
export async function inspectFiles(files: readonly FileToInspect[]): Promise<Inspected[]> {
  const inspected: Inspected[] = [];
  const entries = files.entries();
  const take = async () => {
    for (const [i, file] of entries) inspected[i] = await inspect(file);
  };
  await Promise.all(Array.from({ length: Math.min(concurrentReads, files.length) }, take));
  return inspected;
}

async function inspect({ path, file }: FileToInspect): Promise<Inspected> {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  try {
    const read = reader.read(file);
    bytes = read instanceof Promise ? await read : read;
    if (!bytes) return messages.fileTooLarge({ max: maxBytes / 2 ** 20 });
    const header = inspectImage(bytes);
    if ("code" in header) return header;
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { path, label: -1, bytes: bytes.length, hash, ...header };
  } catch (error) {
    return unreadable(error);
  } finally {
    // At once: a few large files would fill the memory until they are collected.
    bytes?.buffer.transfer(0);
  }
}
