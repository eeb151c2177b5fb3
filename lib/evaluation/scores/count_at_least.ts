import { partitionPoint } from "./partition_point.ts";

/** How many of the ascending scores are at least the threshold. */
export function countAtLeast(ascending: Float32Array, threshold: number): number {
  return ascending.length - partitionPoint(ascending, (score) => score < threshold);
}
