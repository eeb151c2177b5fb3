/** The power of ten at or below the smallest rate above zero, where a rate of zero is drawn too. */
export function lowestDecade(rates: Iterable<number>): number {
  let smallest = 1;
  for (const rate of rates) if (rate > 0 && rate < smallest) smallest = rate;
  return 10 ** Math.min(-1, Math.floor(Math.log10(smallest)));
}
