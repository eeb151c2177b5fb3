import { fewIdentities } from "../dataset/split/few_identities.ts";
import type { UserMessage } from "../language/user_message.ts";
import type { ModelMetadata } from "../model_file/model_metadata.ts";
import { chooseDecision, type ThresholdChoice } from "./choose_decision.ts";
import type { PairVerdict } from "./compare_embeddings.ts";
import { describeRates } from "./describe_rates.ts";
import { verdictMessages as messages } from "./verdict_messages.ts";

/** Says the answer in a word or two: same or different, and whether it is close. */
export function describeAnswer({ same, close }: PairVerdict): UserMessage {
  const verdict = same ? messages.same() : messages.different();
  return close ? messages.butClose({ verdict }) : verdict;
}

/**
 * Says in sentences what to keep in mind about a verdict: whether it is close, what the threshold rests
 * on, and how often it was wrong.
 *
 * @param metadata of the model that the verdict is of
 * @param choice the threshold that the verdict was asked for
 */
export function describeVerdict(
  verdict: PairVerdict,
  metadata: ModelMetadata,
  choice?: ThresholdChoice,
): UserMessage[] {
  const { calibration, named, identities } = chooseDecision(metadata, choice);
  const { thresholdInterval, far, frr, provisional } = verdict;
  const { positivePairs, negativePairs, chosenBy } = calibration;
  const chosenOn = named?.identities ?? chosenBy?.validationIdentities ?? fewIdentities;
  const where = named
    ? messages.namedFolder({ folder: named.folder })
    : provisional
    ? messages.validationIdentities()
    : metadata.heldOut.folds
    ? messages.foldIdentities()
    : messages.testIdentities();
  const notes = [
    verdict.close && messages.closeVerdict(),
    thresholdInterval &&
    (chosenOn < fewIdentities
      ? messages.thresholdIntervalOfFew({ identities: chosenOn })
      : messages.thresholdInterval()),
    provisional && messages.provisional(),
    describeRates({ far, frr, positivePairs, negativePairs, identities }, where),
  ];
  return notes.filter((note) => !!note);
}
