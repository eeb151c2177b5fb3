/**
 * How far RAdam trusts the second moments after some steps (Liu et al., 2020): the variance of the
 * adaptive rate, from the length of an approximated simple moving average.
 *
 * @param steps from 1
 * @param shortest length of that average above which they are trusted at all: 5 in PyTorch, 4 in the
 *   schedule-free library
 * @returns a factor of the learning rate above 0 and below 1, or null if they are not trusted
 */
export function rectification(steps: number, beta2: number, shortest: number): number | null {
  const decayed = beta2 ** steps;
  const longest = 2 / (1 - beta2) - 1;
  const length = longest - 2 * steps * decayed / (1 - decayed);
  if (length <= shortest) return null;
  const now = (length - 4) * (length - 2) / length;
  const inTheEnd = (longest - 4) * (longest - 2) / longest;
  return Math.sqrt(now / inTheEnd);
}
