import { join } from "node:path";
import * as v from "valibot";
import { firstNonFinite } from "../../../kernels/reference/finite/first_non_finite.ts";
import { makeFolder } from "../../io/make_folder.ts";
import { readSafetensors } from "../../model_file/read_safetensors.ts";
import type { FileTensor } from "../../model_file/tensor_file.ts";
import { writeSafetensors } from "../../model_file/write_safetensors.ts";
import type { TensorData, Weights } from "../../model/weights/pytorch_layout.ts";
import type { OptimizerState } from "../../optimizers/optimizer.ts";
import type { Plateau } from "../../schedules/plateau.ts";
import { message } from "../../language/message.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import type { EpochScore } from "./is_better_epoch.ts";
import type { EpochSums } from "./epoch_sums.ts";

/** Where a run stands; with its settings, all that it takes to go on exactly. */
export interface Position {
  /** The epoch that is under way, from 0. */
  readonly epoch: number;
  /** Batches of that epoch that are done. */
  readonly batch: number;
  /** Batches of the whole run that are done. */
  readonly step: number;
  /** Seconds of training behind it. */
  readonly seconds: number;
  /** Sums over the epoch's batches so far. */
  readonly sums: EpochSums;
  /** The best epoch by validation so far, see `betterEpoch`. */
  readonly best: EpochScore | null;
  /** What the schedule "plateau" knows. */
  readonly plateau: Plateau;
}

/** All that changes while a run goes on, and the pictures that it goes on with. */
export interface Checkpoint {
  readonly catalogHash: string;
  readonly position: Position;
  readonly weights: Weights;
  /** The weights of the best epoch, once there is one. */
  readonly bestWeights: Weights | null;
  readonly optimiser: OptimizerState;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const positionSchema: v.GenericSchema<string, Position> = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    epoch: count,
    batch: count,
    step: count,
    seconds: v.pipe(finite, v.minValue(0)),
    sums: v.object({
      batches: count,
      loss: finite,
      active: finite,
      valid: finite,
      meanPositive: finite,
      meanNegative: finite,
    }),
    best: v.nullable(v.object({ epoch: count, auc: finite, settled: v.boolean() })),
    plateau: v.object({ best: v.nullable(finite), waited: count, drops: count }),
  }),
);

const countersSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), finite));

/** The path of a run's checkpoint. */
export function checkpointPath(run: string): string {
  return join(run, "checkpoint", "state.safetensors");
}

/**
 * Writes a run's checkpoint, whole or not at all, over the one before.
 *
 * @throws {UserError} when something else stands in its folder's place
 */
export async function writeCheckpoint(run: string, checkpoint: Checkpoint): Promise<void> {
  const { catalogHash, position, weights, bestWeights, optimiser } = checkpoint;
  const tensors = new Map<string, FileTensor>();
  for (const [name, tensor] of weights) tensors.set(`model/${name}`, tensor);
  for (const [name, tensor] of bestWeights ?? []) tensors.set(`best/${name}`, tensor);
  for (const [name, data] of optimiser.vectors) {
    tensors.set(`optimiser/${name}`, { shape: [data.length], data });
  }
  await makeFolder(join(run, "checkpoint"));
  await writeSafetensors(checkpointPath(run), tensors, {
    catalogHash,
    position: JSON.stringify(position),
    optimiser: JSON.stringify(optimiser.counters),
  });
}

/**
 * Reads a run's checkpoint.
 *
 * @throws {UserError} when there is none, or it is damaged
 */
export async function readCheckpoint(run: string): Promise<Checkpoint> {
  const path = checkpointPath(run);
  const { tensors, metadata } = await readSafetensors(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(
      message`cannot resume "${run}": it has no checkpoint; train anew with another --out`,
    );
  });
  const spoilt = tensors.entries().find(([, { data }]) =>
    !(data instanceof Float32Array) || firstNonFinite(data) >= 0
  );
  if (spoilt) {
    throw new UserError(
      message`cannot resume "${run}": wanted finite floats alone in ${path}, found others in
        ${truncateName(spoilt[0])}; train anew with another --out`,
    );
  }
  const part = (prefix: string): Weights =>
    new Map(
      [...tensors].filter(([name]) => name.startsWith(prefix))
        .map(([name, tensor]) => [name.slice(prefix.length), tensor as TensorData]),
    );
  const counters = v.safeParse(countersSchema, metadata.optimiser, { abortEarly: true });
  const position = v.safeParse(positionSchema, metadata.position, { abortEarly: true });
  const best = part("best/");
  const whole = counters.success && metadata.catalogHash !== undefined && position.success &&
    (position.output.best === null) === (best.size === 0);
  if (!whole) {
    throw new UserError(
      message`cannot resume "${run}": ${path} is damaged; train anew with another --out`,
    );
  }
  return {
    catalogHash: metadata.catalogHash!,
    position: position.output,
    weights: part("model/"),
    bestWeights: best.size > 0 ? best : null,
    optimiser: {
      vectors: new Map(
        [...part("optimiser/")].map(([name, { data }]) => [name, data]),
      ),
      counters: counters.output,
    },
  };
}
