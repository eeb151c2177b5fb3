import { Message, message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import type { Catalog } from "./catalog.ts";
import { type SizeHistogram, sizeHistogram } from "./count_pairs.ts";
import { imagesByIdentity } from "./images_by_identity.ts";

/**
 * Makes sure that there are positive and negative pairs to learn from.
 *
 * @param sizes how many identities have how many images
 * @param subject what is to be trained on, as the message shall call it
 * @throws {UserError} when there is no identity, only one, or none with two images
 */
export function requirePairs(sizes: SizeHistogram, subject: Message): void {
  const identities = sizes.values().reduce((sum, count) => sum + count, 0);
  const advice = message`put the pictures of each identity into a folder of its own`;
  if (identities === 0) throw cannot(subject, message`no usable image`, advice);
  if (identities === 1) throw cannot(subject, message`one identity`, advice);
  if (sizes.get(1) === identities) {
    throw cannot(
      subject,
      message`${identities} with one image each`,
      message`add a second image to some`,
    );
  }
}

/**
 * Makes sure that a catalog holds positive and negative pairs to learn from.
 *
 * @throws {UserError} when there is no identity, only one, or none with two images; where files were
 * left out, it names one and the reason
 */
export function requireTrainable(catalog: Catalog): void {
  const [first] = catalog.leftOut;
  const { root, leftOut } = catalog;
  const subject = first
    ? message`"${root}" (${leftOut.length} left out, such as "${first.path}": ${new Message(
      first.reason,
      [],
    )})`
    : message`"${root}"`;
  const sizes = sizeHistogram(imagesByIdentity(catalog).map(({ length }) => length));
  requirePairs(sizes, subject);
}

function cannot(subject: Message, found: Message, advice: Message): UserError {
  return new UserError(
    message`cannot train on ${subject}: wanted two or more identities, some with two or more
      images, found ${found}; ${advice}`,
  );
}
