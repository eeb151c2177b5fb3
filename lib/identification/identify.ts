import { cosineSimilarity } from "../evaluation/similarities/cosine_similarity.ts";
import { UserError } from "../language/user_error.ts";
import type { Gallery, Person } from "./gallery.ts";
import { identificationMessages as messages } from "./messages.ts";

/** How similar a person of the gallery is to a probe. */
export interface Candidate<P extends Person = Person> {
  /** The person. */
  readonly person: P;
  /** Cosine similarity of the probe and the most similar of their images, -1 to 1. */
  readonly similarity: number;
}

/** Who a probe shows. */
export interface Identification<P extends Person = Person> {
  /** The person; null for an unknown. */
  readonly person: P | null;
  /** The most similar person, whether or not the threshold is reached; null in an empty gallery. */
  readonly best: Candidate<P> | null;
  /** The next one; null if there is one person at most. */
  readonly runnerUp: Candidate<P> | null;
}

/**
 * Says who of a gallery a probe shows, or that it is an unknown. A person is as similar as the best of
 * their images; the most similar person counts if they reach the threshold.
 *
 * @param probe the embedding of an image, of unit length
 * @param threshold a similarity: see {@linkcode chooseIdentificationThreshold}
 * @throws {UserError} if an embedding is not of numbers
 */
export function identify<P extends Person>(
  gallery: Gallery<P>,
  probe: Float32Array,
  threshold: number,
): Identification<P> {
  let best: Candidate<P> | null = null, runnerUp: Candidate<P> | null = null;
  for (const person of gallery) {
    const similarity = Math.max(
      ...person.embeddings.map((own) => cosineSimilarity(own, probe, probe.length)),
    );
    if (Number.isNaN(similarity)) throw new UserError(messages.embeddingsNotFinite());
    const candidate = { person, similarity };
    if (!best || similarity > best.similarity) [best, runnerUp] = [candidate, best];
    else if (!runnerUp || similarity > runnerUp.similarity) runnerUp = candidate;
  }
  return { person: best && best.similarity >= threshold ? best.person : null, best, runnerUp };
}
