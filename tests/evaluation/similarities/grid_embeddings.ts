import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { Embeddings } from "../../../lib/evaluation/similarities/embeddings.ts";

/** Random embeddings of two numbers, quarters of one, not of unit length, so that many pairs tie. */
export function gridEmbeddings(labels: readonly number[], seed: number): Embeddings {
  const random = xoroshiro128plus(seed);
  const values = Float32Array.from(
    { length: labels.length * 2 },
    () => uniformInt(random, -2, 2) / 4,
  );
  return { values, dimension: 2, labels: Int32Array.from(labels) };
}
