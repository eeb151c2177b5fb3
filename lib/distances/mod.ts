/**
 * Distances between embeddings, with their gradients.
 *
 * @module
 */
export { distanceMatrix } from "./distance_matrix.ts";
export { type DistanceName, distanceNames } from "./distance_name.ts";
