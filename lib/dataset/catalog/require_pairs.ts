import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { Catalog } from "./catalog.ts";
import { type SizeHistogram, sizeHistogram } from "./count_pairs.ts";
import { imagesByIdentity } from "./images_by_identity.ts";
import { layoutAdvice } from "./layout_notes.ts";

/** What pairs are for: to learn from them, to validate, or to measure. */
export type PairUse = "train" | "validation" | "test";

/**
 * Requires positive and negative pairs to learn from, or to measure on.
 *
 * @param sizes how many identities have how many images
 * @param subject what is to have them, as the message names it
 * @param options `advice` says what to do where there are too few identities, `use` what they are for
 * @throws {UserError} when there is no identity, only one, or none with two images
 */
export function requirePairs(
  sizes: SizeHistogram,
  subject: UserMessage,
  { advice = messages.adviseFolders(), use = "train" }: {
    readonly advice?: UserMessage;
    readonly use?: PairUse;
  } = {},
): void {
  const identities = sizes.values().reduce((sum, count) => sum + count, 0);
  const refuse = (found: UserMessage, advice: UserMessage) =>
    new UserError(messages.cannotTrain({ use, subject, found, advice }));
  if (identities === 0) throw refuse(messages.foundNoImage(), advice);
  if (identities === 1) throw refuse(messages.foundOneIdentity(), advice);
  if (sizes.get(1) === identities) {
    throw refuse(messages.foundSingletons({ count: identities }), messages.adviseSecondImage());
  }
}

/**
 * Requires positive and negative pairs in a catalog.
 *
 * @param use what they are for
 * @throws {UserError} when there is no identity, only one, or none with two images. Where files were
 *   left out, the message names one with its reason
 */
export function requireTrainable(catalog: Catalog, use: PairUse = "train"): void {
  const [first] = catalog.leftOut;
  const { root, leftOut } = catalog;
  const subject = first
    ? messages.subjectWithLeftOut({ root, count: leftOut.length, ...first })
    : messages.subjectFolder({ root });
  const sizes = sizeHistogram(imagesByIdentity(catalog).map(({ length }) => length));
  requirePairs(sizes, subject, { advice: layoutAdvice(catalog.notes), use });
}
