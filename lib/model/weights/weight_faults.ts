import { firstNonFinite } from "../../../kernels/reference/finite/first_non_finite.ts";
import { type Message, message, type MessageValue } from "../../language/message.ts";
import { truncateName } from "../../language/truncate_name.ts";
import type { Parameter } from "../layers/parameters.ts";
import { toPyTorchShape } from "./pytorch_layout.ts";
import type { Weights } from "./weights.ts";

/** A parameter that weights are for. */
export interface ExpectedParameter extends Pick<Parameter, "name" | "kind"> {
  readonly value: { readonly shape: readonly number[] };
}

/**
 * Tells why weights do not fit parameters.
 *
 * @returns a phrase each for the tensors that are missing, that are misshapen, and that hold other than
 *   finite floats, naming four at most
 */
export function weightMismatches(
  parameters: readonly ExpectedParameter[],
  weights: Weights,
): Message[] {
  const missing: string[] = [], misshapen: Message[] = [], unfit: string[] = [];
  for (const { name, kind, value } of parameters) {
    const found = weights.get(name);
    const wanted = toPyTorchShape(kind, value.shape);
    if (!found) missing.push(name);
    else if (`${found.shape}` !== `${wanted}`) {
      const shape = truncateName(`${found.shape}`);
      misshapen.push(message`${name} as [${`${wanted}`}], found [${shape}]`);
    } else if (!holdsFiniteFloats(found)) unfit.push(name);
  }
  const faults: Message[] = [];
  if (missing.length > 0) faults.push(message`it lacks the ${tensorNames(missing)}`);
  if (misshapen.length > 0) faults.push(message`wanted ${listed(misshapen)}`);
  if (unfit.length > 0) {
    faults.push(message`wanted finite floats alone, found others in ${tensorNames(unfit)}`);
  }
  return faults;
}

/** A file may keep whole numbers in a weight's place. */
function holdsFiniteFloats({ data }: { readonly data: unknown }): boolean {
  return data instanceof Float32Array && firstNonFinite(data) < 0;
}

/** "tensor a", "tensors a, b", "tensors a, b, c, d and 2 more". */
export function tensorNames(names: readonly string[]): Message {
  const shown = names.map(truncateName);
  return shown.length === 1 ? message`tensor ${shown[0]!}` : message`tensors ${listed(shown)}`;
}

function listed(names: readonly MessageValue[]): MessageValue {
  const most = 4, more = names.length - most;
  const first = names.slice(0, most).reduce((all, name) => message`${all}, ${name}`);
  return more > 0 ? message`${first} and ${more} more` : first;
}
