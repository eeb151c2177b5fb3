import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import type { BatchShape } from "./batch_shape.ts";
import type { SizeHistogram } from "../catalog/count_pairs.ts";

/** How many batches show every image, and how many of their places go to identities of one image. */
export interface EpochPlan {
  readonly batches: number;
  /**
   * Groups of single images in a batch: of the batch's P groups of K places, so many hold K images of
   * K identities that have no other.
   *
   * @param batch 0 to `batches` - 1
   */
  singleGroups(batch: number): number;
}

/**
 * Plans the batches of an epoch, the fewest that show every image.
 *
 * An identity of n ≥ 2 images makes ⌈n / K⌉ groups of K, each in another batch. Identities of one
 * image, which have no positive, share groups: K of them make one. These are spread evenly, at most
 * half of a batch as long as there are other identities for the rest.
 *
 * @param sizes how many identities have how many images
 * @throws {UserError} when there are too few identities for a batch, naming the largest that works
 */
export function planEpoch(sizes: SizeHistogram, shape: BatchShape): EpochPlan {
  const { identitiesPerBatch, imagesPerIdentity: size } = shape;
  const singles = sizes.get(1) ?? 0;
  let multiples = 0, groups = 0, mostGroups = 0;
  for (const [images, identities] of sizes) {
    if (images < 2) continue;
    const own = Math.ceil(images / size);
    multiples += identities;
    groups += identities * own;
    mostGroups = Math.max(mostGroups, own);
  }
  const wholeSingleGroups = Math.floor(singles / size);
  requireIdentities(multiples, wholeSingleGroups, shape);

  const least = Math.max(0, identitiesPerBatch - multiples);
  const half = Math.floor(identitiesPerBatch / 2);
  const most = Math.max(half, least);
  const singleGroups = Math.ceil(singles / size);
  const batches = Math.max(
    mostGroups,
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
  singleGroups: number,
  { identitiesPerBatch, imagesPerIdentity }: BatchShape,
): void {
  const largest = multiples === 0 ? 0 : multiples + singleGroups;
  if (largest >= identitiesPerBatch) return;
  throw new UserError(
    message`cannot draw batches of ${identitiesPerBatch} identities x ${imagesPerIdentity} images:
      found ${multiples} identities with two or more images; ${
      largest < 2
        ? message`add identities`
        : message`add identities, or use a batch of ${largest * imagesPerIdentity} images at most`
    }`,
  );
}
