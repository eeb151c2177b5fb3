import type { ModelMetadata } from "../model_file/model_metadata.ts";
import { type PairFraction, pairFraction } from "../verification/describe_rates.ts";

/** How often a stranger may be taken for somebody of the gallery, where nothing else is asked for. */
export const defaultFpir = 0.01;

/** The threshold for a gallery, and how often it errs there. */
export interface IdentificationThreshold {
  /** A probe counts as a person if its similarity to one of their images is at least this. */
  readonly threshold: number;
  /** The false positive identification rate that was asked for. */
  readonly askedFpir: number;
  /**
   * The one that the threshold is chosen for: larger than what was asked for if the model was chosen on
   * too few identities for that.
   */
  readonly targetFpir: number;
  /**
   * The rate that follows from pairs of held-out identities: the fraction of strangers that are taken for
   * somebody. It is of no more pairs than the rate of a single comparison.
   */
  readonly fpir: PairFraction;
  /** The fraction of held-out positive pairs below the threshold: one image is not enough for those. */
  readonly frr: PairFraction;
}

/**
 * Chooses the threshold for a gallery. A probe of a stranger is compared with each of its n images, so
 * that false accepts add up: with a false accept rate f of one comparison, a stranger is taken for
 * somebody in at most 1 - (1 - f)^n of cases, the false positive identification rate (FPIR, ISO/IEC
 * 19795-1). That is the rate of independent comparisons. Those of one stranger, and of images of one
 * person, resemble each other, which only makes it smaller. For an FPIR, the false accept rate is
 *
 *     f = 1 - (1 - FPIR)^(1 / n),
 *
 * and the threshold is the smallest operating point of the model at which validation accepts at most that
 * fraction. Rates below the smallest that the validation identities support (`smallestSupportedFar`) are
 * raised to it.
 *
 * Source of the formula: Grother and Phillips, "Models of large population recognition
 * performance", CVPR 2004.
 *
 * @param images in the gallery, 1 or more
 * @param fpir above 0 and below 1
 */
export function chooseIdentificationThreshold(
  { calibration, heldOut }: Pick<ModelMetadata, "calibration" | "heldOut">,
  images: number,
  fpir: number = defaultFpir,
): IdentificationThreshold {
  const { operatingPoints, smallestFar, negativePairs, positivePairs } = calibration;
  const asked = perComparison(fpir, images);
  const far = Math.max(asked, Math.min(smallestFar, 0.5));
  const point = operatingPoints.find(({ validationFar }) => validationFar <= far) ??
    operatingPoints.at(-1)!;
  const one = pairFraction(point.far, negativePairs, heldOut.identities);
  return {
    threshold: point.threshold,
    askedFpir: fpir,
    targetFpir: far > asked ? overGallery(far, images) : fpir,
    fpir: {
      fraction: overGallery(one.fraction, images),
      below: one.below === null ? null : overGallery(one.below, images),
      pairs: one.pairs,
    },
    frr: pairFraction(point.frr, positivePairs, heldOut.identities),
  };
}

/** 1 - (1 - fpir)^(1 / images), with the digits of small rates. */
function perComparison(fpir: number, images: number): number {
  return -Math.expm1(Math.log1p(-fpir) / images);
}

/** 1 - (1 - far)^images, with the digits of small rates. */
function overGallery(far: number, images: number): number {
  return -Math.expm1(Math.log1p(-far) * images);
}
