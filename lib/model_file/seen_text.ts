import * as v from "valibot";

/** Digits of a hash that are kept: among two million images, two share them with a probability of 1e-7. */
export const hashDigits = 16;
/** A thumbnail as text, see `thumbnailText`. */
const thumbnailLength = 72;
/** With more images, none has a thumbnail: a record takes 90 MB at most, or 17 bytes an image. */
const mostThumbnails = 1_000_000;

/** Images of one part of a split that a training saw, and whom they show. */
export interface SeenPart {
  /** Names of the identities; null if they are not recorded. */
  readonly identities: readonly string[] | null;
  /** SHA-256 of each file's content in hexadecimal digits, the first 16 or more. */
  readonly hashes: readonly string[];
  /** The thumbnail of each image as text, see `thumbnailText`; null if they are not recorded. */
  readonly thumbnails: readonly string[] | null;
}

/** What one training saw. */
export interface SeenByTraining {
  /** What it trained on. */
  readonly training: SeenPart;
  /** What its epoch and its threshold were chosen by. */
  readonly validation: SeenPart;
}

const part = v.strictObject({
  identities: v.nullable(v.array(v.string())),
  images: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  thumbnails: v.boolean(),
});
const header = v.pipe(
  v.string(),
  v.parseJson(),
  v.nullable(v.strictObject({ training: part, validation: part })),
);

/**
 * Formats what trainings saw: for each a line of JSON with the names, and then a line for each image that
 * it trained on or validated on, with 16 digits of its hash and, if there is one, its thumbnail. A
 * training without a record is the line `null`.
 */
export function formatSeen(trainings: readonly (SeenByTraining | null)[]): string {
  const parts = trainings.flatMap((seen) => seen ? [seen.training, seen.validation] : []);
  const images = parts.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const thumbnailsOf = ({ thumbnails }: SeenPart) => images <= mostThumbnails ? thumbnails : null;
  const head = (part: SeenPart) => ({
    identities: part.identities,
    images: part.hashes.length,
    thumbnails: thumbnailsOf(part) !== null,
  });
  const lines: string[] = [];
  for (const seen of trainings) {
    if (!seen) {
      lines.push("null\n");
      continue;
    }
    const { training, validation } = seen;
    const json = { training: head(training), validation: head(validation) };
    lines.push(`${JSON.stringify(json)}\n`);
    for (const part of [training, validation]) {
      const thumbnails = thumbnailsOf(part);
      for (const [index, hash] of part.hashes.entries()) {
        lines.push(`${hash.slice(0, hashDigits)}${thumbnails ? thumbnails[index] : ""}\n`);
      }
    }
  }
  return lines.join("");
}

/** Reads what {@linkcode formatSeen} wrote; null if it is damaged. */
export function parseSeen(text: string): (SeenByTraining | null)[] | null {
  const trainings: (SeenByTraining | null)[] = [];
  let at = 0;
  const read = ({ identities, images, thumbnails }: v.InferOutput<typeof part>) => {
    const length = hashDigits + (thumbnails ? thumbnailLength : 0) + 1;
    const lines = parseLines(text.slice(at, at + images * length), thumbnails);
    at += images * length;
    return lines?.hashes.length === images ? { identities, ...lines } : null;
  };
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const { success, output } = v.safeParse(header, text.slice(at, end));
    if (end < 0 || !success) return null;
    at = end + 1;
    if (!output) {
      trainings.push(null);
      continue;
    }
    const training = read(output.training), validation = training && read(output.validation);
    if (!training || !validation) return null;
    trainings.push({ training, validation });
  }
  return trainings;
}

/** Lines with the hash of an image each, and its thumbnail where they have one; null for others. */
export function parseLines(
  text: string,
  thumbnails: boolean,
): Pick<SeenPart, "hashes" | "thumbnails"> | null {
  const lengths = thumbnails ? thumbnailLength : 0;
  const line = new RegExp(`^[0-9a-f]{${hashDigits}}[A-Za-z0-9+/]{${lengths}}\n$`);
  const length = hashDigits + lengths + 1;
  const hashes: string[] = [], texts: string[] = [];
  for (let begin = 0; begin < text.length; begin += length) {
    const found = text.slice(begin, begin + length);
    // A damaged file may have many million lines.
    if (!line.test(found)) return null;
    hashes.push(found.slice(0, hashDigits));
    if (thumbnails) texts.push(found.slice(hashDigits, -1));
  }
  return { hashes, thumbnails: thumbnails ? texts : null };
}
