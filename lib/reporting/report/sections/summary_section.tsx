import type { ConfidenceInterval } from "../../../evaluation/intervals/bootstrap_intervals.ts";
import type { MeasuredContent } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";

/** The false accept rate that a true accept rate is headlined at. */
const headlineFar = "0.01";

/** What came out, in words and in figures. */
export function SummarySection({ content, words, format: text }: SectionProps<MeasuredContent>) {
  const { verdict } = words;
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
        <Headline name={verdict.auc} says={verdict.aucSays} value={text.metric(figures.auc)}>
          {below(intervals?.auc, text.metric)}
        </Headline>
        <Headline name={verdict.eer} says={verdict.eerSays} value={text.rate(figures.eer)}>
          {below(intervals?.eer, text.rate)}
        </Headline>
        <Headline
          name={verdict.tar(text.target(Number(headlineFar)))}
          says={verdict.tarSays}
          value={tar === null ? "–" : text.rate(tar)}
        >
          {tar === null ? words.unsupported : below(intervals?.tarAtFar[headlineFar], text.rate)}
        </Headline>
        <Headline
          name={verdict.threshold}
          says={verdict.thresholdSays}
          value={threshold.toFixed(4)}
        >
          {below(thresholdInterval, text.metric)}
        </Headline>
        <Headline
          name={verdict.far}
          says={verdict.farSays(text.target(content.model.calibration.targetFar))}
          value={text.rate(far)}
        >
          {below(intervals?.decided?.far, text.rate)}
        </Headline>
        <Headline name={verdict.frr} says={verdict.frrSays} value={text.rate(frr)}>
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
