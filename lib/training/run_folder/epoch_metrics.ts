import { join } from "node:path";
import * as v from "valibot";
import { ifExists } from "../../io/if_exists.ts";
import { readBoundedText } from "../../io/read_bounded_text.ts";
import { UserError } from "../../language/user_error.ts";
import { runFolderMessages } from "./messages.ts";
import { upgradeMetrics } from "./upgrade.ts";

/** What is known after an epoch: one line of `metrics.jsonl`. */
export interface EpochMetrics {
  /** From 0. */
  readonly epoch: number;
  /** Batches of the run so far. */
  readonly step: number;
  /** Seconds of training so far. */
  readonly seconds: number;
  /** Over the training steps of the process. */
  readonly imagesPerSecond: number;
  /** Learning rate of the next step. */
  readonly learningRate: number;
  /** The name of the miner that the epoch ended with. */
  readonly miner: string;
  /** Mean over the batches of the epoch. */
  readonly loss: number;
  /** The fraction of pairs or triplets with a loss above 0. */
  readonly activeFraction: number;
  /** Mean distance of anchors to positives. */
  readonly meanPositive: number;
  /** Mean distance of anchors to negatives. */
  readonly meanNegative: number;
  /** Measured on the validation identities. */
  readonly validation: { readonly auc: number; readonly eer: number };
  /** Tensors that are alive. The count stays flat, or something leaks. */
  readonly tensors: number;
  /** Resident memory of the process, which stays flat too. */
  readonly residentMebibytes: number;
}

/** Bytes that are read: forty thousand epochs. */
const mostBytes = 2 ** 24;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** JSON has null for what is not finite. */
const measured = v.pipe(v.nullable(v.number()), v.transform((value) => value ?? NaN));
const lineSchema: v.GenericSchema<string, EpochMetrics> = v.pipe(
  v.string(),
  v.parseJson(),
  v.transform(upgradeMetrics),
  v.object({
    epoch: count,
    step: count,
    seconds: measured,
    imagesPerSecond: measured,
    learningRate: measured,
    miner: v.string(),
    loss: measured,
    activeFraction: measured,
    meanPositive: measured,
    meanNegative: measured,
    validation: v.object({ auc: measured, eer: measured }),
    tensors: count,
    residentMebibytes: measured,
  }),
);

/** The path of a run's metrics. */
export function metricsPath(run: string): string {
  return join(run, "metrics.jsonl");
}

/**
 * Reads a run's `metrics.jsonl`, of any version. A last line that a kill cut short does not count.
 *
 * @returns one element per epoch; none if there is no such file
 * @throws {UserError} at a whole line that is something else
 */
export async function readMetrics(path: string): Promise<EpochMetrics[]> {
  const text = await ifExists(readBoundedText(path, mostBytes)) ?? "";
  const epochs: EpochMetrics[] = [];
  for (let begin = 0; begin < text.length;) {
    const end = text.indexOf("\n", begin);
    const line = text.slice(begin, end < 0 ? text.length : end);
    const { success, output } = v.safeParse(lineSchema, line, { abortEarly: true });
    if (success) epochs.push(output);
    else if (end >= 0) {
      throw new UserError(runFolderMessages.noMetrics({ path, line: epochs.length + 1 }));
    }
    begin = end < 0 ? text.length : end + 1;
  }
  return epochs;
}
