import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { UMAP } from "umap-js";
import { randomStream } from "../../../dataset/sampling/random_stream.ts";
import type { Embeddings } from "../../../evaluation/similarities/embeddings.ts";

/** Neighbours that are kept close, where there are as many. */
const neighbours = 8;
/** Fewer points have no neighbourhoods to keep. */
const fewest = 5;

/**
 * Lays out embeddings in two dimensions so that neighbours stay neighbours, by UMAP (McInnes, Healy,
 * Melville, 2018); the same rows and seed give the same layout.
 *
 * @param rows which embeddings, some hundreds at most
 * @returns for each row x and y, on a scale of their own; nothing for fewer than five rows
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
    nNeighbors: Math.min(neighbours, rows.length - 1),
    minDist: 0.05,
    random: () => uniformFloat64(random),
  });
  const vectors = rows.map((row) => [...values.subarray(row * dimension, (row + 1) * dimension)]);
  return umap.fit(vectors).map(([x, y]) => [x!, y!] as const);
}
