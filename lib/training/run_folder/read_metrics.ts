import * as v from "valibot";
import { readBoundedText } from "../../io/read_bounded_text.ts";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import type { EpochMetrics } from "./metrics_log.ts";

/** Bytes that are read: forty thousand epochs'. */
const mostBytes = 2 ** 24;

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
  const epochs: EpochMetrics[] = [];
  for (let begin = 0; begin < text.length;) {
    const end = text.indexOf("\n", begin);
    const line = text.slice(begin, end < 0 ? text.length : end);
    const { success, output } = v.safeParse(lineSchema, line, { abortEarly: true });
    if (success) epochs.push(output);
    else if (end >= 0) throw damaged(path, epochs.length + 1);
    begin = end < 0 ? text.length : end + 1;
  }
  return epochs;
}

function damaged(path: string, line: number): UserError {
  return new UserError(
    message`cannot read "${path}": wanted an epoch's figures in line ${line}, found something else;
      remove that line to go on without them`,
  );
}
