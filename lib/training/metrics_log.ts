import { join } from "node:path";
import { writeAtomically } from "../artefact/write_atomically.ts";

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

/** Appends to a run's `metrics.jsonl`. */
export class MetricsLog {
  readonly #path: string;

  constructor(run: string) {
    this.#path = join(run, "metrics.jsonl");
  }

  /** Takes back the lines of epochs that a resumed run will do again. */
  async keepBefore(epoch: number): Promise<void> {
    const text = await Deno.readTextFile(this.#path).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return "";
      throw error;
    });
    const kept = text.split("\n").filter((line) => isBefore(line, epoch));
    await writeAtomically(this.#path, kept.map((line) => line + "\n").join(""));
  }

  async append(metrics: EpochMetrics): Promise<void> {
    await Deno.writeTextFile(this.#path, JSON.stringify(metrics) + "\n", { append: true });
  }
}

/** A line that a kill cut short is no JSON, and counts as not written. */
function isBefore(line: string, epoch: number): boolean {
  try {
    return (JSON.parse(line) as EpochMetrics).epoch < epoch;
  } catch {
    return false;
  }
}
