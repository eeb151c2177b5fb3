/** An image as a list of pairs names it: by its path, or as an identity's image number, from 1. */
export type ImageReference =
  | { readonly path: string }
  | { readonly identity: string; readonly number: number };

/** Two images and whether they show one identity. */
export interface ListedPair {
  /** The first image. */
  readonly a: ImageReference;
  /** The second image. */
  readonly b: ImageReference;
  /** True if they show one identity. */
  readonly same: boolean;
}

/** Pairs to verify, as the `pairs.txt` of Labeled Faces in the Wild lists them. */
export interface PairList {
  /** In the order of the list. */
  readonly pairs: readonly ListedPair[];
  /** The pairs are so many folds of equal length, one after the other; 0 where there are no folds. */
  readonly folds: number;
}
