import { join } from "node:path";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { trainingDataMessages as messages } from "./messages.ts";
import { copiesWithin } from "../../images/near_copies/copies_within.ts";
import type { SeenImages } from "../../model_file/seen_images.ts";
import { nearCopiesOfSeen } from "../../verification/near_copies_of_seen.ts";
import { nearDuplicates } from "./near_duplicates.ts";
import type { TrainingData } from "./prepare_data.ts";
import type { PartThumbnails } from "./read_thumbnails.ts";
import {
  exactDuplicates,
  type SplitDuplicate,
  type SplitImage,
  splitImages,
} from "./split_images.ts";

/** The file of a run that lists the copies. */
const duplicatesFile = "duplicates.json";
/** Pairs that a warning names. */
const mostNamed = 3;

/** How many held-out images are copies. Null where nothing looked for them, see `near`. */
export interface DuplicateCounts {
  /** The same file as one in an earlier part of the split. */
  readonly exact: number;
  /**
   * Nearly the same image as one in an earlier part. Null where nothing looked for it: in a run that was
   * stopped, that is shorter than an epoch, or that has too many images that look alike.
   */
  readonly near: number | null;
  /** Of both, those that are in two identities of one folder: at least one label is wrong. */
  readonly conflicts: number;
  /** Copies of another image of the same identity, exact or near. */
  readonly within: number | null;
  /** Near copies of what the initial weights were trained on. */
  readonly before: number | null;
}

/** What a {@linkcode SplitCheck} finishes with. */
export interface ThumbnailsToCheck {
  /** Null does not look for near copies. */
  readonly thumbnails: PartThumbnails | null;
  /** What the initial weights saw; null for weights that saw no identity. */
  readonly before: SeenImages | null;
}

/**
 * Looks for images that are in two parts of a run's split, which makes its metrics wrong: exact copies as
 * the run begins, near ones once all of its images are decoded. It warns of both, and lists them in the run's
 * `duplicates.json`.
 */
export class SplitCheck {
  readonly #data: TrainingData;
  readonly #onWarning: ((message: UserMessage) => void) | undefined;
  readonly #exact: readonly SplitDuplicate[];

  /**
   * Looks for exact copies.
   *
   * @param onWarning called with each warning
   */
  constructor(data: TrainingData, onWarning?: (message: UserMessage) => void) {
    this.#data = data;
    this.#onWarning = onWarning;
    this.#exact = exactDuplicates(data);
    this.#warn("exact", this.#exact);
  }

  /**
   * Looks for near copies, and writes the run's `duplicates.json`.
   *
   * @param run the folder of the run
   */
  async finish(
    run: string,
    { thumbnails, before }: ThumbnailsToCheck,
  ): Promise<DuplicateCounts> {
    const near = thumbnails && nearDuplicates(this.#data, thumbnails, this.#exact);
    this.#warn("near", near ?? []);
    const json = JSON.stringify({ exact: this.#exact, near }, null, 2);
    await writeAtomically(join(run, duplicatesFile), json + "\n");
    return {
      exact: this.#exact.length,
      near: near && near.length,
      conflicts: [...this.#exact, ...near ?? []].filter((copy) => this.#isConflict(copy)).length,
      within: thumbnails && copiesWithinIdentities(this.#data, thumbnails),
      before: thumbnails && copiesOfSeen(thumbnails, before),
    };
  }

  /** True for two identities of one folder. */
  #isConflict({ image, of }: SplitDuplicate): boolean {
    const { catalog, validation, test } = this.#data;
    const catalogs = { train: catalog, validation: validation.catalog, test: test.catalog };
    return catalogs[image.part] === catalogs[of.part];
  }

  #warn(kind: "exact" | "near", duplicates: readonly SplitDuplicate[]): void {
    const { conflicts = [], copies = [] } = Object.groupBy(
      duplicates,
      (copy) => this.#isConflict(copy) ? "conflicts" : "copies",
    );
    this.#tell(kind === "exact" ? messages.exactConflicts : messages.nearConflicts, conflicts);
    this.#tell(kind === "exact" ? messages.exactCopies : messages.nearCopies, copies);
  }

  #tell(say: typeof messages.exactCopies, duplicates: readonly SplitDuplicate[]): void {
    if (duplicates.length === 0) return;
    const named = duplicates.slice(0, mostNamed)
      .map(({ image, of }) => `${describe(image)} = ${describe(of)}`);
    if (duplicates.length > mostNamed) named.push("…");
    this.#onWarning?.(
      say({ count: duplicates.length, named: named.join("; "), file: duplicatesFile }),
    );
  }
}

function copiesWithinIdentities(data: TrainingData, thumbnails: PartThumbnails): number {
  const measured = (part: SplitImage["part"]) => part !== "train" || data.folds.length > 0;
  return splitImages(data).filter(({ part }) => measured(part)).flatMap(({ part, images }) => {
    const known = images.flatMap(({ label, hash }, index) => {
      const thumbnail = thumbnails[part][index];
      return thumbnail ? [{ label, hash, thumbnail }] : [];
    });
    return Map.groupBy(known, ({ label }) => label).values().map(copiesWithin).toArray();
  }).reduce((sum, count) => sum + count, 0);
}

function copiesOfSeen(
  { validation, test }: PartThumbnails,
  before: SeenImages | null,
): number | null {
  if (!before) return 0;
  const held = [...validation, ...test].entries()
    .flatMap(([index, thumbnail]) => thumbnail ? [[index, thumbnail] as const] : []);
  return nearCopiesOfSeen(before.trainedOn(), new Map(held))?.size ?? null;
}

function describe({ part, path }: SplitImage): string {
  return `${path} (${part})`;
}
