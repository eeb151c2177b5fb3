import type { Parameter } from "./parameters.ts";
import { toPyTorchShape } from "./pytorch_layout.ts";
import type { Weights } from "./weights.ts";

/**
 * Tells why weights do not fit parameters.
 *
 * @returns a phrase for the tensors that are missing and one for the misshapen, naming four at most
 */
export function weightFaults(parameters: readonly Parameter[], weights: Weights): string[] {
  const missing: string[] = [], misshapen: string[] = [];
  for (const { name, kind, value } of parameters) {
    const found = weights.get(name);
    const wanted = toPyTorchShape(kind, value.shape);
    if (!found) missing.push(name);
    else if (`${found.shape}` !== `${wanted}`) {
      misshapen.push(`${name} as [${wanted}], found [${found.shape}]`);
    }
  }
  const faults: string[] = [];
  if (missing.length > 0) faults.push(`it lacks the ${tensorNames(missing)}`);
  if (misshapen.length > 0) faults.push(`wanted ${listed(misshapen)}`);
  return faults;
}

/** "tensor a", "tensors a, b", "tensors a, b, c, d and 2 more". */
export function tensorNames(names: readonly string[]): string {
  return `tensor${names.length === 1 ? "" : "s"} ${listed(names)}`;
}

function listed(names: readonly string[]): string {
  const most = 4, more = names.length - most;
  return names.slice(0, most).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
