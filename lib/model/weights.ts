import * as tf from "@tensorflow/tfjs";
import { UserError } from "../user_error.ts";
import { fromPyTorch, type Layout, toPyTorch } from "./pytorch_layout.ts";
import type { Parameters } from "./parameters.ts";
import { weightFaults } from "./weight_faults.ts";

/** A model's tensors by name, in PyTorch's layout. */
export type Weights = ReadonlyMap<string, Layout>;

/** Reads all parameters, running statistics included. */
export async function readWeights(parameters: Parameters): Promise<Weights> {
  const weights = new Map<string, Layout>();
  for (const { name, kind, value } of parameters.all()) {
    const data = await value.data() as Float32Array;
    weights.set(name, toPyTorch(kind, { shape: value.shape, data }));
  }
  return weights;
}

/**
 * Sets all parameters, running statistics included.
 *
 * @param source what messages call the place that the weights come from, such as a path
 * @throws {UserError} when tensors are missing or have another shape, naming them; nothing is set then
 */
export function assignWeights(
  parameters: Pick<Parameters, "all">,
  weights: Weights,
  source: string,
): void {
  const all = parameters.all();
  const faults = weightFaults(all, weights);
  if (faults.length > 0) throw new UserError(`cannot use ${source}: ${faults.join("; ")}`);
  for (const { name, kind, value } of all) {
    const { data } = fromPyTorch(kind, weights.get(name)!);
    tf.tidy(() => value.assign(tf.tensor(data, value.shape)));
  }
}
