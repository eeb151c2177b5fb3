/** The formats that are recognised, by content and not by file ending. */
export type ImageFormat = "jpeg" | "png" | "webp" | "gif" | "bmp" | "tiff" | "pgm";

/** One picture of a catalog. */
export interface CatalogImage {
  /** Path relative to the catalog's root, with `/` between its parts. */
  readonly path: string;
  /** Index of its identity in {@linkcode Catalog.identities}. */
  readonly label: number;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** SHA-256 of the file's content, as 64 hexadecimal digits. */
  readonly hash: string;
  /** Width in pixels as the header tells, before any EXIF orientation. */
  readonly width: number;
  /** Height in pixels as the header tells, before any EXIF orientation. */
  readonly height: number;
  readonly format: ImageFormat;
}

/** A file or folder that is not part of a catalog, and why. */
export interface SkippedFile {
  /** Path relative to the catalog's root. */
  readonly path: string;
  /** One phrase, such as "not an image" or "image is cut short". */
  readonly reason: string;
}

/** A folder of pictures, one folder an identity, as it was found on disk. */
export interface Catalog {
  /** The folder that was indexed, as an absolute path. */
  readonly root: string;
  /** Names of the identities, sorted by code unit; a label is an index into this list. */
  readonly identities: readonly string[];
  /** Every usable picture, sorted by path by code unit. */
  readonly images: readonly CatalogImage[];
  readonly leftOut: readonly SkippedFile[];
  /** Groups of paths within one identity whose bytes are the same. */
  readonly duplicates: readonly (readonly string[])[];
  /** Groups of paths in two or more identities whose bytes are the same. */
  readonly conflicts: readonly (readonly string[])[];
  /** SHA-256 over identities, paths and content hashes: the same pictures give the same hash. */
  readonly hash: string;
}
