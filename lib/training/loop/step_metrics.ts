import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import type { ComputePrecision } from "../../../kernels/webgpu/matmul/compute_precision.ts";
import {
  type TripletSummary,
  tripletSummary,
} from "../../../kernels/reference/triplets/triplet_summary.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { OpenBackend } from "../../backends/open_backend.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import { CollapseDetector } from "./collapse_detector.ts";
import { addToSums } from "../run_folder/epoch_sums.ts";
import type { RunProgress } from "./run_progress.ts";
import { requireFiniteStep, type StepLocation, stoppedFile } from "./require_finite_step.ts";
import type { TrainEvent } from "./train_event.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import type { StepResult } from "./train_step.ts";

/** Figures are read back together, so that a GPU does not wait for the processor at every step. */
const stepsPerReadback = 8;

/** Collects the losses' figures, reads them back some steps at a time, and tells of them. */
export class StepMetrics {
  readonly #run: string;
  readonly #precision: ComputePrecision;
  readonly #progress: RunProgress;
  readonly #backend: OpenBackend;
  readonly #collapse: CollapseDetector | null;
  readonly #optimiser: Optimizer;
  readonly #path: (image: number) => string;
  readonly #onEvent: ((event: TrainEvent) => void) | undefined;
  #pending: { result: StepResult; place: StepLocation }[] = [];

  /**
   * @param options.run the run's folder
   * @param options.path of a picture, by its index
   */
  constructor({ run, settings, progress, backend, optimiser, path, onEvent }: {
    run: string;
    settings: TrainSettings;
    progress: RunProgress;
    backend: OpenBackend;
    optimiser: Optimizer;
    path: (image: number) => string;
    onEvent?: (event: TrainEvent) => void;
  }) {
    const { loss, margin } = settings;
    this.#run = run;
    this.#precision = settings.precision;
    this.#progress = progress;
    this.#backend = backend;
    this.#collapse = loss === "triplet" && margin !== null ? new CollapseDetector(margin) : null;
    this.#optimiser = optimiser;
    this.#path = path;
    this.#onEvent = onEvent;
  }

  /** @param result of a step; is disposed of here */
  add(result: StepResult, place: StepLocation): void {
    this.#pending.push({ result, place });
  }

  /** True where enough wait to be read back. */
  get isFull(): boolean {
    return this.#pending.length === stepsPerReadback;
  }

  /**
   * Adds the figures that wait to the epoch's, and tells.
   *
   * @throws {UserError} at the first step whose loss, gradients or parameters are not finite, after
   *   writing its pictures to the run's `stopped.json`, and when the device was lost
   */
  async readBack(): Promise<void> {
    if (this.#pending.length === 0) return;
    const steps = this.#pending;
    const summaries = await rows(steps.map(({ result }) => result.summary));
    const faults = await rows(steps.map(({ result }) => result.faults));
    this.dispose();
    this.#backend.check();
    for (const [i, { place }] of steps.entries()) {
      const figure = tripletSummary(summaries[i]!);
      const [gradient, parameter] = faults[i]!;
      const found = { loss: figure.loss, faults: [gradient!, parameter!] as const };
      try {
        requireFiniteStep(found, place, this.#optimiser, this.#path, this.#precision);
      } catch (error) {
        await this.#list(place);
        throw error;
      }
      this.#take(figure);
    }
    this.#tell();
  }

  /** Frees what waits. */
  dispose(): void {
    for (const { result } of this.#pending) tf.dispose([result.summary, result.faults]);
    this.#pending = [];
  }

  /** Names all of a step's pictures, which a line has no room for. */
  async #list({ step, images }: StepLocation): Promise<void> {
    const stopped = { step: step + 1, pictures: images.map(this.#path) };
    await writeAtomically(join(this.#run, stoppedFile), JSON.stringify(stopped, null, 2) + "\n");
  }

  #take(figure: TripletSummary): void {
    const { position } = this.#progress;
    this.#progress.position = { ...position, sums: addToSums(position.sums, figure) };
    const collapse = this.#collapse?.watch(figure);
    if (collapse) this.#onEvent?.({ kind: "warning", message: collapse });
  }

  #tell(): void {
    const { fraction: share, seconds, imagesPerSecond, position: { epoch, sums } } = this.#progress;
    this.#onEvent?.({
      kind: "step",
      progress: share,
      epoch,
      imagesPerSecond,
      loss: sums.loss / sums.batches,
      activeFraction: sums.active / Math.max(1, sums.valid),
      secondsLeft: share > 0 ? seconds * (1 - share) / share : Infinity,
    });
  }
}

/** Reads tensors `[k]` of one length together, which costs a GPU a single wait. */
async function rows(tensors: tf.Tensor1D[]): Promise<number[][]> {
  const stacked = tf.stack(tensors);
  const values = await stacked.data();
  stacked.dispose();
  const length = values.length / tensors.length;
  return tensors.map((_, i) => [...values.slice(i * length, (i + 1) * length)]);
}
