import type { ConfidenceInterval } from "../../../evaluation/intervals/percentile_interval.ts";
import type { MeasuredPairs } from "../../../verification/measured_pairs.ts";
import type { HeldOutContent } from "./report_content.ts";

/**
 * What a report and its charts show of measured pairs.
 *
 * @param on the identities that were measured on, in English: such as `15 held-out identities`
 */
export function heldOutContent(
  { metrics: figures, intervals, retrieval, operatingPoint: decision, curves }: MeasuredPairs,
  { on, ...rest }: {
    on: string;
    identities: number;
    images: number;
    thresholdInterval: ConfidenceInterval | null;
  },
): HeldOutContent {
  const count = (value: number) => value.toLocaleString("en-US");
  const subtitle =
    `${on}, ${count(rest.images)} images, ${count(figures.positivePairs)} positive ` +
    `and ${count(figures.negativePairs)} negative pairs`;
  return {
    ...rest,
    subtitle,
    metrics: figures,
    intervals,
    retrieval,
    operatingPoint: decision,
    ...curves,
  };
}
