import { join } from "node:path";
import { writeAtomically } from "../../io/write_atomically.ts";
import { type Message, message } from "../../language/message.ts";
import { exactDuplicates } from "./exact_duplicates.ts";
import { nearDuplicates } from "./near_duplicates.ts";
import type { TrainingData } from "./prepare_data.ts";
import type { SplitDuplicate, SplitImage, Stores } from "./split_images.ts";
import type { TrainEvent } from "../loop/train_event.ts";

/** The file of a run that lists them. */
const duplicatesFile = "duplicates.json";
/** Pairs that a warning names. */
const mostNamed = 3;

/** How many pictures have a copy in an earlier part of the split. */
export interface DuplicateCounts {
  readonly exact: number;
  /**
   * Null where that was not looked for: in a run that was stopped, or shorter than an epoch, or with
   * too many alike.
   */
  readonly near: number | null;
}

/**
 * Looks for pictures that are in two parts of a run's split, which flatter its figures: exact copies
 * as the run begins, near ones when its pictures have all been decoded. Both are warned of and end up
 * in the run's `duplicates.json`.
 */
export class SplitCheck {
  readonly #data: TrainingData;
  readonly #onEvent: ((event: TrainEvent) => void) | undefined;
  readonly #exact: readonly SplitDuplicate[];

  /** Looks for exact copies. */
  constructor(data: TrainingData, onEvent?: (event: TrainEvent) => void) {
    this.#data = data;
    this.#onEvent = onEvent;
    this.#exact = exactDuplicates(data);
    this.#warn(this.#exact, message`the same file as`);
  }

  /**
   * Looks for near copies, and writes the run's `duplicates.json`.
   *
   * @param stores null leaves near copies alone
   */
  async finish(run: string, stores: Stores | null): Promise<DuplicateCounts> {
    const near = stores && await nearDuplicates(
      this.#data,
      stores,
      this.#exact,
      (progress) => this.#onEvent?.({ kind: "comparing", progress }),
    );
    this.#warn(near ?? [], message`nearly the same as`);
    const json = JSON.stringify({ exact: this.#exact, near }, null, 2);
    await writeAtomically(join(run, duplicatesFile), json + "\n");
    return { exact: this.#exact.length, near: near && near.length };
  }

  #warn(duplicates: readonly SplitDuplicate[], are: Message): void {
    if (duplicates.length === 0) return;
    const named = duplicates.slice(0, mostNamed)
      .map(({ picture, of }) => `${describe(picture)} = ${describe(of)}`);
    this.#onEvent?.({
      kind: "warning",
      message: message`${
        duplicates.length === 1
          ? message`1 held-out picture is`
          : message`${duplicates.length} held-out pictures are`
      } ${are} one of training or validation, which flatters the figures:
        ${named.join("; ")}${
        duplicates.length > mostNamed ? message` and so on` : ""
      }; the run's ${duplicatesFile} lists all`,
    });
  }
}

function describe({ part, path }: SplitImage): string {
  return `${path} (${part})`;
}
