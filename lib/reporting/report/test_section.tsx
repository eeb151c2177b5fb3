import type { Interval } from "../../evaluation/bootstrap_intervals.ts";
import { operatingPointAt } from "../../evaluation/operating_point_at.ts";
import { pageLook } from "../charts/chart_look.ts";
import { testPictures } from "./test_pictures.ts";
import { ChartFigure } from "./chart_figure.tsx";
import { Section, type SectionProps } from "./section.tsx";
import { Table } from "./table.tsx";

/** Rates that a threshold is offered for, as far as validation supports them. */
const offered = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0001];

/** How well the model tells identities apart, and which threshold does what. */
export function TestSection(props: SectionProps) {
  const { content, words, text } = props;
  const own = words.test;
  const { figures } = content.test;
  const pictures = testPictures(content, pageLook(words.charts));
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
        <ThresholdTable {...props} />
        <TarTable {...props} />
        <OtherFigures {...props} />
      </div>
    </Section>
  );
}

function ThresholdTable(
  { content: { model: { calibration } }, words: { test: own }, text }: SectionProps,
) {
  const rows = offered
    .filter((far) => far >= calibration.smallestFar && far !== calibration.targetFar)
    .map((far) => ({ far, marked: false, ...ratesAt(operatingPointAt(calibration, { far })) }));
  const all = [
    ...rows,
    { far: calibration.targetFar, marked: true, ...ratesAt(calibration) },
  ].sort((a, b) => b.far - a.far);
  return (
    <div>
      <Table
        caption={own.thresholdTable}
        columns={[own.wanted, own.threshold, own.farMeasured, own.frrMeasured]
          .map((name) => ({ name, numeric: true }))}
        rows={all.map(({ far, threshold, measured, frr, marked }) => ({
          marked,
          cells: [text.target(far), threshold.toFixed(4), text.rate(measured), text.rate(frr)],
        }))}
      />
      <p class="note">{own.thresholdSays}</p>
    </div>
  );
}

function ratesAt({ threshold, far, frr }: { threshold: number; far: number; frr: number }) {
  return { threshold, measured: far, frr };
}

function TarTable({ content: { test }, words, text }: SectionProps) {
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

function OtherFigures({ content: { test }, words, text }: SectionProps) {
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
