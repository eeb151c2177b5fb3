import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";

/** How many identities are held out of training: a share below 1, or a number of identities. */
export interface SplitFractions {
  /** For choosing the best epoch and the threshold; 0 for none, 0.15 when left out. */
  readonly validation?: number;
  /** For the figures that are reported; 0 for none, 0.15 when left out. */
  readonly test?: number;
}

/** Number of identities of a part of a split. */
export interface PartSize {
  /** Identities with one image. */
  readonly singles: number;
  /** Identities with two or more, which alone have positive pairs. */
  readonly multiples: number;
}

/** Every part needs positive pairs, and negative pairs between images that have positives. */
const leastMultiples = 2;

/**
 * Works out how many identities go to each part of a split; identities with one image and with more
 * are shared out in the same proportion.
 *
 * @returns a part with a share of 0 is empty; the others hold 2 or more identities with 2 or more
 * images
 * @throws {UserError} when there are too few identities for that, or the shares leave none to train
 */
export function splitSizes(
  { singles, multiples }: PartSize,
  { validation = 0.15, test = 0.15 }: SplitFractions = {},
): { train: PartSize; validation: PartSize; test: PartSize } {
  const identities = singles + multiples;
  const count = (share: number) =>
    share === 0 ? 0 : Math.max(leastMultiples, Math.round(share < 1 ? share * identities : share));
  const parts = { validation: count(validation), test: count(test) };
  const left = { singles, multiples };
  const take = (wanted: number, partsAfter: number): PartSize => {
    if (wanted === 0) return { singles: 0, multiples: 0 };
    const most = Math.min(wanted, left.multiples - leastMultiples * partsAfter);
    const least = Math.max(leastMultiples, wanted - left.singles);
    if (most < least) throw tooFew({ singles, multiples }, { validation, test }, parts);
    const inProportion = Math.round(wanted * left.multiples / (left.singles + left.multiples));
    const part = { multiples: Math.min(most, Math.max(least, inProportion)), singles: 0 };
    part.singles = wanted - part.multiples;
    left.singles -= part.singles;
    left.multiples -= part.multiples;
    return part;
  };
  const testSize = take(parts.test, parts.validation > 0 ? 2 : 1);
  const validationSize = take(parts.validation, 1);
  if (left.multiples < leastMultiples) {
    throw tooFew({ singles, multiples }, { validation, test }, parts);
  }
  return { train: left, validation: validationSize, test: testSize };
}

function tooFew(
  found: PartSize,
  shares: Required<SplitFractions>,
  parts: { validation: number; test: number },
): UserError {
  return new UserError(
    message`cannot split ${found.singles + found.multiples} identities into training,
      ${parts.validation} for validation (${shares.validation}) and ${parts.test} for test
      (${shares.test}): wanted ${leastMultiples} or more with two or more images in each, found
      ${found.multiples} of that kind; add identities, or hold out fewer`,
  );
}
