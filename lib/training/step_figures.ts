import type * as tf from "@tensorflow/tfjs";
import { type TripletSummary, tripletSummary } from "../../kernels/reference/triplet_summary.ts";
import type { OpenBackend } from "../backends/open_backend.ts";
import { message } from "../message.ts";
import { UserError } from "../user_error.ts";
import { CollapseDetector } from "./collapse_detector.ts";
import { addToSums } from "./epoch_sums.ts";
import type { RunProgress } from "./run_progress.ts";
import type { TrainEvent } from "./train_event.ts";
import type { TrainSettings } from "./train_settings.ts";

/** Figures are read back together, so that a GPU does not wait for the processor at every step. */
const stepsPerReadback = 8;

/** Collects the losses' figures, reads them back some steps at a time, and tells of them. */
export class StepFigures {
  readonly #progress: RunProgress;
  readonly #backend: OpenBackend;
  readonly #collapse: CollapseDetector | null;
  readonly #onEvent: ((event: TrainEvent) => void) | undefined;
  #pending: tf.Tensor1D[] = [];

  constructor({ settings, progress, backend, onEvent }: {
    settings: TrainSettings;
    progress: RunProgress;
    backend: OpenBackend;
    onEvent?: (event: TrainEvent) => void;
  }) {
    const { loss, margin } = settings;
    this.#progress = progress;
    this.#backend = backend;
    this.#collapse = loss === "triplet" && margin !== null ? new CollapseDetector(margin) : null;
    this.#onEvent = onEvent;
  }

  /** @param summary `[5]`, of a step; is disposed of here */
  add(summary: tf.Tensor1D): void {
    this.#pending.push(summary);
  }

  /** True where enough wait to be read back. */
  get isFull(): boolean {
    return this.#pending.length === stepsPerReadback;
  }

  /**
   * Adds the figures that wait to the epoch's, and tells.
   *
   * @throws {UserError} when a loss is not a number
   */
  async readBack(): Promise<void> {
    if (this.#pending.length === 0) return;
    const figures: TripletSummary[] = [];
    for (const summary of this.#pending) figures.push(tripletSummary(await summary.data()));
    this.dispose();
    this.#backend.check();
    for (const figure of figures) this.#take(figure);
    this.#tell();
  }

  /** Frees what waits. */
  dispose(): void {
    for (const summary of this.#pending) summary.dispose();
    this.#pending = [];
  }

  #take(figure: TripletSummary): void {
    const { position } = this.#progress;
    if (!Number.isFinite(figure.loss)) {
      throw new UserError(
        message`stopped before step ${position.step}: the loss is not a number any more; the last
          checkpoint is kept; train anew with a smaller --learning-rate`,
      );
    }
    this.#progress.position = { ...position, sums: addToSums(position.sums, figure) };
    const collapse = this.#collapse?.watch(figure);
    if (collapse) this.#onEvent?.({ kind: "warning", message: collapse });
  }

  #tell(): void {
    const { share, seconds, imagesPerSecond, position: { epoch, sums } } = this.#progress;
    this.#onEvent?.({
      kind: "step",
      progress: share,
      epoch,
      imagesPerSecond,
      loss: sums.loss / sums.batches,
      activeShare: sums.active / Math.max(1, sums.valid),
      secondsLeft: share > 0 ? seconds * (1 - share) / share : Infinity,
    });
  }
}
