import * as v from "valibot";
import { readBoundedText } from "../artefact/read_bounded_text.ts";
import { message } from "../message.ts";
import { UserError } from "../user_error.ts";
import type { EpochMetrics } from "./metrics_log.ts";

/** Bytes that are read: a hundred thousand epochs'. */
const mostBytes = 2 ** 26;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** JSON has null for what is not finite. */
const figure = v.pipe(v.nullable(v.number()), v.transform((value) => value ?? NaN));
const lineSchema: v.GenericSchema<string, EpochMetrics> = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    epoch: count,
    step: count,
    seconds: figure,
    imagesPerSecond: figure,
    learningRate: figure,
    miner: v.string(),
    loss: figure,
    activeShare: figure,
    meanPositive: figure,
    meanNegative: figure,
    validation: v.object({ auc: figure, eer: figure }),
    tensors: count,
    residentMebibytes: figure,
  }),
);

/**
 * Reads a run's `metrics.jsonl`. A last line that a kill cut short counts as not written.
 *
 * @returns a line an epoch; none where there is no such file
 * @throws {UserError} at a whole line that is something else
 */
export async function readMetrics(path: string): Promise<EpochMetrics[]> {
  const text = await readBoundedText(path, mostBytes).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  });
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const { success, output } = v.safeParse(lineSchema, line);
    if (success) return [output];
    if (index === lines.length - 1) return [];
    throw new UserError(
      message`cannot read "${path}": wanted an epoch's figures in line ${
        index + 1
      }, found something else; remove that line to go on without them`,
    );
  });
}
