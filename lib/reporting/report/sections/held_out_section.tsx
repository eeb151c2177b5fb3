/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { ConfidenceInterval } from "../../../evaluation/intervals/confidence_interval.ts";
import type { MetricDefinition } from "../../../evaluation/metrics/metric_definition.ts";
import { pairMetrics, shownPairMetrics } from "../../../evaluation/metrics/pair_metrics.ts";
import {
  retrievalDefinitions,
  retrievalKeys,
} from "../../../evaluation/metrics/retrieval_metrics.ts";
import { pageStyle } from "../../charts/chart_style.ts";
import type { MeasuredContent } from "../content/report_content.ts";
import { heldOutCharts } from "../images/held_out_charts.ts";
import { ChartPanel, Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { heldOutMessages as messages } from "./held_out_messages.ts";

/** The curves and metrics on held-out images. */
export function HeldOutSection(
  { children, ...props }: SectionProps<MeasuredContent> & {
    /** Tables before the others. */
    children?: ComponentChildren;
  },
) {
  const { content: { heldOut, language }, translate, format } = props;
  const { metrics } = heldOut;
  const charts = heldOutCharts(heldOut, pageStyle(language));
  return (
    <Section id="test" heading={translate(messages.heading())}>
      <div class="charts">
        <ChartPanel
          title={translate(messages.roc())}
          explanation={translate(messages.rocMeaning({ auc: format.metric(metrics.auc) }))}
          svg={charts.roc}
        />
        <ChartPanel
          title={translate(messages.histogram())}
          explanation={translate(messages.histogramMeaning())}
          svg={charts.similarities}
        />
        <ChartPanel
          title={translate(messages.precisionRecall())}
          explanation={translate(messages.precisionRecallMeaning({
            averagePrecision: format.metric(metrics.averagePrecision),
          }))}
          svg={charts["precision-recall"]}
        />
        <ChartPanel
          title={translate(messages.det())}
          explanation={translate(messages.detMeaning({ eer: format.rate(metrics.eer) }))}
          svg={charts.det}
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
  { content: { heldOut: { metrics, intervals } }, translate, format }: SectionProps<
    MeasuredContent
  >,
) {
  const { tarAtFar } = metrics;
  const keys = (Object.keys(tarAtFar) as (keyof typeof tarAtFar)[])
    .sort((a, b) => Number(b) - Number(a));
  // The first that has too few pairs speaks for all below it.
  const unsupported = keys.findIndex((far) => tarAtFar[far] === null);
  const rows = keys.slice(0, unsupported < 0 ? undefined : unsupported + 1).map((far) => {
    const tar = tarAtFar[far], interval = intervals?.tarAtFar[far];
    const target = format.target(Number(far));
    return {
      cells: tar === null
        ? [target, "–", translate(messages.tooFewPairs())]
        : [target, format.rate(tar), interval ? format.rateRange(interval) : "–"],
    };
  });
  const columns = [messages.far(), messages.tar(), messages.interval()];
  return (
    <Table
      caption={translate(messages.tarTable())}
      columns={columns.map((name) => ({ name: translate(name), numeric: true }))}
      rows={rows}
    />
  );
}

/** The metrics that the summary does not show. */
function OtherMetrics(
  { content: { heldOut: { metrics, intervals, retrieval }, language }, translate, format }:
    SectionProps<MeasuredContent>,
) {
  const row = (
    { label, unit }: MetricDefinition,
    value: number,
    interval?: ConfidenceInterval,
  ): readonly [name: string, value: string, interval: string] =>
    unit === "rate"
      ? [label[language], format.rate(value), interval ? format.rateRange(interval) : "–"]
      : [
        label[language],
        format.metric(value),
        interval ? interval.map((end) => format.metric(end)).join("–") : "–",
      ];
  const rows = [
    ...shownPairMetrics(metrics).filter((key) => !pairMetrics[key].meaning)
      .map((key) => row(pairMetrics[key], metrics[key], intervals?.[key])),
    ...retrieval ? retrievalKeys.map((key) => row(retrievalDefinitions[key], retrieval[key])) : [],
  ];
  const columns = [messages.metric(), messages.value(), messages.interval()];
  return (
    <Table
      caption={translate(messages.otherMetrics())}
      columns={columns.map((name, index) => ({ name: translate(name), numeric: index > 0 }))}
      rows={rows.map((cells) => ({ cells }))}
    />
  );
}
