import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { Catalog, CatalogImage, SkippedFile } from "./catalog.ts";
import type { InspectedImage } from "./inspect_files.ts";
import { inspectFolder } from "./inspect_folder.ts";

/** Progress of indexing. */
export interface IndexProgress {
  /** Files and folders found so far. */
  readonly seen: number;
  /** Usable images among them. */
  readonly images: number;
}

/**
 * Indexes a folder of images with one first-level folder per identity, nested folders included.
 *
 * Formats are detected by content. Left out, with the reason: hidden files, files that are not images,
 * empty and cut short images, images under 16 px on a side or over 100 megapixels, files over 128 MiB,
 * files outside the folders of identities, identities without a usable image, and symbolic links to
 * outside the root, to nothing, or in a circle. Other symbolic links are followed, so that an image
 * counts at each of its paths.
 *
 * Images with the same bytes stay in the catalog and are listed: within one identity as duplicates,
 * in two or more as conflicts.
 *
 * Every file is read once, a few at a time and, where there are thousands, by several threads. No
 * content is kept.
 *
 * @param root the folder of identities
 * @param options `onProgress` is called after every file
 * @throws {UserError} when the root is not a folder that can be read
 *
 * @example
 * ```ts
 * import { indexFolder } from "@futago/futago";
 *
 * const catalog = await indexFolder("photos");
 * console.log(catalog.identities.length, catalog.images.length, catalog.conflicts);
 * ```
 */
export async function indexFolder(
  root: string,
  options: { readonly onProgress?: (progress: IndexProgress) => void } = {},
): Promise<Catalog> {
  const names: string[] = [];
  const images: InspectedImage[] = [];
  const leftOut: SkippedFile[] = [];
  let seen = 0;
  await inspectFolder(await realFolder(root), (found, inspected) => {
    if (found.kind === "identity") {
      names.push(found.path);
      return;
    }
    const outcome = found.kind === "file" ? inspected! : found.reason;
    if ("code" in outcome) leftOut.push({ path: found.path, reason: outcome });
    else images.push(outcome);
    options.onProgress?.({ seen: ++seen, images: images.length });
  });

  const used = new Set(images.values().map(({ path }) => identityOf(path)));
  const identities = [...used].sort();
  const labels = new Map(identities.map((name, label) => [name, label]));
  for (const path of names) {
    if (!used.has(path)) leftOut.push({ path, reason: messages.emptyIdentity() });
  }
  // In place: a second list of a million images would take as much memory as the first.
  images.sort(byPath);
  for (const image of images) image.label = labels.get(identityOf(image.path))!;
  return {
    root: resolve(root),
    identities,
    images,
    leftOut: leftOut.sort(byPath),
    ...sameBytes(images),
    hash: catalogHash(images),
  };
}

async function realFolder(root: string): Promise<string> {
  const fail = (found: UserMessage) => {
    throw new UserError(messages.cannotIndex({ root, found }));
  };
  try {
    const { isDirectory } = await Deno.stat(root);
    if (!isDirectory) fail(messages.foundFile());
    await Deno.readDir(root)[Symbol.asyncIterator]().next();
    return await Deno.realPath(root);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return fail(messages.foundNothing());
    if (error instanceof Deno.errors.PermissionDenied) return fail(messages.foundUnreadable());
    throw error;
  }
}

function sameBytes(images: readonly CatalogImage[]): Pick<Catalog, "duplicates" | "conflicts"> {
  const duplicates: string[][] = [];
  const conflicts: string[][] = [];
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const { hash } of images) (once.has(hash) ? repeated : once).add(hash);
  const groups = Map.groupBy(images.filter(({ hash }) => repeated.has(hash)), ({ hash }) => hash);
  for (const group of groups.values()) {
    const parts = [...Map.groupBy(group, ({ label }) => label).values()];
    const paths = (part: readonly CatalogImage[]) => part.map(({ path }) => path);
    if (parts.length > 1) conflicts.push(paths(group));
    for (const part of parts) if (part.length > 1) duplicates.push(paths(part));
  }
  return { duplicates, conflicts };
}

/** Identities are part of the paths: every identity has an image, whose path begins with its name. */
function catalogHash(images: readonly CatalogImage[]): string {
  const hash = createHash("sha256");
  // No path has a zero byte.
  for (const image of images) hash.update(`${image.path}\0${image.hash}\0`);
  return hash.digest("hex");
}

function identityOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
