import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { imagesByIdentity } from "../../dataset/catalog/images_by_identity.ts";
import type { Split } from "../../dataset/split/split_by_identity.ts";
import { UserError } from "../../language/user_error.ts";
import { trainingDataMessages as messages } from "./messages.ts";

/** A part without two such identities has no pair that could be wrong either way. */
const minMultiples = 2;

/**
 * Moves identities that the initial weights were trained on from validation and test to training, and
 * holds out others in their place, as long as there are any. A split that holds out none of them stays as
 * it is. Identities in none of its parts stay so.
 *
 * @param trainedOn labels of the identities that the initial weights were trained on
 * @throws {UserError} if too few others are left to hold out
 */
export function holdOutUnseen(
  { train, validation, test }: Split,
  catalog: Catalog,
  trainedOn: ReadonlySet<number>,
): Split {
  const isUnseen = (label: number) => !trainedOn.has(label);
  if ([...validation, ...test].every(isUnseen)) return { train, validation, test };
  const counts = imagesByIdentity(catalog).map((images) => images.length);
  const isMultiple = (label: number) => counts[label]! > 1;
  const spare = train.filter((label) => isUnseen(label) && isMultiple(label));
  const unseen = [...test.filter(isUnseen), ...spare, ...validation.filter(isUnseen)];
  const wanted = test.length + validation.length, all = Math.min(wanted, unseen.length);
  const ofTest = Math.round(all * test.length / wanted);
  // Those that are held out already stay where they are: test is at the beginning, validation at the end.
  const parts = {
    test: unseen.slice(0, ofTest),
    validation: unseen.slice(unseen.length - (all - ofTest)),
  };
  for (const part of ["validation", "test"] as const) {
    const asked = part === "test" ? test : validation;
    if (asked.length === 0 || parts[part].filter(isMultiple).length >= minMultiples) continue;
    throw new UserError(messages.tooFewUnseen({
      seen: trainedOn.size,
      all: catalog.identities.length,
      found: unseen.filter(isMultiple).length,
      weights: { option: "weights" },
      option: { option: "includeSeen" },
    }));
  }
  const held = new Set([...parts.validation, ...parts.test]);
  const ascending = (labels: readonly number[]) => labels.toSorted((a, b) => a - b);
  return {
    train: ascending([...train, ...validation, ...test].filter((label) => !held.has(label))),
    validation: ascending(parts.validation),
    test: ascending(parts.test),
  };
}
