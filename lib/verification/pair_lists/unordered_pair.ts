/**
 * The unordered pair of a number, in the order (0, 1), (0, 2), (1, 2), (0, 3) and so on: of n things
 * there are n(n-1)/2, numbered from 0.
 *
 * @returns the smaller and the larger of the two
 */
export function unorderedPair(number: number): [smaller: number, larger: number] {
  let larger = Math.floor((1 + Math.sqrt(1 + 8 * number)) / 2);
  // The root of a large number may be off by a little.
  while (larger * (larger - 1) / 2 > number) larger--;
  while (larger * (larger + 1) / 2 <= number) larger++;
  return [number - larger * (larger - 1) / 2, larger];
}
