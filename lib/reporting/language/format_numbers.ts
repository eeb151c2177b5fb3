import type { ConfidenceInterval } from "../../evaluation/intervals/percentile_interval.ts";
import type { Words } from "./words_en.ts";

/** Numbers as a reader of the language writes them. */
export interface NumberFormat {
  count(value: number | bigint): string;
  /** A measured share of 0 to 1 as a percentage, to two decimals or two digits. */
  rate(share: number): string;
  /** A share that is meant exactly, such as 0.01. */
  target(share: number): string;
  /** From one measured share to another. */
  rates(interval: ConfidenceInterval): string;
  /** Such as an AUC: four decimals. */
  metric(value: number): string;
  interval(interval: ConfidenceInterval | null, text: (value: number) => string): string;
  /** A share as so many out of a hundred, a thousand and so on: two digits of the rarer side. */
  outOf(share: number): readonly [count: string, of: string];
}

/** Writes numbers in the language of the words. */
export function numberFormat(words: Words): NumberFormat {
  const count = (value: number | bigint) =>
    value.toLocaleString(words.locale, { maximumFractionDigits: 1 });
  const percentage = (share: number) => {
    const value = 100 * share;
    if (value === 0 || value === 100) return `${value}`;
    return value >= 1 ? value.toFixed(2) : value.toPrecision(2);
  };
  return {
    count,
    rate: (share) => words.percent(percentage(share)),
    target: (share) => words.percent(`${+(100 * share).toPrecision(2)}`),
    rates: ([lower, upper]) => words.percent(`${percentage(lower)}–${percentage(upper)}`),
    metric: (value) => value.toFixed(4),
    interval: (interval, text) =>
      interval === null ? words.noInterval : words.interval(text(interval[0]), text(interval[1])),
    outOf(share) {
      const rarer = Math.min(share, 1 - share);
      const decades = rarer > 0 ? Math.ceil(Math.log10(10 / rarer)) : 2;
      const of = 10 ** Math.max(2, decades);
      return [count(Math.round(share * of)), count(of)];
    },
  };
}
