import type { FolderVerification } from "../../lib/verification/mod.ts";
import { translate } from "../language/language.ts";
import { verifyMessages } from "./verify_messages.ts";

/**
 * Says what training saw of a folder, and what follows from it: a line, or none if it saw nothing.
 *
 * @param trainedOnIt true if the run's folder held exactly these images
 */
export function describeSeenImages(
  { seen, seenPairs, images, identities }: FolderVerification,
  trainedOnIt: boolean,
): string[] {
  if (!seen) {
    return [translate(
      trainedOnIt ? verifyMessages.seenUnknownSameFolder() : verifyMessages.seenUnknown(),
    )];
  }
  if (seen.identities === 0) return [];
  const saw = verifyMessages.seen({ images: seen.images, identities: seen.identities });
  if (seen.included) return [translate(verifyMessages.seenIncluded({ seen: saw }))];
  const values = { seen: saw, all: seen.imagesOfThem, images, identities };
  return [translate(
    seenPairs === 0
      ? verifyMessages.seenLeftOut(values)
      : verifyMessages.seenPairsLeftOut({ ...values, pairs: seenPairs }),
  )];
}
