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
import { addToSums } from "../run_folder/position.ts";
import { RunDuration } from "./run_duration.ts";
import type { RunProgress } from "./run_progress.ts";
import { requireFiniteStep, type StepLocation, stoppedFile } from "./require_finite_step.ts";
import type { TrainEvent } from "./train_event.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import type { StepResult } from "./train_step.ts";

/** Steps whose metrics are read back together, so that a GPU does not wait at every step. */
const stepsPerReadback = 8;

/** Collects the metrics of steps, reads them back some steps at a time, and tells them. */
export class StepMetrics {
  readonly #run: string;
  readonly #precision: ComputePrecision;
  readonly #progress: RunProgress;
  readonly #backend: OpenBackend;
  readonly #collapse: CollapseDetector;
  readonly #duration: RunDuration;
  readonly #optimizer: Optimizer;
  readonly #path: (image: number) => string;
  readonly #onEvent: ((event: TrainEvent) => void) | undefined;
  #pending: { result: StepResult; place: StepLocation }[] = [];

  /**
   * @param options.run the folder of the run
   * @param options.batches of the whole run; infinite if a time limit alone ends it
   * @param options.path the path of an image, by its index
   */
  constructor({ run, settings, progress, backend, batches, optimizer, path, onEvent }: {
    run: string;
    settings: TrainSettings;
    progress: RunProgress;
    backend: OpenBackend;
    batches: number;
    optimizer: Optimizer;
    path: (image: number) => string;
    onEvent?: (event: TrainEvent) => void;
  }) {
    this.#run = run;
    this.#precision = settings.precision;
    this.#progress = progress;
    this.#backend = backend;
    this.#collapse = new CollapseDetector(settings);
    this.#duration = new RunDuration(settings.minutes === null ? batches : Infinity);
    this.#optimizer = optimizer;
    this.#path = path;
    this.#onEvent = onEvent;
  }

  /** Adds the result of a step, and disposes of it later. */
  add(result: StepResult, place: StepLocation): void {
    this.#pending.push({ result, place });
  }

  /** True once enough steps wait to be read back. */
  get isFull(): boolean {
    return this.#pending.length === stepsPerReadback;
  }

  /**
   * Adds the metrics that wait to those of the epoch, and tells them.
   *
   * @throws {UserError} at the first step whose loss, gradients or parameters are not finite, after
   *   it wrote the images of that step to the run's `stopped.json`, and if the device was lost
   */
  async readBack(): Promise<void> {
    if (this.#pending.length === 0) return;
    const steps = this.#pending;
    const summaries = await rows(steps.map(({ result }) => result.summary));
    const faults = await rows(steps.map(({ result }) => result.faults));
    const spreads = await rows(steps.map(({ result }) => result.spread));
    this.dispose();
    this.#backend.check();
    for (const [i, { place }] of steps.entries()) {
      const metrics = tripletSummary(summaries[i]!);
      const [gradient, parameter] = faults[i]!;
      const found = { loss: metrics.loss, faults: [gradient!, parameter!] as const };
      try {
        requireFiniteStep(found, place, this.#optimizer, this.#path, this.#precision);
      } catch (error) {
        await this.#writeStopped(place);
        throw error;
      }
      this.#take(metrics);
      const collapse = this.#collapse.watch({ ...metrics, spread: spreads[i]![0]! }, place.step);
      if (collapse) this.#onEvent?.({ kind: "warning", message: collapse });
    }
    this.#tell();
  }

  /** Frees the results that wait. */
  dispose(): void {
    for (const { result } of this.#pending) {
      tf.dispose([result.summary, result.spread, result.faults]);
    }
    this.#pending = [];
  }

  /** Lists all images of a step, which a message has no room for. */
  async #writeStopped({ step, images }: StepLocation): Promise<void> {
    const stopped = { step: step + 1, images: images.map(this.#path) };
    await writeAtomically(join(this.#run, stoppedFile), JSON.stringify(stopped, null, 2) + "\n");
  }

  #take(metrics: TripletSummary): void {
    const { position } = this.#progress;
    this.#progress.position = { ...position, sums: addToSums(position.sums, metrics) };
  }

  #tell(): void {
    const { fraction, seconds, imagesPerSecond, position: { epoch, step, sums } } = this.#progress;
    this.#onEvent?.({
      kind: "step",
      progress: fraction,
      epoch,
      imagesPerSecond,
      loss: sums.loss / sums.batches,
      activeFraction: sums.active / Math.max(1, sums.valid),
      secondsLeft: fraction > 0 ? seconds * (1 - fraction) / fraction : Infinity,
    });
    const left = this.#duration.watch(step);
    if (left !== null) this.#onEvent?.({ kind: "duration", seconds: left });
  }
}

/** Reads tensors `[k]` of one length together, so that a GPU waits once. */
async function rows(tensors: tf.Tensor1D[]): Promise<number[][]> {
  const stacked = tf.stack(tensors);
  const values = await stacked.data();
  stacked.dispose();
  const length = values.length / tensors.length;
  return tensors.map((_, i) => [...values.slice(i * length, (i + 1) * length)]);
}
