import type { UserMessage } from "../../language/user_message.ts";
import { firstNames } from "../../verification/first_names.ts";
import { trainingDataMessages as messages } from "./messages.ts";
import type { TrainingData } from "./prepare_data.ts";

/** Says what the parts of a run have in common with each other and with its initial weights. */
export function overlapWarnings({ overlap, validation, test }: TrainingData): UserMessage[] {
  const warnings: UserMessage[] = [];
  const option = { option: "includeSeen" };
  if (overlap.moved > 0) {
    warnings.push(messages.seenMoved({
      count: overlap.moved,
      validation: validation.identities,
      test: test.identities,
      option,
    }));
  }
  for (
    const [{ names, sameNumbers }, part] of [
      [overlap.validation, validation],
      [overlap.test, test],
    ] as const
  ) {
    if (names.length > 0) {
      const values = { count: names.length, names: firstNames(names) };
      warnings.push(
        overlap.included
          ? messages.overlapIncluded(values)
          : messages.overlapLeftOut({ ...values, folder: part.catalog.root, option }),
      );
    }
    if (sameNumbers.length > 0) {
      warnings.push(
        messages.sameNumbers({ count: sameNumbers.length, names: firstNames(sameNumbers) }),
      );
    }
  }
  if (overlap.unknown) warnings.push(messages.weightsUnknown());
  return warnings;
}
