const sides = [64, 32, 16];

/**
 * The side of the tiles that cover a side of a matrix: large tiles read less for each product, small
 * ones leave less of themselves beyond the edge.
 */
export function tileSide(length: number): number {
  const cost = (side: number) => Math.ceil(length / side) * (side + 8);
  return sides.reduce((best, side) => cost(side) < cost(best) ? side : best);
}
