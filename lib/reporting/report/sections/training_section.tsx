import { pageStyle } from "../../charts/chart_style.ts";
import { epochCharts } from "../../charts/epoch_charts.ts";
import { ChartPanel } from "../page/chart_figure.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** How training went, epoch by epoch; nothing where not one is over. */
export function TrainingSection(
  { content: { epochs, bestEpoch: kept }, words, format: text }: SectionProps,
) {
  if (epochs.length === 0) return null;
  const own = words.training, { charts } = words;
  const pictures = epochCharts(epochs, kept, {
    ...pageStyle(charts),
    width: 310,
    height: 240,
  });
  const best = epochs.find(({ epoch }) => epoch === kept);
  return (
    <Section id="training" heading={own.heading}>
      {best && (
        <p>
          {own.says(
            text.count(kept + 1),
            text.count(epochs.length),
            text.metric(best.validation.auc),
          )}
        </p>
      )}
      <div class="charts">
        <ChartPanel title={own.loss} svg={pictures.loss} />
        <ChartPanel title={own.auc} svg={pictures["validation-auc"]} />
        <ChartPanel title={own.eer} svg={pictures["validation-eer"]} />
        <ChartPanel title={own.distances} svg={pictures.distances} />
      </div>
      <details>
        <summary>{own.table}</summary>
        <Table
          caption={own.table}
          columns={[
            own.epoch,
            charts.loss,
            charts.auc,
            charts.eer,
            own.active,
            own.rate,
            own.speed,
            own.miner,
          ].map((name, index) => ({ name, numeric: index < 7 }))}
          rows={epochs.map((line) => ({
            marked: line.epoch === kept,
            cells: [
              text.count(line.epoch + 1),
              text.metric(line.loss),
              text.metric(line.validation.auc),
              text.rate(line.validation.eer),
              text.rate(line.activeFraction),
              line.learningRate.toPrecision(3),
              text.count(Math.round(line.imagesPerSecond)),
              line.miner,
            ],
          }))}
        />
      </details>
    </Section>
  );
}
