import type { Language } from "./user_message.ts";

/** Formats numbers as a reader of a language expects them. */
export interface NumberFormat {
  /** Formats a count, or a mean of counts to one decimal: `1,200`. */
  readonly count: (value: number | bigint) => string;
  /**
   * Formats a measured rate from 0 to 1 as a percentage, to two decimals, and to two digits below 1%:
   * `3.13%`, `0.066%`.
   */
  readonly rate: (rate: number) => string;
  /** Formats a rate that is exact, such as the target 0.01, to two digits at most: `1%`. */
  readonly target: (rate: number) => string;
  /** Formats a rate that labels an axis, to two decimals at most: `12.5%`. */
  readonly axisRate: (rate: number) => string;
  /** Formats an interval of measured rates: `0.50%–3.13%`. */
  readonly rateRange: (interval: readonly [lower: number, upper: number]) => string;
  /** Formats a metric that is no rate, such as AUC, to four decimals. */
  readonly metric: (value: number) => string;
}

/** Makes the functions that format numbers for readers of a language. */
export function numberFormat(language: Language): NumberFormat {
  const formatter = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(language, options);
    return (value: number | bigint) => format.format(value);
  };
  const percent = (options: Intl.NumberFormatOptions) =>
    formatter({ style: "percent", ...options });
  const whole = percent({});
  const twoDecimals = percent({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const twoDigits = percent({ minimumSignificantDigits: 2, maximumSignificantDigits: 2 });
  const rate = (rate: number) => {
    if (rate === 0 || rate === 1) return whole(rate);
    return rate >= 0.01 ? twoDecimals(rate) : twoDigits(rate);
  };
  return {
    count: formatter({ maximumFractionDigits: 1 }),
    rate,
    target: percent({ maximumSignificantDigits: 2 }),
    axisRate: percent({ maximumFractionDigits: 2 }),
    rateRange: ([lower, upper]) => `${rate(lower)}–${rate(upper)}`,
    metric: (value) => value.toFixed(4),
  };
}
