import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Embeddings } from "../../../lib/evaluation/similarities/embeddings.ts";

/** Random embeddings of unit length, pulled towards a random centre for each label. */
export function unitEmbeddings(
  labels: readonly number[],
  dimension: number,
  seed: number,
): Embeddings {
  const random = xoroshiro128plus(seed);
  const draw = () => uniformFloat64(random) * 2 - 1;
  const centres = Array.from(
    { length: Math.max(0, ...labels) + 1 },
    () => Array.from({ length: dimension }, draw),
  );
  const values = labels.flatMap((label) => {
    const row = centres[label]!.map((centre) => centre + draw());
    const length = Math.hypot(...row);
    return row.map((value) => value / length);
  });
  return { values: Float32Array.from(values), dimension, labels: Int32Array.from(labels) };
}
