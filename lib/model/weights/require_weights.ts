import { firstNonFinite } from "../../../kernels/reference/finite/first_non_finite.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import type { MessageValue, UserMessage } from "../../language/user_message.ts";
import type { Parameter } from "../layers/parameters.ts";
import { weightMessages } from "./messages.ts";
import { toPyTorchShape, type Weights } from "./pytorch_layout.ts";

/** A parameter that weights are for. */
export interface ExpectedParameter extends Pick<Parameter, "name" | "kind"> {
  /** Its shape is in TensorFlow's layout. */
  readonly value: { readonly shape: readonly number[] };
}

/**
 * Makes sure that weights fit parameters.
 *
 * @param source where the weights come from, for messages, such as a path
 * @throws {UserError} if tensors are missing, have another shape, or hold other values than finite
 *   floats, naming them
 */
export function requireWeights(
  parameters: readonly ExpectedParameter[],
  weights: Weights,
  source: MessageValue,
): void {
  const faults = weightMismatches(parameters, weights);
  if (faults.length > 0) {
    throw new UserError(weightMessages.unfit({ source, faults: joinFaults(faults) }));
  }
}

/**
 * Says why weights do not fit parameters.
 *
 * @returns a message each for the tensors that are missing, that have another shape, and that hold
 *   other values than finite floats, naming at most four
 */
export function weightMismatches(
  parameters: readonly ExpectedParameter[],
  weights: Weights,
): UserMessage[] {
  const missing: string[] = [], misshapen: UserMessage[] = [], notFinite: string[] = [];
  for (const { name, kind, value } of parameters) {
    const found = weights.get(name);
    const expected = `${toPyTorchShape(kind, value.shape)}`;
    if (!found) missing.push(name);
    else if (`${found.shape}` !== expected) {
      misshapen.push(
        weightMessages.shape({ name, expected, found: truncateName(`${found.shape}`) }),
      );
    } else if (!holdsFiniteFloats(found)) notFinite.push(name);
  }
  const faults: UserMessage[] = [];
  if (missing.length > 0) faults.push(weightMessages.missing({ tensors: tensorNames(missing) }));
  if (misshapen.length > 0) faults.push(joinFaults(misshapen));
  if (notFinite.length > 0) {
    faults.push(weightMessages.notFinite({ tensors: tensorNames(notFinite) }));
  }
  return faults;
}

/** A file may hold whole numbers in place of a weight. */
function holdsFiniteFloats({ data }: { readonly data: unknown }): boolean {
  return data instanceof Float32Array && firstNonFinite(data) < 0;
}

/** "tensor a", "tensors a, b", "tensors a, b, c, d and 2 more". */
export function tensorNames(names: readonly string[]): UserMessage {
  const [name, ...others] = names.slice(0, most).map(truncateName);
  if (others.length === 0) return weightMessages.tensor({ name: name! });
  return weightMessages.severalTensors({
    names: withMore([name, ...others].join(", "), names.length),
  });
}

/** Joins one or more faults, of which it tells at most four. */
export function joinFaults(faults: readonly UserMessage[]): UserMessage {
  const first = faults.slice(0, most).reduce((first, second) =>
    weightMessages.and({ first, second })
  );
  return withMore(first, faults.length) as UserMessage;
}

/** Names or faults that a message tells. */
const most = 4;

function withMore(first: MessageValue, count: number): MessageValue {
  return count > most ? weightMessages.more({ first, count: count - most }) : first;
}
