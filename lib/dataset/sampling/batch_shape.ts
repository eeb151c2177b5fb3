import { UserError } from "../../language/user_error.ts";
import { datasetMessages as messages } from "../messages.ts";

/** The shape of a batch: P identities with K images each, P x K images in all. */
export interface BatchShape {
  /** P, at least 2: without a second identity there is no negative. */
  readonly identitiesPerBatch: number;
  /** K, at least 2: without a second image there is no positive. */
  readonly imagesPerIdentity: number;
}

/**
 * Computes how many identities a batch holds.
 *
 * @param images images per batch
 * @param imagesPerIdentity images of each identity in a batch
 * @throws {UserError} when they do not give at least 2 identities with at least 2 images each
 */
export function batchShape(images: number, imagesPerIdentity: number): BatchShape {
  const identitiesPerBatch = images / imagesPerIdentity;
  if (
    Number.isInteger(identitiesPerBatch) && identitiesPerBatch >= 2 &&
    Number.isInteger(imagesPerIdentity) && imagesPerIdentity >= 2
  ) {
    return { identitiesPerBatch, imagesPerIdentity };
  }
  throw new UserError(messages.badBatch({ images, imagesPerIdentity }));
}
