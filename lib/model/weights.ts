import * as tf from "@tensorflow/tfjs";
import { UserError } from "../user_error.ts";
import { fromPyTorch, type Layout, toPyTorch, toPyTorchShape } from "./pytorch_layout.ts";
import type { Parameters } from "./parameters.ts";

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
 * @throws {UserError} when a tensor is missing or has another shape; nothing is set then
 */
export function assignWeights(parameters: Parameters, weights: Weights, source: string): void {
  const values = parameters.all().map(({ name, kind, value }) => {
    const found = weights.get(name);
    if (!found) throw new UserError(`cannot use ${source}: it lacks the tensor ${name}`);
    const wanted = toPyTorchShape(kind, value.shape);
    if (`${found.shape}` !== `${wanted}`) {
      throw new UserError(
        `cannot use ${source}: wanted ${name} as [${wanted}], found [${found.shape}]`,
      );
    }
    return { value, data: fromPyTorch(kind, found).data };
  });
  for (const { value, data } of values) {
    tf.tidy(() => value.assign(tf.tensor(data, value.shape)));
  }
}
