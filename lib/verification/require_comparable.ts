import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";

/** Half a billion pairs, whose scores take 7 GiB while they are sorted. */
const mostPictures = 2 ** 15;

/**
 * Makes sure that all pairs of pictures fit in memory, before anything is embedded.
 *
 * @param where what the pictures are of, as the message shall call it
 * @throws {UserError} when there are too many
 */
export function requireFewImages(pictures: number, where: string): void {
  if (pictures <= mostPictures) return;
  const count = (value: number) => value.toLocaleString("en-US");
  throw new UserError(
    message`cannot compare all pairs of ${where}: wanted ${count(mostPictures)} pictures at most,
      found ${count(pictures)}; draw a list of pairs with --write-pairs and give it with --pairs, or
      name a smaller folder`,
  );
}
