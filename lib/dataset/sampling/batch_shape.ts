import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";

/** The shape of a batch: P identities with K images each, P x K images in all. */
export interface BatchShape {
  /** P, at least 2: without a second identity there is no negative. */
  readonly identitiesPerBatch: number;
  /** K, at least 2: without a second image there is no positive. */
  readonly imagesPerIdentity: number;
}

/**
 * Works out how many identities a batch holds.
 *
 * @param images images a batch
 * @param imagesPerIdentity images of each identity in a batch
 * @throws {UserError} when they do not make a batch of at least 2 identities with 2 images each
 */
export function batchShape(images: number, imagesPerIdentity: number): BatchShape {
  const identitiesPerBatch = images / imagesPerIdentity;
  if (
    Number.isInteger(identitiesPerBatch) && identitiesPerBatch >= 2 &&
    Number.isInteger(imagesPerIdentity) && imagesPerIdentity >= 2
  ) {
    return { identitiesPerBatch, imagesPerIdentity };
  }
  throw new UserError(
    message`cannot draw a batch of ${images} images with ${imagesPerIdentity} an identity: wanted 2
      or more images of each of 2 or more identities; make the batch a multiple, such as 32 and 4`,
  );
}
