/** An epoch with what validation said of it. */
export interface EpochScore {
  /** From 0. */
  readonly epoch: number;
  readonly auc: number;
  /** Whether the schedule had brought the weights to rest, see `isSettled`. */
  readonly settled: boolean;
}

/**
 * Whether an epoch's weights are to be kept in place of those kept so far: the better AUC wins, the
 * later epoch where they are equal, and a settled epoch over any that was not.
 */
export function isBetterEpoch(epoch: EpochScore, kept: EpochScore | null): boolean {
  if (kept === null) return true;
  if (epoch.settled !== kept.settled) return epoch.settled;
  return epoch.auc >= kept.auc;
}
