/**
 * Half a cosine from 1 down to a floor (Loshchilov and Hutter, 2017), as PyTorch's
 * `CosineAnnealingLR` has it: beyond 1 it climbs again.
 *
 * @param turn 0 at the top, 1 at the floor
 */
export function cosineAnnealing(turn: number, floor: number): number {
  return floor + (1 - floor) * ((1 + Math.cos(Math.PI * turn)) / 2);
}
