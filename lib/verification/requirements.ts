import { sizeHistogram } from "../dataset/catalog/count_pairs.ts";
import { type NegativeSupport, supportOfImages } from "../dataset/estimate/negative_support.ts";
import {
  identitiesNeededFor,
  negativesNeededFor,
  type PlannedIdentities,
  smallestSupportedFar,
} from "../dataset/estimate/supported_far.ts";
import { roundUpFar } from "../evaluation/threshold/operating_point_at.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import { verificationMessages as messages } from "./messages.ts";

/** Five billion pairs, which take some minutes and, for embeddings of 512 numbers, 1.4 GiB. */
const mostImages = 100_000;
/** What so many positive pairs leave room for: each of them is looked at once more. */
const mostPositives = 2 ** 24, mostImagesOfFew = 2 ** 15;

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
 * Checks that all pairs of images can be compared in minutes, before anything is embedded.
 *
 * @param where how the message names what the images are of
 * @throws {UserError} if there are too many
 */
export function requireFewImages(
  images: number,
  { positivePairs }: { readonly positivePairs: number },
  where: string,
): void {
  const most = positivePairs > mostPositives ? mostImagesOfFew : mostImages;
  if (images <= most) return;
  throw new UserError(messages.tooManyImages({
    where,
    most,
    found: images,
    makeList: { option: "writePairs" },
    list: { option: "pairs" },
  }));
}

/** The negative pairs of a measurement, before anything is embedded. */
export interface PlannedNegatives {
  /** What they support. */
  readonly support: NegativeSupport;
  /** Identities that they are of, of so many images on average; null for listed pairs. */
  readonly identities: PlannedIdentities & { readonly count: number } | null;
}

/**
 * All negative pairs of images: with each other, and with images that join in.
 *
 * @param images indices into the catalog's images
 * @param joined indices of images of other identities, which are not compared with each other
 */
export function planNegatives(
  catalog: { readonly images: readonly { readonly label: number }[] },
  images: readonly number[],
  joined: readonly number[] = [],
): PlannedNegatives {
  const sizesOf = (images: readonly number[]) =>
    sizeHistogram(
      Map.groupBy(images, (index) => catalog.images[index]!.label).values()
        .map(({ length }) => length),
    );
  const own = sizesOf(images), others = sizesOf(joined);
  const count = own.values().reduce((sum, identities) => sum + identities, 0);
  return {
    support: supportOfImages(own, others),
    identities: { count, images: Math.round(images.length / count), joined: others },
  };
}

/** A false accept rate that negative pairs do not support, and what it needs. */
export interface UnsupportedFar {
  /** The rate that was asked for. */
  readonly far: number;
  /** How many identities it needs, or for listed pairs how many of them. */
  readonly needed: UserMessage;
  /** How many there are. */
  readonly found: UserMessage;
  /** Names the smallest rate that has support, to end the message with; empty if there is none. */
  readonly alternative: UserMessage | string;
}

/**
 * Checks that there are enough identities, or enough listed pairs, for a false accept rate.
 *
 * @param refusal makes the message if there are not
 * @throws {UserError} if there are not, with the number that the rate needs
 */
export function requireFar(
  far: number,
  planned: PlannedNegatives,
  refusal: (unsupported: UnsupportedFar) => UserMessage,
): void {
  const unsupported = unsupportedFar(far, planned);
  if (unsupported) throw new UserError(refusal(unsupported));
}

/** What a false accept rate lacks; null if it has support. */
export function unsupportedFar(
  far: number,
  { support, identities }: PlannedNegatives,
): UnsupportedFar & { readonly least: number } | null {
  const least = smallestSupportedFar(support);
  if (far >= least) return null;
  const [needed, found] = identities
    ? [identitiesNeededFor(far, identities), identities.count].map((count) =>
      messages.countIdentities({ count })
    )
    : [negativesNeededFor(far, support), support.pairs].map((count) =>
      messages.countNegatives({ count })
    );
  return {
    far,
    least,
    needed: needed!,
    found: found!,
    alternative: least < 1 ? messages.orHigherFar({ least: roundUpFar(least) }) : "",
  };
}
