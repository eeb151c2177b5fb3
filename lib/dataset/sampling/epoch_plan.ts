import { UserError } from "../../language/user_error.ts";
import type { SizeHistogram } from "../catalog/count_pairs.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { BatchShape } from "./batch_shape.ts";
import { mostIdentities } from "./fit_batch.ts";

/** How many batches show every image, and how many of their places identities with one image get. */
export interface EpochPlan {
  /** Number of batches. */
  readonly batches: number;
  /**
   * Groups of single images in a batch: of its P groups of K places, so many hold K images of K
   * identities that have no other image.
   *
   * @param batch 0 to `batches` - 1
   */
  singleGroups(batch: number): number;
}

/**
 * Plans the batches of an epoch: the smallest number that shows every image.
 *
 * An identity with n ≥ 2 images gives ⌈n / K⌉ groups of K, each in another batch. Identities with one
 * image, which have no positive, share groups: K of them make one. These groups are spread evenly, and
 * take at most half of a batch as long as there are other identities for the rest.
 *
 * @param sizes how many identities have how many images
 * @throws {UserError} when there are too few identities for a batch. The message names the largest batch
 *   that works
 */
export function planEpoch(sizes: SizeHistogram, shape: BatchShape): EpochPlan {
  const { identitiesPerBatch, imagesPerIdentity: size } = shape;
  const singles = sizes.get(1) ?? 0;
  let multiples = 0, groups = 0, maxGroups = 0;
  for (const [images, identities] of sizes) {
    if (images < 2) continue;
    const own = Math.ceil(images / size);
    multiples += identities;
    groups += identities * own;
    maxGroups = Math.max(maxGroups, own);
  }
  requireIdentities(multiples, mostIdentities(sizes, size), shape);

  const least = Math.max(0, identitiesPerBatch - multiples);
  const half = Math.floor(identitiesPerBatch / 2);
  const most = Math.max(half, least);
  const singleGroups = Math.ceil(singles / size);
  const batches = Math.max(
    maxGroups,
    Math.ceil(singleGroups / most),
    Math.ceil((groups + singleGroups) / identitiesPerBatch),
  );
  const upTo = (batch: number) => Math.floor(batch * singleGroups / batches);
  return {
    batches,
    singleGroups: (batch) => Math.max(least, upTo(batch + 1) - upTo(batch)),
  };
}

function requireIdentities(
  multiples: number,
  largest: number,
  { identitiesPerBatch, imagesPerIdentity }: BatchShape,
): void {
  if (largest >= identitiesPerBatch) return;
  throw new UserError(
    messages.tooFewForBatch({
      identities: identitiesPerBatch,
      images: imagesPerIdentity,
      found: multiples,
      advice: largest < 2
        ? messages.adviseIdentities()
        : messages.adviseSmallerBatch({ max: largest * imagesPerIdentity }),
    }),
  );
}
