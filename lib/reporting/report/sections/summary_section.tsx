import type { ConfidenceInterval } from "../../../evaluation/intervals/percentile_interval.ts";
import { type FarKey, tarAtFarMetric } from "../../../evaluation/metrics/far_keys.ts";
import { operatingPointMetrics } from "../../../evaluation/metrics/operating_point_metrics.ts";
import { pairMetricKeys, pairMetrics } from "../../../evaluation/metrics/pair_metrics.ts";
import type { MeasuredContent } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";

/** The false accept rate that a true accept rate is headlined at. */
const headlineFar: FarKey = "0.01";

/** What came out, in words and in figures. */
export function SummarySection({ content, words, format: text }: SectionProps<MeasuredContent>) {
  const { verdict } = words, { language } = content;
  const { metrics: figures, intervals, operatingPoint: decision, thresholdInterval, ...test } =
    content.heldOut;
  const { threshold, far, frr } = decision;
  const { positivePairs, negativePairs } = figures;
  const tar = figures.tarAtFar[headlineFar];
  const below = (
    interval: ConfidenceInterval | null | undefined,
    format: (value: number) => string,
  ) => text.interval(interval ?? null, format);
  return (
    <Section id="verdict" heading={verdict.heading}>
      <p class="verdict">
        {verdict.recognises(...text.outOf(1 - frr), threshold.toFixed(3))}
        {far > 0
          ? verdict.mistakes(...text.outOf(far))
          : verdict.noMistakes(text.count(negativePairs), text.target(3 / negativePairs))}
      </p>
      <p>
        {verdict.measuredOn(
          text.count(test.identities),
          text.count(test.images),
          text.count(positivePairs),
          text.count(negativePairs),
        )}
      </p>
      <dl class="headline">
        {pairMetricKeys.map((key) => {
          const { label, unit, meaning } = pairMetrics[key];
          const format = unit === "rate" ? text.rate : text.metric;
          return meaning && (
            <Headline
              key={key}
              name={label[language]}
              says={meaning[language]}
              value={format(figures[key])}
            >
              {below(intervals?.[key], format)}
            </Headline>
          );
        })}
        <Headline
          name={tarAtFarMetric.label(text.target(Number(headlineFar)))[language]}
          says={tarAtFarMetric.meaning[language]}
          value={tar === null ? "–" : text.rate(tar)}
        >
          {tar === null ? words.unsupported : below(intervals?.tarAtFar[headlineFar], text.rate)}
        </Headline>
        <Headline
          name={operatingPointMetrics.threshold.label[language]}
          says={operatingPointMetrics.threshold.meaning?.[language] ?? ""}
          value={threshold.toFixed(4)}
        >
          {below(thresholdInterval, text.metric)}
        </Headline>
        <Headline
          name={operatingPointMetrics.far.label[language]}
          says={verdict.farSays(text.target(content.model.calibration.targetFar))}
          value={text.rate(far)}
        >
          {below(intervals?.decided?.far, text.rate)}
        </Headline>
        <Headline
          name={operatingPointMetrics.frr.label[language]}
          says={verdict.frrSays}
          value={text.rate(frr)}
        >
          {below(intervals?.decided?.frr, text.rate)}
        </Headline>
      </dl>
      {intervals && (
        <p class="note">
          {verdict.intervals(text.count(intervals.identities), text.count(intervals.replicates))}
        </p>
      )}
    </Section>
  );
}

function Headline(
  { name, value, says, children }: {
    name: string;
    value: string;
    says: string;
    children?: string;
  },
) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="value">{value}</dd>
      {children && <dd class="interval">{children}</dd>}
      <dd class="says">{says}</dd>
    </div>
  );
}
