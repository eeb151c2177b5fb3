import type { UserMessage } from "../../language/user_message.ts";
import type { Message } from "../../language/message.ts";
import type { PairCounts } from "../catalog/count_pairs.ts";
import type { Scope, ScopeAdvice } from "./scope.ts";
import type { Split } from "../split/split.ts";

/** What one part of a proposed split holds. */
export interface PartEstimate extends PairCounts {
  readonly identities: number;
  readonly images: number;
}

/** What a set of pictures offers to training and to measuring. */
export interface Estimate extends PartEstimate {
  /** Of the identities' numbers of images; `imbalance` is the largest over the smallest. */
  readonly imagesPerIdentity: {
    readonly min: number;
    readonly median: number;
    readonly max: number;
    readonly imbalance: number;
  };
  /** Identities with one image, which serve as negatives only. */
  readonly singletons: number;
  /** Of one batch. */
  readonly perBatch: PairCounts;
  /** Batches that show every image; null when there are too few identities for one batch. */
  readonly batchesPerEpoch: number | null;
  readonly scope: Scope;
  readonly nextScope: ScopeAdvice["next"];
  /** Positive pairs if every identity had twice its images. */
  readonly positivePairsWithTwiceTheImages: bigint;
  /** Positive pairs if there were twice the identities: as many new images, fewer new pairs. */
  readonly positivePairsWithTwiceTheIdentities: bigint;
  /** Null when there are too few identities to split. */
  readonly split: Readonly<Record<keyof Split, PartEstimate>> | null;
  /**
   * The smallest false accept rate that the negative pairs of the test part can support: no false
   * accept among n pairs means a rate below 3 / n with 95 % confidence. Null without such pairs.
   *
   * Source: Hanley and Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 1983.
   */
  readonly smallestFar: number | null;
  /** What stands in the way of training as asked, a line each. */
  readonly problems: readonly (UserMessage | Message)[];
}
