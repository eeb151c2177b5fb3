/** The distances between two embeddings. */
export const distanceNames = ["cosine", "euclidean", "squared", "dot"] as const;

/**
 * How far apart two embeddings are; the smaller, the more alike.
 *
 * - `cosine`: 1 - cosine similarity, 0 to 2.
 * - `euclidean`: between embeddings of unit length, 0 to 2.
 * - `squared`: the square of `euclidean`, 0 to 4.
 * - `dot`: minus the dot product of embeddings as they are, of any size.
 */
export type DistanceName = typeof distanceNames[number];
