import { message, type MessageValue } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { type ExpectedParameter, weightMismatches } from "./weight_faults.ts";
import type { Weights } from "./weights.ts";

/**
 * Makes sure that weights fit parameters.
 *
 * @param source what messages call the place that the weights come from, such as a path
 * @throws {UserError} when tensors are missing, have another shape, or hold other than finite floats,
 *   naming them
 */
export function requireWeights(
  parameters: readonly ExpectedParameter[],
  weights: Weights,
  source: MessageValue,
): void {
  const faults = weightMismatches(parameters, weights);
  if (faults.length === 0) return;
  const all = faults.reduce((others, fault) => message`${others}; ${fault}`);
  throw new UserError(message`cannot use ${source}: ${all}`);
}
