import { truncateName } from "../language/truncate_name.ts";

/** Names that a line has room for. */
const most = 5;

/** The first names of a list, in one line: `Anna, Ben, Chloé, Dmitri, Emma, …`. */
export function firstNames(names: readonly string[]): string {
  const shown = names.slice(0, most).map(truncateName);
  return [...shown, ...names.length > most ? ["…"] : []].join(", ");
}
