import { independentPairs } from "../dataset/estimate/negative_support.ts";
import { smallestSupportedFar } from "../dataset/estimate/supported_far.ts";
import type { UserMessage } from "../language/user_message.ts";
import { verificationMessages as messages } from "./messages.ts";

/** A fraction of measured pairs. */
export interface PairFraction {
  /** 0 to 1, interpolated between the operating points of the model. */
  readonly fraction: number;
  /** What the fraction is below, as far as the pairs can tell; null if some of them count. */
  readonly below: number | null;
  /** How many pairs it is a fraction of. */
  readonly pairs: number;
}

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
  const bound = boundOf(pairs, identities);
  return bound < 1
    ? messages.noneOfManyPairs({ bound: percent(bound), pairs })
    : messages.noneOfPairs({ pairs });
}

/** Says a fraction of pairs as a percentage: what it is below, where none of them counts. */
export function describeFraction({ fraction, below, pairs }: PairFraction): UserMessage {
  return below === null
    ? messages.fraction({ rate: percent(fraction) })
    : below < 1
    ? messages.fractionBelow({ bound: percent(below) })
    : messages.noneOfPairs({ pairs });
}

/**
 * A fraction of pairs, or what it is below if it comes to less than a pair.
 *
 * @param identities that the pairs are of
 */
export function pairFraction(fraction: number, pairs: number, identities: number): PairFraction {
  return fraction * pairs < 1
    ? { fraction: 0, below: boundOf(pairs, identities), pairs }
    : { fraction, below: null, pairs };
}

/** The rate, 0 to 1, that pairs rule out if none of them counts. */
function boundOf(pairs: number, identities?: number): number {
  return smallestSupportedFar(
    identities === undefined ? independentPairs(pairs) : { pairs, identities },
  );
}

function percent(rate: number): string {
  return `${Number((100 * rate).toPrecision(2))} %`;
}
