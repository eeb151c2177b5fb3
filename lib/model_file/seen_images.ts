import { join } from "node:path";
import * as v from "valibot";
import { UserError } from "../language/user_error.ts";
import { modelFileMessages } from "./messages.ts";
import { ifExists } from "../io/if_exists.ts";
import { readBoundedText } from "../io/read_bounded_text.ts";
import { writeAtomically } from "../io/write_atomically.ts";
import {
  formatSeen,
  hashDigits,
  parseLines,
  parseSeen,
  type SeenByTraining,
  type SeenPart,
} from "./seen_text.ts";

/** The file of a run that records what it saw. */
const seenFile = "seen.txt";
/** The file of a run that names the identities of each part. */
const splitFile = "split.json";
/** Bytes that are read, of either file: those of four million images. */
const mostBytes = 2 ** 28 + 2 ** 27;

/** What a record lacks. */
export interface SeenGaps {
  /** True if the names of some identities are missing, as in runs of early versions. */
  readonly names: boolean;
  /** True if some images have no thumbnail: in runs of early versions, and in runs that were stopped. */
  readonly thumbnails: boolean;
  /** True if nothing is known of a training whose weights the model started from. */
  readonly weights: boolean;
}

/**
 * What a model saw: it must not be measured on that. It holds what its training saw, and what those
 * trainings saw whose weights it started from. Images are known by their content, so a renamed copy is
 * known too, and by thumbnails, so a copy that was compressed again is known too. Identities are known
 * by their names.
 */
export class SeenImages {
  readonly #parts: readonly SeenPart[];
  readonly #hashes: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;

  /**
   * Makes a record.
   *
   * @param trainings the model's own first, then those that its initial weights come from; null for one
   *   that left no record
   */
  constructor(readonly trainings: readonly (SeenByTraining | null)[]) {
    this.#parts = trainings.flatMap((seen) => seen ? [seen.training, seen.validation] : []);
    this.#hashes = new Set(
      this.#parts.values().flatMap(({ hashes }) => hashes).map((hash) => hash.slice(0, hashDigits)),
    );
    this.#names = new Set(
      this.#parts.values().flatMap(({ identities }) => identities ?? [])
        .map((name) => name.normalize()),
    );
  }

  /** What is not recorded. */
  get gaps(): SeenGaps {
    return {
      names: this.#parts.some(({ identities }) => identities === null),
      thumbnails: this.#parts.some(({ hashes, thumbnails }) => hashes.length > 0 && !thumbnails),
      weights: this.trainings.includes(null),
    };
  }

  /** True for the hash of an image that was seen. */
  has(hash: string): boolean {
    return this.#hashes.has(hash.slice(0, hashDigits));
  }

  /** True for the name of an identity that was seen, in any of its Unicode forms. */
  hasName(name: string): boolean {
    return this.#names.has(name.normalize());
  }

  /** Yields the thumbnail of each image that was seen, as `thumbnailText` makes it. */
  *thumbnails(): Generator<string, void> {
    for (const { thumbnails } of this.#parts) if (thumbnails) yield* thumbnails;
  }

  /** The same without what trainings only validated on: their weights did not learn from that. */
  trainedOn(): SeenImages {
    const validation: SeenPart = { identities: [], hashes: [], thumbnails: null };
    return new SeenImages(this.trainings.map((seen) => seen && { ...seen, validation }));
  }

  /** Writes a run's `seen.txt`, see {@linkcode formatSeen}. */
  async write(run: string): Promise<void> {
    await writeAtomically(join(run, seenFile), formatSeen(this.trainings));
  }

  /**
   * Reads what the model of a run saw.
   *
   * @returns null if the run does not record it, as the first ones
   * @throws {UserError} if its file is damaged
   */
  static async read(run: string): Promise<SeenImages | null> {
    const path = join(run, seenFile);
    const text = await ifExists(readBoundedText(path, mostBytes));
    if (text === null) return null;
    const trainings = /^[{n]/.test(text) ? parseSeen(text) : await readEarly(text, run);
    if (trainings) return new SeenImages(trainings);
    throw new UserError(modelFileMessages.seenDamaged({ path }));
  }
}

const split = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ train: v.array(v.string()), validation: v.array(v.string()) }),
);

/** Runs of early versions record hashes alone, of both parts together; their split has names. */
async function readEarly(text: string, run: string): Promise<SeenByTraining[] | null> {
  const lines = parseLines(text, false);
  const names = await ifExists(readBoundedText(join(run, splitFile), mostBytes));
  const { success, output } = v.safeParse(split, names);
  return lines && [{
    training: { identities: success ? output.train : null, ...lines },
    validation: { identities: success ? output.validation : null, hashes: [], thumbnails: null },
  }];
}
