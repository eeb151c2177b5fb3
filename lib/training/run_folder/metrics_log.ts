import { join } from "node:path";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { TensorBoardValue } from "../../reporting/tensorboard/tensorboard_event.ts";
import { EventLog } from "../../reporting/tensorboard/event_log.ts";
import { readMetrics } from "./read_metrics.ts";

/** What is known after an epoch: one line of `metrics.jsonl`. */
export interface EpochMetrics {
  /** From 0. */
  readonly epoch: number;
  /** Batches of the run so far. */
  readonly step: number;
  readonly seconds: number;
  readonly imagesPerSecond: number;
  readonly learningRate: number;
  /** Which triplets were learnt from. */
  readonly miner: string;
  /** Mean over the epoch's batches. */
  readonly loss: number;
  /** The share of triplets whose loss was above 0. */
  readonly activeShare: number;
  /** Mean distances of anchors to positives and to negatives. */
  readonly meanPositive: number;
  readonly meanNegative: number;
  readonly validation: { readonly auc: number; readonly eer: number };
  /** Tensors alive, and the process's resident memory: both stay flat, or something leaks. */
  readonly tensors: number;
  readonly residentMebibytes: number;
}

/** The path of a run's metrics. */
export function metricsPath(run: string): string {
  return join(run, "metrics.jsonl");
}

/** Appends to a run's `metrics.jsonl`, and to its event files for TensorBoard. */
export class MetricsLog {
  readonly #path: string;
  readonly #events: EventLog;

  constructor(run: string) {
    this.#path = metricsPath(run);
    this.#events = new EventLog(run);
  }

  /** Takes back the epochs that a resumed run will do again. */
  async truncateToEpoch(epoch: number): Promise<void> {
    const kept = (await readMetrics(this.#path)).filter((line) => line.epoch < epoch);
    await writeAtomically(this.#path, kept.map(toLine).join(""));
    await this.#events.truncateToStep(kept.at(-1)?.step ?? 0);
  }

  async append(metrics: EpochMetrics): Promise<void> {
    await Deno.writeTextFile(this.#path, toLine(metrics), { append: true });
    await this.#events.append(metrics.step, epochScalars(metrics));
  }
}

function toLine(metrics: EpochMetrics): string {
  return JSON.stringify(metrics) + "\n";
}

/** The figures as TensorBoard's curves. */
function epochScalars(metrics: EpochMetrics): TensorBoardValue[] {
  const { epoch, validation, tensors, residentMebibytes } = metrics;
  const curves: Record<string, number> = {
    "training/loss": metrics.loss,
    "training/active share": metrics.activeShare,
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
