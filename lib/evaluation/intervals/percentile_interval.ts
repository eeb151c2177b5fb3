/** A confidence interval, from the lower to the upper end. */
export type ConfidenceInterval = readonly [lower: number, upper: number];

/**
 * The middle part of a sample, by percentiles that are interpolated as `numpy.percentile` does.
 *
 * @param fraction of the sample that lies inside, such as 0.95
 */
export function percentileInterval(sample: Float64Array, fraction: number): ConfidenceInterval {
  const ascending = sample.toSorted();
  const at = (quantile: number) => {
    const place = quantile * (ascending.length - 1), below = Math.floor(place);
    const low = ascending[below]!, high = ascending[below + 1] ?? low;
    return low + (place - below) * (high - low);
  };
  return [at((1 - fraction) / 2), at((1 + fraction) / 2)];
}
