import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Rows `[n, d]` and their labels `[n]`. */
export interface Batch {
  readonly n: number;
  readonly d: number;
  readonly values: Float32Array;
  readonly labels: Int32Array;
}

/** Sizes around the widths of tiles and workgroups. Few rows' lengths, since kernels compile for each. */
export const oddSizes: readonly { readonly n: number; readonly d: number }[] = [
  { n: 1, d: 1 },
  { n: 2, d: 3 },
  { n: 3, d: 3 },
  { n: 31, d: 33 },
  { n: 33, d: 33 },
  { n: 257, d: 3 },
];

/** Numbers from -1 to 1, and labels at random, of about four rows each. */
export function randomBatch({ n, d }: { n: number; d: number }, seed = 1): Batch {
  const random = xoroshiro128plus(seed);
  const identities = Math.ceil(n / 4);
  return {
    n,
    d,
    values: Float32Array.from({ length: n * d }, () => 2 * uniformFloat64(random) - 1),
    labels: Int32Array.from({ length: n }, () => Math.floor(identities * uniformFloat64(random))),
  };
}

/** Rows of 16 numbers, each 1/4 or -1/4: of unit length, exact, and full of ties. */
export function tiedBatch(n: number, seed = 1): Batch {
  const batch = randomBatch({ n, d: 16 }, seed);
  return { ...batch, values: batch.values.map((value) => value < 0 ? -0.25 : 0.25) };
}
