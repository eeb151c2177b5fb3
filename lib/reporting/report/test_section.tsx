import type { ComponentChildren } from "preact";
import type { Interval } from "../../evaluation/bootstrap_intervals.ts";
import { pageLook } from "../charts/chart_look.ts";
import type { MeasuredContent } from "./report_content.ts";
import { testPictures } from "./test_pictures.ts";
import { ChartFigure } from "./chart_figure.tsx";
import { Section, type SectionProps } from "./section.tsx";
import { Table } from "./table.tsx";

/** How well the model tells identities apart. */
export function TestSection(
  { children, ...props }: SectionProps<MeasuredContent> & {
    /** Tables that go before the others. */
    children?: ComponentChildren;
  },
) {
  const { content, words, text } = props;
  const own = words.test;
  const { figures } = content.test;
  const pictures = testPictures(content.test, pageLook(words.charts));
  return (
    <Section id="test" heading={own.heading}>
      <div class="charts">
        <ChartFigure
          title={own.roc}
          says={own.rocSays(text.figure(figures.auc))}
          svg={pictures.roc}
        />
        <ChartFigure
          title={own.histogram}
          says={own.histogramSays}
          svg={pictures.similarities}
        />
        <ChartFigure
          title={own.pr}
          says={own.prSays(text.figure(figures.averagePrecision))}
          svg={pictures["precision-recall"]}
        />
        <ChartFigure
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

function TarTable({ content: { test }, words, text }: SectionProps<MeasuredContent>) {
  const own = words.test;
  const { figures: { tarAtFar }, intervals } = test;
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

function OtherFigures({ content: { test }, words, text }: SectionProps<MeasuredContent>) {
  const own = words.test;
  const { figures, intervals, retrieval } = test;
  const rates = (interval: Interval | undefined) => interval ? text.rates(interval) : "–";
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
        [own.mrr, text.figure(retrieval.meanReciprocalRank), "–"],
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
