import type { MessageValue } from "../../language/message.ts";
import type { InitialValues } from "../layers/parameters.ts";
import { fromPyTorch } from "./pytorch_layout.ts";
import { requireWeights } from "./require_weights.ts";
import type { Weights } from "./weights.ts";

/**
 * Makes a model's parameters from weights, one by one as the model is built: no more memory is taken
 * than the weights have.
 *
 * @param source what messages call the place that the weights come from, such as a path
 * @returns what throws a {@linkcode UserError} at the first parameter that they do not fit
 */
export function initialValuesFrom(weights: Weights, source: MessageValue): InitialValues {
  return ({ name, kind, shape }) => {
    requireWeights([{ name, kind, value: { shape } }], weights, source);
    return fromPyTorch(kind, weights.get(name)!).data;
  };
}
