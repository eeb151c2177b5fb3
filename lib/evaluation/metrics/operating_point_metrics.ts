import type { MetricDefinition } from "./metric_definition.ts";

/** The threshold that decides and the error rates at it, in the order in which they are shown. */
export const operatingPointMetrics: Readonly<
  Record<"threshold" | "targetFar" | "far" | "frr", MetricDefinition>
> = {
  threshold: {
    label: { en: "threshold", ja: "閾値" },
    unit: "score",
  },
  targetFar: {
    label: { en: "false accept rate asked for", ja: "目標の他人受入率(FAR)" },
    unit: "rate",
  },
  far: {
    label: { en: "false accept rate at the threshold", ja: "閾値での他人受入率(FAR)" },
    unit: "rate",
  },
  frr: {
    label: { en: "false reject rate at the threshold", ja: "閾値での本人拒否率(FRR)" },
    unit: "rate",
  },
};
