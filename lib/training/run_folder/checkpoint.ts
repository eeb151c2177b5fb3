import { join } from "node:path";
import * as v from "valibot";
import { firstNonFinite } from "../../../kernels/reference/finite/first_non_finite.ts";
import { makeFolder } from "../../io/make_folder.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import { readSafetensors } from "../../model_file/read_safetensors.ts";
import type { FileTensor } from "../../model_file/tensor_file.ts";
import { writeSafetensors } from "../../model_file/write_safetensors.ts";
import type { TensorData, Weights } from "../../model/weights/pytorch_layout.ts";
import type { OptimizerState } from "../../optimizers/optimizer.ts";
import { out, runFolderMessages as messages } from "./messages.ts";
import { type Position, positionSchema } from "./position.ts";
import { checkpointUpgrade, formatVersion } from "./upgrade.ts";

/** All that changes while a run continues, and the images that it continues with. */
export interface Checkpoint {
  readonly catalogHash: string;
  readonly position: Position;
  readonly weights: Weights;
  /** The weights of the best epoch, once there is one. */
  readonly bestWeights: Weights | null;
  readonly optimizer: OptimizerState;
}

const countersSchema = v.record(v.string(), v.pipe(v.number(), v.finite()));

/** The path of a run's checkpoint. */
export function checkpointPath(run: string): string {
  return join(run, "checkpoint", "state.safetensors");
}

/**
 * Writes a run's checkpoint, whole or not at all, over the one before.
 *
 * @throws {UserError} if something else stands in the place of its folder
 */
export async function writeCheckpoint(run: string, checkpoint: Checkpoint): Promise<void> {
  const { catalogHash, position, weights, bestWeights, optimizer } = checkpoint;
  const tensors = new Map<string, FileTensor>();
  for (const [name, tensor] of weights) tensors.set(`model/${name}`, tensor);
  for (const [name, tensor] of bestWeights ?? []) tensors.set(`best/${name}`, tensor);
  for (const [name, data] of optimizer.vectors) {
    tensors.set(`optimizer/${name}`, { shape: [data.length], data });
  }
  await makeFolder(join(run, "checkpoint"));
  await writeSafetensors(checkpointPath(run), tensors, {
    formatVersion: String(formatVersion),
    catalogHash,
    position: JSON.stringify(position),
    optimizer: JSON.stringify(optimizer.counters),
  });
}

/**
 * Reads a run's checkpoint, of any version.
 *
 * @throws {UserError} if there is none, it is damaged, or its format is newer than this program
 */
export async function readCheckpoint(run: string): Promise<Checkpoint> {
  const path = checkpointPath(run);
  const file = await readSafetensors(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(messages.noCheckpoint({ run, out }));
  });
  const upgrade = checkpointUpgrade(file.metadata.formatVersion ?? "0", path);
  const tensors = renameAll(file.tensors, upgrade.name);
  const metadata = renameAll(Object.entries(file.metadata), upgrade.name);
  const spoilt = tensors.entries().find(([, { data }]) =>
    !(data instanceof Float32Array) || firstNonFinite(data) >= 0
  );
  if (spoilt) {
    throw new UserError(messages.notFinite({ run, path, tensor: truncateName(spoilt[0]), out }));
  }
  const part = (prefix: string): Weights =>
    new Map(
      [...tensors].filter(([name]) => name.startsWith(prefix))
        .map(([name, tensor]) => [name.slice(prefix.length), tensor as TensorData]),
    );
  const counters = v.safeParse(countersSchema, parseJson(metadata.get("optimizer")));
  const position = v.safeParse(
    positionSchema,
    upgrade.position(parseJson(metadata.get("position"))),
    { abortEarly: true },
  );
  const catalogHash = metadata.get("catalogHash");
  const best = part("best/");
  const isWhole = counters.success && catalogHash !== undefined && position.success &&
    (position.output.best === null) === (best.size === 0);
  if (!isWhole) throw new UserError(messages.damaged({ run, path, out }));
  return {
    catalogHash,
    position: position.output,
    weights: part("model/"),
    bestWeights: best.size > 0 ? best : null,
    optimizer: {
      vectors: new Map([...part("optimizer/")].map(([name, { data }]) => [name, data])),
      counters: counters.output,
    },
  };
}

function renameAll<Value>(
  values: Iterable<readonly [string, Value]>,
  rename: (name: string) => string,
): Map<string, Value> {
  return new Map(Array.from(values, ([name, value]) => [rename(name), value]));
}

/** A JSON text's value; undefined where there is none. */
function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
