import { negativesNeededFor, smallestSupportedFar } from "../dataset/estimate/rule_of_three.ts";
import { roundUpFar } from "../evaluation/threshold/operating_point_at.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import { verificationMessages as messages } from "./messages.ts";

/** Half a billion pairs, whose scores take 7 GiB while they are sorted. */
const mostImages = 2 ** 15;

/**
 * Checks that there are pairs of one identity and pairs of two.
 *
 * @param where how the message names what the pairs are of
 * @param leftOut how many identities are left out because training saw them, of how many
 * @throws {UserError} if either kind is missing
 */
export function requireBothKinds(
  { positivePairs, negativePairs }: { positivePairs: number; negativePairs: number },
  where: string,
  leftOut?: { readonly seen: number; readonly all: number },
): void {
  if (positivePairs > 0 && negativePairs > 0) return;
  if (leftOut && leftOut.seen > 0) {
    const values = { where, ...leftOut, option: { option: "includeSeen" } };
    throw new UserError(
      positivePairs > 0
        ? messages.noUnseenNegativePairs(values)
        : messages.noUnseenPositivePairs(values),
    );
  }
  throw new UserError(
    positivePairs > 0
      ? messages.noNegativePairs({ where })
      : negativePairs > 0
      ? messages.noPositivePairs({ where })
      : messages.nothingToPair({ where }),
  );
}

/**
 * Checks that all pairs of images fit in memory, before anything is embedded.
 *
 * @param where how the message names what the images are of
 * @throws {UserError} if there are too many
 */
export function requireFewImages(images: number, where: string): void {
  if (images <= mostImages) return;
  throw new UserError(messages.tooManyImages({
    where,
    most: mostImages,
    found: images,
    makeList: { option: "writePairs" },
    list: { option: "pairs" },
  }));
}

/** A false accept rate that negative pairs do not support, and what it needs. */
export interface UnsupportedFar {
  /** The rate that was asked for. */
  readonly far: number;
  /** Negative pairs that it needs. */
  readonly needed: number;
  /** Negative pairs that there are. */
  readonly found: number;
  /** Names the smallest rate that has support, to end the message with; empty if there is none. */
  readonly alternative: UserMessage | string;
}

/**
 * Checks that there are enough negative pairs for a false accept rate.
 *
 * @param refusal makes the message if there are not
 * @throws {UserError} if there are not, with the number that the rate needs
 */
export function requireFar(
  far: number,
  negativePairs: number,
  refusal: (unsupported: UnsupportedFar) => UserMessage,
): void {
  const least = smallestSupportedFar(negativePairs);
  if (far >= least) return;
  throw new UserError(refusal({
    far,
    needed: negativesNeededFor(far),
    found: negativePairs,
    alternative: least < 1 ? messages.orHigherFar({ least: roundUpFar(least) }) : "",
  }));
}
