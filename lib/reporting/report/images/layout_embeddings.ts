import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { UMAP } from "umap-js";
import { randomStream } from "../../../dataset/sampling/random_stream.ts";
import type { Embeddings } from "../../../evaluation/similarities/embeddings.ts";

/** Neighbors to keep close to each point, if there are as many. */
const neighbors = 8;
/** Fewer points have no neighborhoods to keep. */
const fewest = 5;

/**
 * Lays out embeddings in two dimensions so that neighbors stay neighbors, with UMAP (McInnes, Healy,
 * Melville, 2018). The same rows and seed give the same layout.
 *
 * @param rows `[n]`: the embeddings to lay out, some hundreds at most
 * @param seed a 32-bit integer
 * @returns `[n]`: the place of each row, on any scale; empty for fewer than five rows
 */
export function layoutEmbeddings(
  { values, dimension }: Embeddings,
  rows: readonly number[],
  seed: number,
): readonly (readonly [x: number, y: number])[] {
  if (rows.length < fewest) return [];
  const random = randomStream(seed, 0);
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: Math.min(neighbors, rows.length - 1),
    minDist: 0.05,
    random: () => uniformFloat64(random),
  });
  const vectors = rows.map((row) => [...values.subarray(row * dimension, (row + 1) * dimension)]);
  return umap.fit(vectors).map(([x, y]) => [x!, y!] as const);
}
