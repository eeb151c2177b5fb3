import { type Message, message, type MessageValue } from "../message.ts";
import type { Parameter } from "./parameters.ts";
import { toPyTorchShape } from "./pytorch_layout.ts";
import type { Weights } from "./weights.ts";

/**
 * Tells why weights do not fit parameters.
 *
 * @returns a phrase for the tensors that are missing and one for the misshapen, naming four at most
 */
export function weightFaults(parameters: readonly Parameter[], weights: Weights): Message[] {
  const missing: string[] = [], misshapen: Message[] = [];
  for (const { name, kind, value } of parameters) {
    const found = weights.get(name);
    const wanted = toPyTorchShape(kind, value.shape);
    if (!found) missing.push(name);
    else if (`${found.shape}` !== `${wanted}`) {
      misshapen.push(message`${name} as [${`${wanted}`}], found [${`${found.shape}`}]`);
    }
  }
  const faults: Message[] = [];
  if (missing.length > 0) faults.push(message`it lacks the ${tensorNames(missing)}`);
  if (misshapen.length > 0) faults.push(message`wanted ${listed(misshapen)}`);
  return faults;
}

/** "tensor a", "tensors a, b", "tensors a, b, c, d and 2 more". */
export function tensorNames(names: readonly string[]): Message {
  return names.length === 1 ? message`tensor ${names[0]!}` : message`tensors ${listed(names)}`;
}

function listed(names: readonly MessageValue[]): MessageValue {
  const most = 4, more = names.length - most;
  const first = names.slice(0, most).reduce((all, name) => message`${all}, ${name}`);
  return more > 0 ? message`${first} and ${more} more` : first;
}
