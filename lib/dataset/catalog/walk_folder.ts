import { join, relative, sep } from "node:path";
import { unreadable } from "../../io/unreadable.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { SkippedFile } from "./catalog.ts";

/** What a walk finds: a first-level folder, a file that can be an image, or what it leaves out. */
export type Found =
  | { readonly kind: "identity"; readonly path: string }
  | { readonly kind: "file"; readonly path: string; readonly file: string }
  | { readonly kind: "leftOut" } & SkippedFile;

interface Folder {
  /** Relative to the root, with `/` between its parts. */
  readonly path: string;
  /** Its path with all symbolic links resolved. */
  readonly real: string;
  /** The real folders of the symbolic links that led here. */
  readonly via: readonly string[];
}

/**
 * Walks a folder of identities, a folder at a time, so that memory does not grow with the number of
 * files. Hidden entries and special files are left out. Symbolic links are followed as long as they
 * stay inside the root. Within an identity every real folder is walked once, so that links in a circle
 * end.
 *
 * @param root the folder of identities, with its own symbolic links resolved
 */
export async function* walkFolder(root: string): AsyncGenerator<Found> {
  const identities: Folder[] = [];
  yield* visit({ path: "", real: root, via: [] }, root, identities, identities);
  for (const identity of identities) {
    yield { kind: "identity", path: identity.path };
    yield* walkIdentity(identity, root);
  }
}

async function* walkIdentity(identity: Folder, root: string): AsyncGenerator<Found> {
  const seen = new Set([root]);
  const folders = [identity];
  // Real folders first: a link must not take the place of a folder.
  const linked: Folder[] = [];
  for (;;) {
    const folder = folders.pop() ?? linked.pop();
    if (!folder) return;
    if (seen.has(folder.real)) {
      const circle = folder.via.some((from) => isWithin(from, folder.real));
      yield {
        kind: "leftOut",
        path: folder.path,
        reason: circle ? messages.linkCircle() : messages.folderRepeated(),
      };
      continue;
    }
    seen.add(folder.real);
    yield* visit(folder, root, folders, linked);
  }
}

/** Yields the files of one folder and adds its subfolders to `folders` and `linked`. */
async function* visit(
  folder: Folder,
  root: string,
  folders: Folder[],
  linked: Folder[],
): AsyncGenerator<Found> {
  let entries: Deno.DirEntry[];
  try {
    entries = await Array.fromAsync(Deno.readDir(folder.real));
  } catch (error) {
    yield { kind: "leftOut", path: folder.path, reason: unreadable(error) };
    return;
  }
  for (const entry of entries) {
    const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
    const file = join(folder.real, entry.name);
    if (entry.name.startsWith(".")) {
      yield { kind: "leftOut", path, reason: messages.hidden() };
    } else if (entry.isDirectory) {
      folders.push({ path, real: file, via: folder.via });
    } else if (entry.isFile) {
      yield { kind: "file", path, file };
    } else if (entry.isSymlink) {
      const target = await followLink(file, root);
      if ("code" in target) {
        yield { kind: "leftOut", path, reason: target };
      } else if (target.isDirectory) {
        linked.push({ path, real: target.real, via: [...folder.via, folder.real] });
      } else {
        yield { kind: "file", path, file: target.real };
      }
    } else {
      yield { kind: "leftOut", path, reason: messages.notRegular() };
    }
  }
}

/** Where a symbolic link leads, or why it is not followed. */
async function followLink(
  link: string,
  root: string,
): Promise<{ real: string; isDirectory: boolean } | UserMessage> {
  try {
    const real = await Deno.realPath(link);
    if (!isWithin(real, root)) return messages.linkOutside();
    const { isDirectory, isFile } = await Deno.stat(real);
    return isDirectory || isFile ? { real, isDirectory } : messages.notRegular();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return messages.linkNowhere();
    if (error instanceof Deno.errors.FilesystemLoop) return messages.linkCircle();
    return unreadable(error);
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`);
}
