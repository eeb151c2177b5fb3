import { UserError } from "../../language/user_error.ts";
import type { Catalog, PartName } from "../catalog/catalog.ts";
import { imagesByIdentity } from "../catalog/images_by_identity.ts";
import { datasetMessages as messages } from "../messages.ts";

/**
 * The split that the data itself gives, by folders such as `train` and `test` or by a file with labels.
 *
 * @returns labels in ascending order; null if the data gives no split
 * @throws {UserError} if an identity is in two parts, which the message names
 */
export function givenSplit(
  { root, parts, identities }: Pick<Catalog, "root" | "parts" | "identities">,
): Record<PartName, number[]> | null {
  if (!parts) return null;
  const shared = parts.keys().filter((label) => parts[label]!.length > 1).toArray();
  if (shared.length > 0) {
    const [label] = shared as [number], [one, other] = parts[label]!;
    throw new UserError(messages.partsShare({
      root,
      count: shared.length,
      identity: identities[label]!,
      one: one!.part,
      pathOne: one!.path,
      other: other!.part,
      pathOther: other!.path,
    }));
  }
  const split: Record<PartName, number[]> = { train: [], validation: [], test: [] };
  for (const [label, [given]] of parts.entries()) split[given!.part].push(label);
  return split;
}

/**
 * Makes sure that a part can be measured: it needs positive and negative pairs.
 *
 * @param labels the identities of the part
 * @throws {UserError} if it has fewer than two identities, or none with two images
 */
export function requireMeasurable(
  catalog: Catalog,
  part: PartName,
  labels: readonly number[],
): void {
  const sizes = imagesByIdentity(catalog, labels).map(({ length }) => length);
  const multiples = sizes.filter((size) => size > 1).length;
  if (labels.length >= 2 && multiples > 0) return;
  const { root } = catalog, identities = labels.length;
  throw new UserError(messages.tooFewInPart({ part, root, identities, multiples }));
}
