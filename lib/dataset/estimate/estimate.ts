import type { UserMessage } from "../../language/user_message.ts";
import type { PairCounts } from "../catalog/count_pairs.ts";
import type { TrainingPlan } from "../sampling/plan_training.ts";
import type { Split } from "../split/split_by_identity.ts";
import type { Scope, ScopeAdvice } from "./scope.ts";

/** What one part of a proposed split holds. */
export interface PartEstimate extends PairCounts {
  /** Number of identities. */
  readonly identities: number;
  /** Number of images. */
  readonly images: number;
}

/** What a set of images offers to training and to evaluation. */
export interface Estimate extends PartEstimate {
  /** How many images an identity has. `imbalance` is the largest number over the smallest. */
  readonly imagesPerIdentity: {
    readonly min: number;
    readonly median: number;
    readonly max: number;
    readonly imbalance: number;
  };
  /** Identities with one image, which are only negatives. */
  readonly singletons: number;
  /** How training goes through the images of the proposed split; null where it cannot. */
  readonly training: TrainingPlan | null;
  /** Pairs and triplets of one batch: of that training, or as it was asked for. */
  readonly perBatch: PairCounts;
  /** How large a task the number of identities is good for. */
  readonly scope: Scope;
  /** The next larger scope, or null at the largest. */
  readonly nextScope: ScopeAdvice["next"];
  /** Positive pairs if every identity had twice its images. */
  readonly positivePairsWithTwiceTheImages: bigint;
  /** Positive pairs with twice the identities: as many new images, but fewer new pairs. */
  readonly positivePairsWithTwiceTheIdentities: bigint;
  /** The proposed split, or null where there are too few identities. */
  readonly split: Readonly<Record<keyof Split, PartEstimate>> | null;
  /**
   * The smallest false accept rate that the identities of the test part support, see
   * `smallestSupportedFar`. Null without negative pairs.
   */
  readonly smallestFar: number | null;
  /**
   * Folds that measure on all identities, where the split would hold out few or is not possible; null where
   * it holds out enough, or there are too few for folds as well.
   */
  readonly folds: number | null;
  /** What keeps you from training with these options. */
  readonly problems: readonly UserMessage[];
}
