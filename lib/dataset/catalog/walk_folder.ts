import { isAbsolute, join, relative, sep } from "node:path";
import { unreadable } from "../../io/unreadable.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { PartName, SkippedFile } from "./catalog.ts";
import type { CatalogSettings } from "./catalog_options.ts";
import { excluder } from "./excluder.ts";
import { partFolders } from "./part_names.ts";
import { isSystemEntry } from "./system_entries.ts";

/** A file that can be an image. */
export interface FoundFile {
  readonly kind: "file";
  /** Relative to the root, with `/` between its parts. */
  readonly path: string;
  /** Its path with all symbolic links resolved. */
  readonly file: string;
  /** The name of its identity; null if it lies outside all of them. */
  readonly identity: string | null;
  /** Its part of the split; null if the layout gives none. */
  readonly part: PartName | null;
}

/** What a walk finds: the folder of an identity, a file that can be an image, or what it leaves out. */
export type Found =
  | { readonly kind: "identity"; readonly path: string; readonly identity: string }
  | FoundFile
  | { readonly kind: "leftOut" } & SkippedFile;

/** How to walk a folder. */
export type WalkOptions = Pick<CatalogSettings, "labelDepth" | "exclude" | "followLinks">;

interface Folder extends Pick<FoundFile, "identity" | "part"> {
  /** Relative to the root, with `/` between its parts. */
  readonly path: string;
  /** Its path with all symbolic links resolved. */
  readonly real: string;
  /** The real folders of the symbolic links that led here. */
  readonly via: readonly string[];
}

/**
 * Walks a folder of identities, a folder at a time, so that memory does not grow with the number of
 * files. An identity is a folder `labelDepth` levels below the root or, where the root holds the parts of
 * a split and nothing else, below each part. With a depth of 0 all files lie outside of identities.
 *
 * Left out are hidden entries, those that systems make, those that `exclude` matches, and special files.
 * Symbolic links are followed as long as they stay inside the root, or wherever they lead to. Within an
 * identity every real folder is walked once, so that links in a circle end.
 *
 * @param root the folder, with its own symbolic links resolved
 */
export async function* walkFolder(root: string, options: WalkOptions): AsyncGenerator<Found> {
  const { labelDepth } = options;
  const walk = new Walk(root, options);
  const top: Folder = { path: "", real: root, via: [], identity: null, part: null };
  if (labelDepth === 0) return yield* walk.tree(top);
  const folders: Folder[] = [];
  yield* walk.visit(top, folders, folders);
  const parts = partFolders(folders.map(({ path }) => path));
  for (const folder of folders) {
    if (!parts) yield* walk.identities(folder, labelDepth - 1, "");
    else {
      const part: Folder = { ...folder, part: parts.get(folder.path)! };
      yield* walk.identities(part, labelDepth, `${folder.path}/`);
    }
  }
}

class Walk {
  readonly #root: string;
  readonly #followLinks: boolean;
  readonly #excludedBy: (path: string) => string | undefined;

  constructor(root: string, { exclude, followLinks }: WalkOptions) {
    this.#root = root;
    this.#followLinks = followLinks;
    this.#excludedBy = excluder(exclude);
  }

  /**
   * Yields what lies in the identities that are so many levels below a folder.
   *
   * @param prefix what of their paths is not of their names
   */
  async *identities(folder: Folder, levels: number, prefix: string): AsyncGenerator<Found> {
    if (isInCircle(folder)) return yield leftOut(folder.path, messages.linkCircle());
    const identity = folder.path.slice(prefix.length);
    if (levels === 0) {
      yield { kind: "identity", path: folder.path, identity };
      return yield* this.tree({ ...folder, identity });
    }
    const inner: Folder[] = [];
    yield* this.visit(folder, inner, inner);
    // So that a folder in place of several is not overlooked.
    if (inner.length === 0) yield { kind: "identity", path: folder.path, identity };
    for (const next of inner) yield* this.identities(next, levels - 1, prefix);
  }

  /** Yields the files of a folder and of all folders in it. */
  async *tree(top: Folder): AsyncGenerator<Found> {
    const seen = new Set(top.path === "" ? [] : [this.#root]);
    const folders = [top];
    // Real folders first: a link must not take the place of a folder.
    const linked: Folder[] = [];
    for (;;) {
      const folder = folders.pop() ?? linked.pop();
      if (!folder) return;
      if (seen.has(folder.real)) {
        const reason = isInCircle(folder) ? messages.linkCircle() : messages.folderRepeated();
        yield leftOut(folder.path, reason);
        continue;
      }
      seen.add(folder.real);
      yield* this.visit(folder, folders, linked);
    }
  }

  /** Yields the files of one folder and adds its subfolders to `folders` and `linked`. */
  async *visit(folder: Folder, folders: Folder[], linked: Folder[]): AsyncGenerator<Found> {
    let entries: Deno.DirEntry[];
    try {
      entries = await Array.fromAsync(Deno.readDir(folder.real));
    } catch (error) {
      return yield leftOut(folder.path, unreadable(error));
    }
    const { identity, part, via } = folder;
    for (const entry of entries) {
      const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
      const real = join(folder.real, entry.name);
      const reason = this.#reasonToLeaveOut(entry, path);
      if (reason) yield leftOut(path, reason);
      else if (entry.isDirectory) folders.push({ path, real, via, identity, part });
      else if (entry.isFile) yield { kind: "file", path, file: real, identity, part };
      else {
        const target = await this.#followLink(real);
        if ("code" in target) yield leftOut(path, target);
        else if (!target.isDirectory) {
          yield { kind: "file", path, file: target.real, identity, part };
        } else {
          linked.push({ path, real: target.real, via: [...via, folder.real], identity, part });
        }
      }
    }
  }

  #reasonToLeaveOut(entry: Deno.DirEntry, path: string): UserMessage | null {
    if (entry.name.startsWith(".")) return messages.hidden();
    if (isSystemEntry(entry.name)) return messages.system();
    const pattern = this.#excludedBy(path);
    if (pattern !== undefined) {
      return messages.excluded({ pattern, exclude: { option: "exclude" } });
    }
    const isKnown = entry.isDirectory || entry.isFile || entry.isSymlink;
    return isKnown ? null : messages.notRegular();
  }

  /** Where a symbolic link leads, or why it is not followed. */
  async #followLink(link: string): Promise<{ real: string; isDirectory: boolean } | UserMessage> {
    try {
      const real = await Deno.realPath(link);
      if (!isWithin(real, this.#root)) {
        if (!this.#followLinks) {
          return messages.linkOutside({ followLinks: { option: "followLinks" } });
        }
        if (isWithin(this.#root, real)) return messages.linkCircle();
      }
      const { isDirectory, isFile } = await Deno.stat(real);
      return isDirectory || isFile ? { real, isDirectory } : messages.notRegular();
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return messages.linkNowhere();
      if (error instanceof Deno.errors.FilesystemLoop) return messages.linkCircle();
      return unreadable(error);
    }
  }
}

function leftOut(path: string, reason: UserMessage): Found {
  return { kind: "leftOut", path, reason };
}

/** True if a folder contains one from which a link led to it. */
function isInCircle({ via, real }: Folder): boolean {
  return via.some((from) => isWithin(from, real));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
