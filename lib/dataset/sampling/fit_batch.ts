import type { SizeHistogram } from "../catalog/count_pairs.ts";
import { type BatchShape, batchShape } from "./batch_shape.ts";

/** A batch to train with, before it is known how many identities there are to fill it. */
export interface BatchChoice {
  /** Images per batch. */
  readonly batch: number;
  /** Images of each identity in a batch, at least 2. */
  readonly perIdentity: number;
  /** True to take fewer images where identities do not fill the batch or do not divide it. */
  readonly shrinkBatch: boolean;
}

/** The batch of a training that asks for none: 8 identities x 4 images, or as many as fit. */
export const defaultBatch: BatchChoice = { batch: 32, perIdentity: 4, shrinkBatch: true };

/**
 * Fits a batch to the identities to train on: as many as the batch has room for and as there are, at
 * least 2. Identities with one image count as one for every K of them, since they share its places.
 *
 * @param sizes how many identities have how many images
 * @throws {UserError} if the batch may not shrink and does not divide into identities
 */
export function fitBatch(
  sizes: SizeHistogram,
  { batch, perIdentity, shrinkBatch }: BatchChoice,
): BatchShape {
  if (!shrinkBatch) return batchShape(batch, perIdentity);
  const room = Math.floor(batch / perIdentity);
  const identitiesPerBatch = Math.max(2, Math.min(room, mostIdentities(sizes, perIdentity)));
  return batchShape(identitiesPerBatch * perIdentity, perIdentity);
}

/**
 * The largest P of a batch that identities fill: 0 where none of them has a second image.
 *
 * @param imagesPerIdentity K, see {@linkcode BatchShape}
 */
export function mostIdentities(sizes: SizeHistogram, imagesPerIdentity: number): number {
  const singles = sizes.get(1) ?? 0;
  const multiples = sizes.entries()
    .reduce((sum, [images, identities]) => sum + (images > 1 ? identities : 0), 0);
  return multiples === 0 ? 0 : multiples + Math.floor(singles / imagesPerIdentity);
}
