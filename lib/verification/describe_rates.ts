import { independentPairs } from "../dataset/estimate/negative_support.ts";
import { smallestSupportedFar } from "../dataset/estimate/supported_far.ts";
import type { UserMessage } from "../language/user_message.ts";
import { verificationMessages as messages } from "./messages.ts";

/** Measured error rates, and on how many pairs each was measured. */
export interface MeasuredRates {
  /** False accept rate, 0 to 1. */
  readonly far: number;
  /** False reject rate, 0 to 1. */
  readonly frr: number;
  /** Pairs that `frr` was measured on. */
  readonly positivePairs: number;
  /** Pairs that `far` was measured on. */
  readonly negativePairs: number;
  /** Identities that all their pairs are of; without it the pairs count as independent. */
  readonly identities?: number;
}

/**
 * Says in one sentence what the rates at a threshold mean.
 *
 * @param where what the pairs are of, such as "this folder"
 */
export function describeRates(rates: MeasuredRates, where: UserMessage): UserMessage {
  return messages.rates({
    where,
    accepted: ofPairs(rates.far, rates.negativePairs, rates.identities),
    rejected: ofPairs(rates.frr, rates.positivePairs, rates.identities),
  });
}

/** A rate as a percentage of pairs. If it is zero, with the rate that they can rule out. */
function ofPairs(rate: number, pairs: number, identities?: number): UserMessage {
  if (rate > 0) return messages.someOfPairs({ rate: percent(rate), pairs });
  const bound = smallestSupportedFar(
    identities === undefined ? independentPairs(pairs) : { pairs, identities },
  );
  return bound < 1
    ? messages.noneOfManyPairs({ bound: percent(bound), pairs })
    : messages.noneOfPairs({ pairs });
}

function percent(rate: number): string {
  return `${Number((100 * rate).toPrecision(2))} %`;
}
