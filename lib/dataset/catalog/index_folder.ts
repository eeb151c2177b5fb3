import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { Catalog, CatalogImage, SkippedFile } from "./catalog.ts";
import type { InspectedImage } from "./inspect_files.ts";
import { type CatalogOptions, completeCatalogOptions } from "./catalog_options.ts";
import { IdentityRegister } from "./identity_register.ts";
import { inspectFolder } from "./inspect_folder.ts";
import { LabelTable } from "./label_table.ts";
import { layoutNotes } from "./layout_notes.ts";
import { type Found, walkFolder } from "./walk_folder.ts";
import { walkListed } from "./walk_listed.ts";

/** Progress of indexing. */
export interface IndexProgress {
  /** Files and folders found so far. */
  readonly seen: number;
  /** Usable images among them. */
  readonly images: number;
}

/**
 * Indexes a folder of images with one first-level folder per identity, nested folders included; or with
 * the labels that the options name. A root that holds `train`, `val` and `test` or two of them, and no
 * other folder, is a split: each holds folders of identities.
 *
 * Formats are detected by content. Left out, with the reason: hidden files, what systems make such as
 * `Thumbs.db`, files that are not images, empty and cut short images, images under 16 px on a side or
 * over 100 megapixels, files over 128 MiB, files outside the folders of identities, identities without a
 * usable image, what the options exclude, and symbolic links to outside the root, to nothing, or in a
 * circle. Other symbolic links are followed, so that an image counts at each of its paths.
 *
 * Images with the same bytes stay in the catalog and are listed: within one identity as duplicates,
 * in two or more as conflicts.
 *
 * Every file is read once, a few at a time and, where there are thousands, by several threads. No
 * content is kept.
 *
 * @param root the folder of identities
 * @param options where the labels are and what counts; `onProgress` is called after every file
 * @throws {UserError} when the root is not a folder that can be read, an option is out of range, or the
 *   file with labels cannot be used
 *
 * @example
 * ```ts
 * import { indexFolder } from "@futago/futago";
 *
 * const catalog = await indexFolder("photos", { exclude: ["*_mask.png"] });
 * console.log(catalog.identities.length, catalog.images.length, catalog.notes);
 * ```
 */
export async function indexFolder(
  root: string,
  options: CatalogOptions & { readonly onProgress?: (progress: IndexProgress) => void } = {},
): Promise<Catalog> {
  const settings = completeCatalogOptions(root, options);
  const real = await realFolder(root);
  const table = settings.labels === null ? null : await LabelTable.read(settings.labels, root);
  const register = new IdentityRegister();
  const folders: Extract<Found, { kind: "identity" }>[] = [];
  const images: InspectedImage[] = [];
  const leftOut: SkippedFile[] = [];
  let seen = 0, strays = 0;
  const walk = table ? walkListed(real, table, settings) : walkFolder(real, settings);
  await inspectFolder(walk, (found, inspected) => {
    if (found.kind === "identity") {
      folders.push(found);
      return;
    }
    const { path } = found, outcome = found.kind === "file" ? inspected! : found.reason;
    if ("code" in outcome) leftOut.push({ path, reason: outcome });
    else if (found.kind !== "file" || found.identity === null) {
      strays++;
      leftOut.push({ path, reason: messages.outsideIdentity() });
    } else {
      outcome.label = register.add(found.identity, found.part, path);
      images.push(outcome);
    }
    options.onProgress?.({ seen: ++seen, images: images.length });
  });

  for (const { path, identity } of folders) {
    if (!register.has(identity)) leftOut.push({ path, reason: messages.emptyIdentity() });
  }
  if (table) leftOut.push(...table.missing());
  const { identities, labels, parts, spelledTwice } = register.finish();
  // In place: a second list of a million images would take as much memory as the first.
  images.sort(byPath);
  for (const image of images) image.label = labels[image.label]!;
  const found = { root: resolve(root), identities, images, parts };
  return {
    ...found,
    leftOut: leftOut.sort(byPath),
    ...sameBytes(images),
    notes: layoutNotes({ ...found, settings, strays, spelledTwice }),
    hash: catalogHash(found),
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

/** Where every image lies in the folder of its identity, identities are part of the paths. */
function catalogHash(
  { identities, images, parts }: Pick<Catalog, "identities" | "images" | "parts">,
): string {
  const hash = createHash("sha256");
  const named = parts !== null ||
    images.some(({ path, label }) => path.slice(0, path.indexOf("/")) !== identities[label]);
  // No path has a zero byte.
  if (named) hash.update("labels\0");
  for (const { path, label, hash: content } of images) {
    hash.update(`${path}\0${content}\0`);
    if (named) hash.update(`${identities[label]}\0`);
  }
  if (parts) hash.update(JSON.stringify(parts));
  return hash.digest("hex");
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
