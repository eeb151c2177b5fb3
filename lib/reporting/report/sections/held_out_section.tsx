import type { ComponentChildren } from "preact";
import type { ConfidenceInterval } from "../../../evaluation/intervals/bootstrap_intervals.ts";
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
        <OtherFigures {...props} />
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

function OtherFigures(
  { content: { heldOut: test }, words, format: text }: SectionProps<MeasuredContent>,
) {
  const own = words.test;
  const { metrics: figures, intervals, retrieval } = test;
  const rates = (interval: ConfidenceInterval | undefined) => interval ? text.rates(interval) : "–";
  const rows = [
    [
      own.averagePrecision,
      text.rate(figures.averagePrecision),
      rates(intervals?.averagePrecision),
    ],
    [own.accuracy, text.rate(figures.accuracy), rates(intervals?.accuracy)],
    [
      own.balancedAccuracy,
      text.rate(figures.balancedAccuracy),
      rates(intervals?.balancedAccuracy),
    ],
    ...retrieval
      ? [
        [own.precisionAt1, text.rate(retrieval.precisionAt1), "–"],
        [own.rPrecision, text.rate(retrieval.rPrecision), "–"],
        [own.mapAtR, text.rate(retrieval.mapAtR), "–"],
        [own.mrr, text.metric(retrieval.meanReciprocalRank), "–"],
      ]
      : [],
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
