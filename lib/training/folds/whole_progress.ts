import type { TrainingData } from "../data/prepare_data.ts";
import type { TrainEvent } from "../loop/train_event.ts";

/** Tells of the steps of each model of a run with folds as steps of the whole run. */
export class WholeProgress {
  readonly #onEvent: ((event: TrainEvent) => void) | undefined;
  readonly #total: number;
  #done = 0;

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
    return (event) => {
      // A fold that is best so far by its own identities is not chosen for that.
      if (event.kind === "epoch") return this.#onEvent?.({ ...event, best: false });
      if (event.kind !== "step") return this.#onEvent?.(event);
      const ownLeft = (1 - event.progress) * batches;
      const left = this.#total - before - batches + ownLeft;
      this.#onEvent?.({
        ...event,
        progress: 1 - left / this.#total,
        secondsLeft: ownLeft > 0 ? event.secondsLeft * left / ownLeft : Infinity,
      });
    };
  }
}
