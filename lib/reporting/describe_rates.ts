/** Measured error rates, and on how many pairs each was measured. */
export interface MeasuredRates {
  readonly far: number;
  readonly frr: number;
  readonly positivePairs: number;
  readonly negativePairs: number;
}

/**
 * Says in one sentence what the rates at a threshold mean.
 *
 * @param where what the pairs are of, such as "identities held out of training"
 */
export function describeRates(rates: MeasuredRates, where: string): string {
  const accepted = ofPairs(rates.far, rates.negativePairs);
  const rejected = ofPairs(rates.frr, rates.positivePairs);
  return `On ${where}, this threshold took ${accepted} of two different identities for the same one, ` +
    `and ${rejected} of the same identity for two different ones.`;
}

/** A rate as a percentage of pairs; none at all is told with what it can vouch for. */
function ofPairs(rate: number, pairs: number): string {
  const count = `${pairs.toLocaleString("en-US")} pair${pairs === 1 ? "" : "s"}`;
  if (rate > 0) return `${percent(rate)} of ${count}`;
  // The rule of three: none among n means a rate below 3 / n, with 95 % confidence.
  return pairs > 3 ? `none (so fewer than ${percent(3 / pairs)}) of ${count}` : `none of ${count}`;
}

function percent(rate: number): string {
  return `${Number((100 * rate).toPrecision(2))} %`;
}
