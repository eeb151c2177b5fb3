import * as tf from "@tensorflow/tfjs";
import type { MessageValue } from "../../language/user_message.ts";
import type { InitialValues, Parameters } from "../layers/parameters.ts";
import { fromPyTorch, type TensorData, toPyTorch, type Weights } from "./pytorch_layout.ts";
import { requireWeights } from "./require_weights.ts";

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
 * @param source where the weights come from, for messages, such as a path
 * @throws {UserError} if the weights do not fit, see {@linkcode requireWeights}; nothing is set then
 */
export function assignWeights(
  parameters: Pick<Parameters, "all">,
  weights: Weights,
  source: MessageValue,
): void {
  const all = parameters.all();
  requireWeights(all, weights, source);
  for (const { name, kind, value } of all) {
    const { data } = fromPyTorch(kind, weights.get(name)!);
    tf.tidy(() => value.assign(tf.tensor(data, value.shape)));
  }
}

/**
 * Gives weights to a model's parameters, one by one as the model is built, so that no more memory is
 * taken than the weights have.
 *
 * @param source where the weights come from, for messages, such as a path
 * @returns a function that throws a {@linkcode UserError} at the first parameter that they do not fit
 */
export function initialValuesFrom(weights: Weights, source: MessageValue): InitialValues {
  return ({ name, kind, shape }) => {
    requireWeights([{ name, kind, value: { shape } }], weights, source);
    return fromPyTorch(kind, weights.get(name)!).data;
  };
}
