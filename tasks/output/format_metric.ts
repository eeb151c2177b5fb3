import type { ConfidenceInterval, MetricDefinition, MetricUnit } from "../../lib/evaluation/mod.ts";
import { translate } from "../language/language.ts";
import { percent } from "./percent.ts";
import { verifyMessages } from "./verify_messages.ts";

/**
 * A metric with its 95 % confidence interval, such as `0.9965 (0.9910 to 0.9990)`.
 *
 * @param interval null or absent if it could not be measured
 */
export function formatMetric(
  { unit }: { readonly unit: MetricUnit },
  value: number,
  interval?: ConfidenceInterval | null,
): string {
  const show = unit === "rate" ? percent : (score: number) => score.toFixed(4);
  if (!interval) return show(value);
  // The unit of the lower end follows from that of the upper end.
  const [lower, upper] = [show(interval[0]).split(" ")[0]!, show(interval[1])];
  return translate(verifyMessages.interval({ value: show(value), lower, upper }));
}

/** The row of a metric in a table: its label and its value. */
export function metricRow(
  definition: MetricDefinition,
  value: number,
  interval?: ConfidenceInterval | null,
): [label: string, value: string] {
  return [translate(definition.label), formatMetric(definition, value, interval)];
}
