import { join } from "node:path";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { trainingDataMessages as messages } from "./messages.ts";
import { nearDuplicates } from "./near_duplicates.ts";
import type { TrainingData } from "./prepare_data.ts";
import {
  exactDuplicates,
  type SplitDuplicate,
  type SplitImage,
  type Stores,
} from "./split_images.ts";

/** The file of a run that lists the copies. */
const duplicatesFile = "duplicates.json";
/** Pairs that a warning names. */
const mostNamed = 3;

/** How many images have a copy in an earlier part of the split. */
export interface DuplicateCounts {
  /** The same file. */
  readonly exact: number;
  /**
   * Nearly the same image. Null where nothing looked for it: in a run that was stopped, that is shorter
   * than an epoch, or that has too many images that look alike.
   */
  readonly near: number | null;
}

/** What a {@linkcode SplitCheck} tells. */
export interface SplitCheckOptions {
  /** Called with each warning. */
  readonly onWarning?: (message: UserMessage) => void;
  /** Called now and then with the fraction of images that are compared, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Looks for images that are in two parts of a run's split, which makes its metrics look better than they
 * are: exact copies as the run begins, near ones once all of its images are decoded. It warns of both,
 * and lists them in the run's `duplicates.json`.
 */
export class SplitCheck {
  readonly #data: TrainingData;
  readonly #options: SplitCheckOptions;
  readonly #exact: readonly SplitDuplicate[];

  /** Looks for exact copies. */
  constructor(data: TrainingData, options: SplitCheckOptions = {}) {
    this.#data = data;
    this.#options = options;
    this.#exact = exactDuplicates(data);
    this.#warn("exactCopies", this.#exact);
  }

  /**
   * Looks for near copies, and writes the run's `duplicates.json`.
   *
   * @param run the folder of the run
   * @param stores null does not look for near copies
   */
  async finish(run: string, stores: Stores | null): Promise<DuplicateCounts> {
    const { onProgress } = this.#options;
    const near = stores && await nearDuplicates(this.#data, stores, this.#exact, onProgress);
    this.#warn("nearCopies", near ?? []);
    const json = JSON.stringify({ exact: this.#exact, near }, null, 2);
    await writeAtomically(join(run, duplicatesFile), json + "\n");
    return { exact: this.#exact.length, near: near && near.length };
  }

  #warn(copies: "exactCopies" | "nearCopies", duplicates: readonly SplitDuplicate[]): void {
    if (duplicates.length === 0) return;
    const named = duplicates.slice(0, mostNamed)
      .map(({ image, of }) => `${describe(image)} = ${describe(of)}`);
    if (duplicates.length > mostNamed) named.push("…");
    this.#options.onWarning?.(
      messages[copies]({
        count: duplicates.length,
        named: named.join("; "),
        file: duplicatesFile,
      }),
    );
  }
}

function describe({ part, path }: SplitImage): string {
  return `${path} (${part})`;
}
