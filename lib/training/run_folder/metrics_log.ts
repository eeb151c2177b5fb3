import { writeAtomically } from "../../io/write_atomically.ts";
import type { TensorBoardValue } from "../../reporting/tensorboard/tensorboard_event.ts";
import { EventLog } from "../../reporting/tensorboard/event_log.ts";
import { type EpochMetrics, metricsPath, readMetrics } from "./epoch_metrics.ts";

/** Appends to a run's `metrics.jsonl`, and to its event files for TensorBoard. */
export class MetricsLog {
  readonly #path: string;
  readonly #events: EventLog;

  /** @param run the folder of the run */
  constructor(run: string) {
    this.#path = metricsPath(run);
    this.#events = new EventLog(run);
  }

  /** Removes the epochs that a resumed run does again. */
  async truncateToEpoch(epoch: number): Promise<void> {
    const done = (await readMetrics(this.#path)).filter((line) => line.epoch < epoch);
    await writeAtomically(this.#path, done.map(toLine).join(""));
    await this.#events.truncateToStep(done.at(-1)?.step ?? 0);
  }

  /** Adds an epoch. */
  async append(metrics: EpochMetrics): Promise<void> {
    await Deno.writeTextFile(this.#path, toLine(metrics), { append: true });
    await this.#events.append(metrics.step, epochScalars(metrics));
  }
}

function toLine(metrics: EpochMetrics): string {
  return JSON.stringify(metrics) + "\n";
}

/** The metrics as TensorBoard's curves. */
function epochScalars(metrics: EpochMetrics): TensorBoardValue[] {
  const { epoch, validation, tensors, residentMebibytes } = metrics;
  const curves: Record<string, number> = {
    "training/loss": metrics.loss,
    "training/active fraction": metrics.activeFraction,
    "training/mean positive distance": metrics.meanPositive,
    "training/mean negative distance": metrics.meanNegative,
    "training/learning rate": metrics.learningRate,
    "training/images per second": metrics.imagesPerSecond,
    "training/epoch": epoch,
    "validation/AUC": validation.auc,
    "validation/EER": validation.eer,
    "machine/tensors": tensors,
    "machine/resident MiB": residentMebibytes,
  };
  return Object.entries(curves).map(([tag, value]) => ({ kind: "scalar", tag, value }));
}
