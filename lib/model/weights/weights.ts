import * as tf from "@tensorflow/tfjs";
import type { MessageValue } from "../../language/message.ts";
import { fromPyTorch, type TensorData, toPyTorch } from "./pytorch_layout.ts";
import type { Parameters } from "../layers/parameters.ts";
import { requireWeights } from "./require_weights.ts";

/** A model's tensors by name, in PyTorch's layout. */
export type Weights = ReadonlyMap<string, TensorData>;

/** Reads all parameters, running statistics included. */
export async function readWeights(parameters: Parameters): Promise<Weights> {
  const weights = new Map<string, TensorData>();
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
 * @throws {UserError} when they do not fit, see {@linkcode requireWeights}; nothing is set then
 */
export function assignWeights(
  parameters: Pick<Parameters, "all">,
  weights: Weights,
  source: MessageValue,
): void {
  const wanted = parameters.all();
  requireWeights(wanted, weights, source);
  for (const { name, kind, value } of wanted) {
    const { data } = fromPyTorch(kind, weights.get(name)!);
    tf.tidy(() => value.assign(tf.tensor(data, value.shape)));
  }
}
