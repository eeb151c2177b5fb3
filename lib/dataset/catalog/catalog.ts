import type { ImageHeader } from "../../images/formats/inspect_image.ts";
import type { UserMessage } from "../../language/user_message.ts";

/** One image of a catalog. */
export interface CatalogImage extends ImageHeader {
  /** Path relative to the catalog's root, with `/` between its parts. */
  readonly path: string;
  /** Index of its identity in {@linkcode Catalog.identities}. */
  readonly label: number;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** SHA-256 of the file's content, as 64 hexadecimal digits. */
  readonly hash: string;
}

/** A file or folder that cannot be used, and why. */
export interface SkippedFile {
  /** Path relative to the catalog's root, with `/` between its parts. */
  readonly path: string;
  /** Such as `image.cutShort`, "image is cut short". */
  readonly reason: UserMessage;
}

/** A part of a split. */
export type PartName = "train" | "validation" | "test";

/** The parts of a split, in their order. */
export const partNames: readonly PartName[] = ["train", "validation", "test"];

/** A part that the data gives to an identity. */
export interface GivenPart {
  /** The part. */
  readonly part: PartName;
  /** The first of the identity's images in it, by path. */
  readonly path: string;
}

/** A folder of images with their identities, as it was found on disk. */
export interface Catalog {
  /** The folder that was indexed, as an absolute path. */
  readonly root: string;
  /** Names of the identities, sorted by code unit. A label is an index into this list. */
  readonly identities: readonly string[];
  /** Every usable image, sorted by path by code unit. */
  readonly images: readonly CatalogImage[];
  /**
   * For each identity the parts of a split that the data gives to it, in their order: one unless the data contradicts
   * itself. Null where the data gives no parts.
   */
  readonly parts: readonly (readonly GivenPart[])[] | null;
  /** Files and folders that are not part of the catalog, and why, sorted by path. */
  readonly leftOut: readonly SkippedFile[];
  /** Groups of paths within one identity whose bytes are the same. */
  readonly duplicates: readonly (readonly string[])[];
  /** Groups of paths in two or more identities whose bytes are the same. */
  readonly conflicts: readonly (readonly string[])[];
  /** How the layout of the folder was read, and where it looks like another one is meant. */
  readonly notes: readonly UserMessage[];
  /** SHA-256 over paths, labels and content hashes: the same images give the same hash. */
  readonly hash: string;
}
