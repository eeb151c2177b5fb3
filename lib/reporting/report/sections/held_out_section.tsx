import type { ComponentChildren } from "preact";
import type { ConfidenceInterval } from "../../../evaluation/intervals/percentile_interval.ts";
import type { MetricDefinition } from "../../../evaluation/metrics/metric_definition.ts";
import { pairMetricKeys, pairMetrics } from "../../../evaluation/metrics/pair_metrics.ts";
import { retrievalDefinitions } from "../../../evaluation/metrics/retrieval_metrics.ts";
import { pageStyle } from "../../charts/chart_style.ts";
import type { MeasuredContent } from "../content/report_content.ts";
import { heldOutCharts } from "../pictures/held_out_charts.ts";
import { ChartPanel } from "../page/chart_figure.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** How well the model tells identities apart. */
export function HeldOutSection(
  { children, ...props }: SectionProps<MeasuredContent> & {
    /** Tables that go before the others. */
    children?: ComponentChildren;
  },
) {
  const { content, words, format: text } = props;
  const own = words.test;
  const { metrics: figures } = content.heldOut;
  const pictures = heldOutCharts(content.heldOut, pageStyle(words.charts));
  return (
    <Section id="test" heading={own.heading}>
      <div class="charts">
        <ChartPanel
          title={own.roc}
          says={own.rocSays(text.metric(figures.auc))}
          svg={pictures.roc}
        />
        <ChartPanel
          title={own.histogram}
          says={own.histogramSays}
          svg={pictures.similarities}
        />
        <ChartPanel
          title={own.pr}
          says={own.prSays(text.metric(figures.averagePrecision))}
          svg={pictures["precision-recall"]}
        />
        <ChartPanel
          title={own.det}
          says={own.detSays(text.rate(figures.eer))}
          svg={pictures.det}
        />
      </div>
      <div class="tables">
        {children}
        <TarTable {...props} />
        <OtherMetrics {...props} />
      </div>
    </Section>
  );
}

function TarTable(
  { content: { heldOut: test }, words, format: text }: SectionProps<MeasuredContent>,
) {
  const own = words.test;
  const { metrics: { tarAtFar }, intervals } = test;
  // One that lacks support speaks for all below it.
  const keys = (Object.keys(tarAtFar) as (keyof typeof tarAtFar)[])
    .sort((a, b) => Number(b) - Number(a));
  const unsupported = keys.findIndex((far) => tarAtFar[far] === null);
  const rows = keys.slice(0, unsupported < 0 ? undefined : unsupported + 1)
    .map((far) => {
      const tar = tarAtFar[far], interval = intervals?.tarAtFar[far];
      return {
        cells: [
          text.target(Number(far)),
          tar === null ? "–" : text.rate(tar),
          tar === null ? words.tooFew : interval ? text.rates(interval) : "–",
        ],
      };
    });
  return (
    <Table
      caption={own.tarTable}
      columns={[own.far, own.tar, own.interval].map((name) => ({ name, numeric: true }))}
      rows={rows}
    />
  );
}

/** The metrics that the summary does not show. */
function OtherMetrics(
  { content: { heldOut: test, language }, words, format: text }: SectionProps<MeasuredContent>,
) {
  const own = words.test;
  const { metrics, intervals, retrieval } = test;
  const row = (
    { label, unit }: MetricDefinition,
    value: number,
    interval?: ConfidenceInterval,
  ) => [
    label[language],
    unit === "rate" ? text.rate(value) : text.metric(value),
    !interval
      ? "–"
      : unit === "rate"
      ? text.rates(interval)
      : interval.map((end) => text.metric(end)).join("–"),
  ];
  const retrievalKeys = Object.keys(retrievalDefinitions) as (keyof typeof retrievalDefinitions)[];
  const rows = [
    ...pairMetricKeys.filter((key) => !pairMetrics[key].meaning)
      .map((key) => row(pairMetrics[key], metrics[key], intervals?.[key])),
    ...retrieval ? retrievalKeys.map((key) => row(retrievalDefinitions[key], retrieval[key])) : [],
  ];
  return (
    <Table
      caption={own.otherFigures}
      columns={[own.figure, own.value, own.interval].map((name, index) => ({
        name,
        numeric: index > 0,
      }))}
      rows={rows.map((cells) => ({ cells }))}
    />
  );
}
