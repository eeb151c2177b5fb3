/**
 * The middle part of a sample, by percentiles that are interpolated as `numpy.percentile` does.
 *
 * @param share of the sample that is inside, such as 0.95
 */
export function percentileInterval(
  sample: Float64Array,
  share: number,
): readonly [lower: number, upper: number] {
  const ascending = sample.toSorted();
  const at = (quantile: number) => {
    const place = quantile * (ascending.length - 1), below = Math.floor(place);
    const low = ascending[below]!, high = ascending[below + 1] ?? low;
    return low + (place - below) * (high - low);
  };
  return [at((1 - share) / 2), at((1 + share) / 2)];
}
