import type { TrainingData } from "../data/prepare_data.ts";
import type { TrainEvent } from "../loop/train_event.ts";

/** Tells what each model of a run with folds tells as part of the whole run. */
export class WholeProgress {
  readonly #onEvent: ((event: TrainEvent) => void) | undefined;
  readonly #total: number;
  #done = 0;
  #saidDuration = false;

  /** @param onEvent called with what the run tells */
  constructor(
    { folds, batchesPerEpoch }: Pick<TrainingData, "folds" | "batchesPerEpoch">,
    onEvent?: (event: TrainEvent) => void,
  ) {
    this.#onEvent = onEvent;
    // All models train for the same epochs.
    this.#total = folds.reduce((sum, fold) => sum + fold.batchesPerEpoch, batchesPerEpoch);
  }

  /**
   * Listens to the next model.
   *
   * @param batches of its every epoch
   */
  of(batches: number): (event: TrainEvent) => void {
    const before = this.#done;
    this.#done += batches;
    const later = this.#total - this.#done;
    let ownLeft = batches;
    const scale = (seconds: number) =>
      ownLeft > 0 ? seconds * (ownLeft + later) / ownLeft : Infinity;
    return (event) => {
      switch (event.kind) {
        case "step":
          ownLeft = (1 - event.progress) * batches;
          return this.#onEvent?.({
            ...event,
            progress: (before + batches - ownLeft) / this.#total,
            secondsLeft: scale(event.secondsLeft),
          });
        case "duration":
          if (this.#saidDuration) return;
          this.#saidDuration = true;
          return this.#onEvent?.({ ...event, seconds: scale(event.seconds) });
        case "epoch":
          // A fold that is best so far by its own identities is not chosen for that.
          return this.#onEvent?.({ ...event, best: false });
        default:
          return this.#onEvent?.(event);
      }
    };
  }
}
