import { UserError } from "../../language/user_error.ts";
import { datasetMessages as messages } from "../messages.ts";

/** How many identities to hold out of training: a fraction below 1, or a number of identities. */
export interface SplitFractions {
  /** To choose the best epoch and the threshold; 0 for none, 0.15 by default. */
  readonly validation?: number;
  /** To compute the reported metrics; 0 for none, 0.15 by default. */
  readonly test?: number;
}

/** Number of identities of a part of a split. */
export interface PartSize {
  /** Identities with one image. */
  readonly singles: number;
  /** Identities with two or more images. Only these have positive pairs. */
  readonly multiples: number;
}

/** Every part needs positive pairs, and negative pairs between images that have positives. */
const minMultiples = 2;

/**
 * Computes how many identities go to each part of a split. Identities with one image and with more are
 * split in the same proportion.
 *
 * @returns a part with a fraction of 0 is empty; the others hold 2 or more identities with 2 or more
 *   images
 * @throws {UserError} when there are too few identities for that, or none remain to train on
 */
export function splitSizes(
  { singles, multiples }: PartSize,
  { validation = 0.15, test = 0.15 }: SplitFractions = {},
): { train: PartSize; validation: PartSize; test: PartSize } {
  const identities = singles + multiples;
  const count = (fraction: number) =>
    fraction === 0
      ? 0
      : Math.max(minMultiples, Math.round(fraction < 1 ? fraction * identities : fraction));
  const parts = { validation: count(validation), test: count(test) };
  const left = { singles, multiples };
  const take = (wanted: number, partsAfter: number): PartSize => {
    if (wanted === 0) return { singles: 0, multiples: 0 };
    const most = Math.min(wanted, left.multiples - minMultiples * partsAfter);
    const least = Math.max(minMultiples, wanted - left.singles);
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
  if (left.multiples < minMultiples) {
    throw tooFew({ singles, multiples }, { validation, test }, parts);
  }
  return { train: left, validation: validationSize, test: testSize };
}

function tooFew(
  found: PartSize,
  fractions: Required<SplitFractions>,
  parts: { validation: number; test: number },
): UserError {
  return new UserError(
    messages.tooFewToSplit({
      identities: found.singles + found.multiples,
      validation: parts.validation,
      validationFraction: fractions.validation,
      test: parts.test,
      testFraction: fractions.test,
      min: minMultiples,
      found: found.multiples,
    }),
  );
}
