import { identify } from "../../identification/identify.ts";
import { isSameName, personName } from "../../identification/person_name.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Engine } from "../engine/engine.ts";
import { galleryMessages as messages } from "./gallery_messages.ts";
import type { EnrolledPerson } from "./gallery_store.ts";
import { makeThumbnail } from "./thumbnail.ts";

/** What came of images that were to be enrolled. */
export interface Enrollment {
  /** The person with their new images; null if none could be opened. */
  readonly person: EnrolledPerson | null;
  /** What to tell about it. */
  readonly said: readonly UserMessage[];
}

/**
 * Enrolls images under a name: those of a new person, or more of one who is there.
 *
 * @param typed the name
 * @param threshold from which similarity on another person is told
 * @throws {UserError} if the name is refused
 */
export async function enroll(
  { engine, people, threshold }: {
    readonly engine: Engine;
    readonly people: readonly EnrolledPerson[];
    readonly threshold: number;
  },
  typed: string,
  images: readonly Blob[],
): Promise<Enrollment> {
  const name = personName(typed);
  const before = people.find((person) => isSameName(person.name, name));
  const others = people.filter((person) => person !== before);
  const embeddings: Float32Array[] = [], thumbnails: string[] = [];
  for (const image of images) {
    try {
      const [thumbnail, { embedding }] = [await makeThumbnail(image), await engine.embed(image)];
      thumbnails.push(thumbnail);
      embeddings.push(embedding);
    } catch {
      // What cannot be opened is counted below.
    }
  }
  const failed = images.length - embeddings.length;
  const said = failed > 0 ? [messages.notOpened({ images: failed })] : [];
  if (embeddings.length === 0) return { person: null, said };
  const found = embeddings
    .map((embedding) => identify(others, embedding, threshold))
    .filter(({ person }) => person)
    .sort((a, b) => b.best!.similarity - a.best!.similarity)[0]?.best;
  const person = {
    id: crypto.randomUUID?.() ?? `${Date.now()}`,
    name,
    enrolled: Date.now(),
    ...before,
    model: engine.modelHash,
    embeddings: [...before?.embeddings ?? [], ...embeddings],
    thumbnails: [...before?.thumbnails ?? [], ...thumbnails],
  };
  return {
    person,
    said: [
      before
        ? messages.added({ name: before.name, images: embeddings.length })
        : messages.enrolled({ name, images: embeddings.length }),
      ...said,
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
