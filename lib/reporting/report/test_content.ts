import type { Interval } from "../../evaluation/bootstrap_intervals.ts";
import type { MeasuredPairs } from "../../verification/measured_pairs.ts";
import type { TestContent } from "./report_content.ts";

/**
 * What a report and its charts show of measured pairs.
 *
 * @param on the identities that were measured on, in English: such as `15 held-out identities`
 */
export function testContent(
  { figures, intervals, retrieval, decision, curves }: MeasuredPairs,
  { on, ...rest }: {
    on: string;
    identities: number;
    images: number;
    thresholdInterval: Interval | null;
  },
): TestContent {
  const count = (value: number) => value.toLocaleString("en-US");
  const subtitle =
    `${on}, ${count(rest.images)} images, ${count(figures.positivePairs)} positive ` +
    `and ${count(figures.negativePairs)} negative pairs`;
  return { ...rest, subtitle, figures, intervals, retrieval, decision, ...curves };
}
