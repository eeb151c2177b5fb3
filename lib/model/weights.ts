import * as tf from "@tensorflow/tfjs";
import { message, type MessageValue } from "../message.ts";
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
  source: MessageValue,
): void {
  const wanted = parameters.all();
  const faults = weightFaults(wanted, weights);
  if (faults.length > 0) {
    const all = faults.reduce((others, fault) => message`${others}; ${fault}`);
    throw new UserError(message`cannot use ${source}: ${all}`);
  }
  for (const { name, kind, value } of wanted) {
    const { data } = fromPyTorch(kind, weights.get(name)!);
    tf.tidy(() => value.assign(tf.tensor(data, value.shape)));
  }
}
