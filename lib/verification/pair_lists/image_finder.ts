import { normalize } from "node:path/posix";
import type { ImageReference } from "./pair_list.ts";

/** Images that a list of pairs can name: those of a catalog, or rows of a file of embeddings. */
export interface NamedImages {
  /** The folder that paths are relative to. */
  readonly root: string;
  /** Names by label. */
  readonly identities: readonly string[];
  /** In order, with the label of their identity. */
  readonly images: readonly { readonly path: string; readonly label: number }[];
}

/**
 * Makes a function that finds the images of a catalog by the names of a list of pairs.
 *
 * Image number i of an identity is the file `NAME_000i` of any ending, as Labeled Faces in the Wild
 * names them; if no file of the identity has such a name, it is the i-th of its images by path. Names are
 * compared in Unicode's composed form, whichever form the file system keeps. Paths count from the catalog's
 * root, or are absolute; `\` can stand between their parts.
 *
 * @returns a function from a reference to an index into `catalog.images`, undefined if there is none
 */
export function imageFinder(
  { root, images, identities }: NamedImages,
): (reference: ImageReference) => number | undefined {
  const byPath = new Map<string, number>();
  const numbered = new Map<string, Map<number, number>>();
  const inOrder = new Map<string, number[]>();
  images.forEach(({ path, label }, index) => {
    const identity = identities[label]!.normalize();
    const number = imageNumber(path, identity);
    byPath.set(path.normalize(), index);
    inOrder.getOrInsertComputed(identity, () => []).push(index);
    if (number !== undefined) {
      numbered.getOrInsertComputed(identity, () => new Map()).set(number, index);
    }
  });
  const start = forwardSlashes(root.normalize()).replace(/\/?$/, "/");
  const find = (path: string) =>
    byPath.get(path.startsWith(start) ? path.slice(start.length) : path);
  // On Linux and macOS, `\` can also be part of a name.
  const findPath = (path: string) => find(normalize(path)) ?? find(normalize(forwardSlashes(path)));
  return (reference) => {
    if ("path" in reference) return findPath(reference.path.normalize());
    const identity = reference.identity.normalize();
    const numbers = numbered.get(identity);
    return numbers ? numbers.get(reference.number) : inOrder.get(identity)?.[reference.number - 1];
  };
}

/** The number that a file's name gives it, as in `NAME/NAME_0012.jpg`; undefined if none. */
export function imageNumber(path: string, identity: string): number | undefined {
  const composed = path.normalize();
  const name = composed.slice(composed.lastIndexOf("/") + 1), prefix = identity.normalize();
  const number = name.startsWith(prefix) && /^_(\d{4,})\./.exec(name.slice(prefix.length));
  return number ? Number(number[1]) : undefined;
}

function forwardSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}
