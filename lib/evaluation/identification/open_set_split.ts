import { randomStream } from "../../dataset/sampling/random_stream.ts";
import { shuffle } from "../../dataset/sampling/shuffle.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import { rowsByIdentity } from "../similarities/rows_by_identity.ts";

/** Rows of embeddings, as `openSetIdentification` takes them. */
export interface OpenSetSplit {
  /** Images of known identities. */
  readonly gallery: readonly number[];
  /** Images to identify, of known identities and of unknown ones. */
  readonly probes: readonly number[];
}

/**
 * Divides images for open-set identification: half of the identities, rounded down and chosen by
 * `seed`, are unknown, and all their images are probes; of each other identity the first image is
 * in the gallery, and the rest are probes.
 *
 * @param seed a 32-bit integer
 */
export function openSetSplit({ labels }: Pick<Embeddings, "labels">, seed: number): OpenSetSplit {
  const { rows } = rowsByIdentity(labels);
  const drawn = shuffle(rows, randomStream(seed, 0));
  const unknown = drawn.slice(0, Math.floor(rows.length / 2));
  const known = drawn.slice(unknown.length);
  const ascending = (a: number, b: number) => a - b;
  return {
    gallery: known.map(([first]) => first!).sort(ascending),
    probes: [...known.flatMap((own) => own.slice(1)), ...unknown.flat()].sort(ascending),
  };
}
