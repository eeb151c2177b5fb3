import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { countPairs, type SizeHistogram, sizeHistogram } from "../catalog/count_pairs.ts";
import { imagesByIdentity } from "../catalog/images_by_identity.ts";
import { requirePairs, requireTrainable } from "../catalog/require_pairs.ts";
import { datasetMessages as messages } from "../messages.ts";
import { type BatchChoice, defaultBatch, fitBatch } from "../sampling/fit_batch.ts";
import { planTraining } from "../sampling/plan_training.ts";
import { proposedFolds } from "../split/fold_identities.ts";
import { type Split, splitByIdentity } from "../split/split_by_identity.ts";
import { type SplitFractions, splitSizes } from "../split/split_sizes.ts";
import type { Estimate, PartEstimate } from "./estimate.ts";
import { supportOfImages } from "./negative_support.ts";
import { smallestSupportedFar } from "./supported_far.ts";
import { scopeByIdentities } from "./scope.ts";

/** The batch and the split of a training: what is left out is what training does by default. */
export type EstimateOptions = Partial<BatchChoice> & SplitFractions;

/**
 * Estimates what a folder of images offers.
 *
 * @param options `seed` chooses the proposed split, 0 by default as in training
 * @throws {UserError} when the folder has fewer than two identities or no positive pair, or the batch that is
 *   asked for does not divide into identities
 *
 * @example
 * ```ts
 * import { estimateCatalog, indexFolder } from "@futago/futago";
 *
 * const catalog = await indexFolder("photos");
 * const { positivePairs, negativePairs, training } = estimateCatalog(catalog);
 * console.log(positivePairs, negativePairs, training?.identitiesPerBatch, training?.epochs);
 * ```
 */
export function estimateCatalog(
  catalog: Catalog,
  { seed = 0, ...options }: EstimateOptions & { readonly seed?: number } = {},
): Estimate {
  requireTrainable(catalog);
  const sizesOf = (labels?: readonly number[]) =>
    sizeHistogram(imagesByIdentity(catalog, labels).map(({ length }) => length));
  return estimate(sizesOf(), options, () => {
    const { train, validation, test } = splitByIdentity(catalog, { ...options, seed });
    return { train: sizesOf(train), validation: sizesOf(validation), test: sizesOf(test) };
  });
}

/**
 * Estimates what a planned folder of images would offer.
 *
 * @param identities number of identities, 1 or more
 * @param images images of each identity, 1 or more
 * @throws {UserError} when there are fewer than two identities, no positive pair, or more than 2⁵³
 *   images
 *
 * @example
 * ```ts
 * import { estimatePlan } from "@futago/futago";
 *
 * const plan = estimatePlan(1_000, 20, { batch: 64, perIdentity: 4 });
 * console.log(plan.positivePairs, plan.scope);
 * ```
 */
export function estimatePlan(
  identities: number,
  images: number,
  options: EstimateOptions = {},
): Estimate {
  if (!Number.isSafeInteger(identities * images)) {
    throw new UserError(messages.planTooLarge({ identities, images }));
  }
  const sizes = new Map([[images, identities]]);
  requirePairs(sizes, messages.subjectPlan({ identities, images }));
  return estimate(sizes, options, () => {
    const { train, validation, test } = splitSizes({ singles: 0, multiples: identities }, options);
    const part = (size: { multiples: number }) => new Map([[images, size.multiples]]);
    return { train: part(train), validation: part(validation), test: part(test) };
  });
}

function estimate(
  sizes: SizeHistogram,
  options: Partial<BatchChoice>,
  splitParts: () => Record<keyof Split, SizeHistogram>,
): Estimate {
  const problems: UserMessage[] = [];
  const attempt = <T>(action: () => T): T | null => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error.userMessage as UserMessage);
      return null;
    }
  };
  const { scope, next } = scopeByIdentities(sum(sizes, () => 1));
  const choice = { ...defaultBatch, ...options };
  const asked = fitBatch(sizes, choice);
  const parts = attempt(splitParts);
  const training = parts && attempt(() => planTraining(parts.train, choice));
  const { identitiesPerBatch, imagesPerIdentity } = training ?? asked;
  const heldOut = parts && supportOfImages(parts.test);
  return {
    ...partEstimate(sizes),
    imagesPerIdentity: spread(sizes),
    singletons: sizes.get(1) ?? 0,
    training,
    perBatch: countPairs(new Map([[imagesPerIdentity, identitiesPerBatch]])),
    scope,
    nextScope: next,
    positivePairsWithTwiceTheImages:
      countPairs(new Map(Array.from(sizes, ([n, identities]) => [2 * n, identities])))
        .positivePairs,
    positivePairsWithTwiceTheIdentities: 2n * countPairs(sizes).positivePairs,
    split: parts && {
      train: partEstimate(parts.train),
      validation: partEstimate(parts.validation),
      test: partEstimate(parts.test),
    },
    smallestFar: heldOut && heldOut.pairs > 0 ? smallestSupportedFar(heldOut) : null,
    folds: proposedFolds(
      sum(sizes, (images) => images > 1 ? 1 : 0),
      parts ? sum(parts.test, () => 1) : 0,
    ),
    problems,
  };
}

function partEstimate(sizes: SizeHistogram): PartEstimate {
  return {
    identities: sum(sizes, () => 1),
    images: sum(sizes, (images) => images),
    ...countPairs(sizes),
  };
}

function spread(sizes: SizeHistogram): Estimate["imagesPerIdentity"] {
  const ascending = [...sizes].sort(([a], [b]) => a - b);
  const identities = sum(sizes, () => 1);
  const atRank = (rank: number) => {
    let below = 0;
    return ascending.find(([, count]) => (below += count) > rank)![0];
  };
  const [min, max] = [atRank(0), atRank(identities - 1)];
  const median = (atRank(Math.floor((identities - 1) / 2)) + atRank(Math.floor(identities / 2))) /
    2;
  return { min, median, max, imbalance: max / min };
}

function sum(sizes: SizeHistogram, term: (images: number) => number): number {
  return sizes.entries().reduce((total, [images, count]) => total + count * term(images), 0);
}
