import { join } from "node:path";
import * as v from "valibot";
import { readSafetensors } from "../artefact/read_safetensors.ts";
import type { FileTensor } from "../artefact/tensor_file.ts";
import { writeSafetensors } from "../artefact/write_safetensors.ts";
import type { Layout } from "../model/pytorch_layout.ts";
import type { Weights } from "../model/weights.ts";
import { UserError } from "../user_error.ts";
import type { AdamWState } from "./adamw.ts";
import type { RatedEpoch } from "./better_epoch.ts";
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
  readonly best: RatedEpoch | null;
}

/** All that changes while a run goes on, and the pictures that it goes on with. */
export interface Checkpoint {
  readonly catalogHash: string;
  readonly position: Position;
  readonly weights: Weights;
  /** The weights of the best epoch, once there is one. */
  readonly bestWeights: Weights | null;
  readonly optimiser: AdamWState;
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
    seconds: finite,
    sums: v.object({
      batches: count,
      loss: finite,
      active: finite,
      valid: finite,
      meanPositive: finite,
      meanNegative: finite,
    }),
    best: v.nullable(v.object({ epoch: count, auc: finite, settled: v.boolean() })),
  }),
);

function checkpointPath(run: string): string {
  return join(run, "checkpoint", "state.safetensors");
}

/** Writes a run's checkpoint, whole or not at all, over the one before. */
export async function writeCheckpoint(run: string, checkpoint: Checkpoint): Promise<void> {
  const { catalogHash, position, weights, bestWeights, optimiser } = checkpoint;
  const tensors = new Map<string, FileTensor>();
  for (const [name, tensor] of weights) tensors.set(`model/${name}`, tensor);
  for (const [name, tensor] of bestWeights ?? []) tensors.set(`best/${name}`, tensor);
  for (const moment of ["first", "second"] as const) {
    const data = optimiser[moment];
    tensors.set(`adamw/${moment}`, { shape: [data.length], data });
  }
  await Deno.mkdir(join(run, "checkpoint"), { recursive: true });
  await writeSafetensors(checkpointPath(run), tensors, {
    catalogHash,
    position: JSON.stringify(position),
    optimiserSteps: `${optimiser.steps}`,
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
      `cannot resume "${run}": it has no checkpoint; train anew with another --out`,
    );
  });
  const part = (prefix: string): Weights =>
    new Map(
      [...tensors].filter(([name]) => name.startsWith(prefix))
        .map(([name, tensor]) => [name.slice(prefix.length), tensor as Layout]),
    );
  const first = tensors.get("adamw/first"), second = tensors.get("adamw/second");
  const steps = Number(metadata.optimiserSteps);
  const position = v.safeParse(positionSchema, metadata.position);
  const best = part("best/");
  const whole = first && second && first.data.length === second.data.length &&
    Number.isSafeInteger(steps) && metadata.catalogHash !== undefined && position.success &&
    (position.output.best === null) === (best.size === 0);
  if (!whole) {
    throw new UserError(
      `cannot resume "${run}": ${path} is damaged; train anew with another --out`,
    );
  }
  return {
    catalogHash: metadata.catalogHash!,
    position: position.output,
    weights: part("model/"),
    bestWeights: best.size > 0 ? best : null,
    optimiser: { first: first.data as Float32Array, second: second.data as Float32Array, steps },
  };
}
