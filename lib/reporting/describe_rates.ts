import { type Message, message } from "../language/message.ts";

/** Measured error rates, and on how many pairs each was measured. */
export interface MeasuredRates {
  readonly far: number;
  readonly frr: number;
  readonly positivePairs: number;
  readonly negativePairs: number;
}

/**
 * Says in one sentence what the rates at a threshold mean.
 *
 * @param where what the pairs are of, such as "identities held out of training"
 */
export function describeRates(rates: MeasuredRates, where: Message): Message {
  const accepted = ofPairs(rates.far, rates.negativePairs);
  const rejected = ofPairs(rates.frr, rates.positivePairs);
  return message`On ${where}, this threshold took ${accepted} of two different identities for the
    same one, and ${rejected} of the same identity for two different ones.`;
}

/** A rate as a percentage of pairs; none at all is told with what it can vouch for. */
function ofPairs(rate: number, pairs: number): Message {
  const count = pairs === 1 ? message`1 pair` : message`${pairs.toLocaleString("en-US")} pairs`;
  if (rate > 0) return message`${percent(rate)} of ${count}`;
  // The rule of three: none among n means a rate below 3 / n, with 95 % confidence.
  return pairs > 3
    ? message`none (so fewer than ${percent(3 / pairs)}) of ${count}`
    : message`none of ${count}`;
}

function percent(rate: number): string {
  return `${Number((100 * rate).toPrecision(2))} %`;
}
