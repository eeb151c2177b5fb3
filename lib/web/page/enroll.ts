import { identify } from "../../identification/identify.ts";
import { isSameName, personName } from "../../identification/person_name.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { galleryMessages as messages } from "./gallery_messages.ts";
import type { EnrolledPerson } from "./gallery_store.ts";

/** What came of images that were to be enrolled. */
export interface Enrollment {
  /** The person with their new images; null if none could be opened. */
  readonly person: EnrolledPerson | null;
  /** What to tell about it. */
  readonly said: readonly UserMessage[];
}

/** An image that could be opened. */
export interface OpenedImage {
  /** As the model makes it. */
  readonly embedding: Float32Array;
  /** The address of a small image. */
  readonly thumbnail: string;
}

/**
 * Enrolls images under a name: those of a new person, or more of one who is there.
 *
 * @param known.threshold from which similarity on another person is told
 * @param known.model the hash of the model
 * @param typed the name
 * @param failed how many more images could not be opened
 * @throws {UserError} if the name is refused
 */
export function enroll(
  { people, threshold, model }: {
    readonly people: readonly EnrolledPerson[];
    readonly threshold: number;
    readonly model: string;
  },
  typed: string,
  images: readonly OpenedImage[],
  failed: number,
): Enrollment {
  const name = personName(typed);
  const before = people.find((person) => isSameName(person.name, name));
  const others = people.filter((person) => person !== before);
  const notOpened = failed > 0 ? [messages.notOpened({ images: failed })] : [];
  if (images.length === 0) return { person: null, said: notOpened };
  const embeddings = images.map(({ embedding }) => embedding);
  const found = embeddings
    .map((embedding) => identify(others, embedding, threshold))
    .flatMap(({ person, best }) => person && best ? [best] : [])
    .sort((a, b) => b.similarity - a.similarity)[0];
  const person = {
    id: `${Date.now()}-${Math.random()}`,
    name,
    enrolled: Date.now(),
    ...before,
    model,
    embeddings: [...before?.embeddings ?? [], ...embeddings],
    thumbnails: [...before?.thumbnails ?? [], ...images.map(({ thumbnail }) => thumbnail)],
  };
  return {
    person,
    said: [
      before
        ? messages.added({ name: before.name, images: images.length })
        : messages.enrolled({ name, images: images.length }),
      ...notOpened,
      ...found
        ? [messages.looksLike({
          name: person.name,
          other: found.person.name,
          similarity: found.similarity.toFixed(4),
        })]
        : [],
    ],
  };
}
