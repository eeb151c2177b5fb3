/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { pageStyle } from "../../charts/chart_style.ts";
import { epochCharts } from "../../charts/epoch_charts.ts";
import { chartMessages } from "../../charts/messages.ts";
import { ChartPanel, Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { foldMessages } from "./fold_messages.ts";
import { trainingMessages as messages } from "./training_messages.ts";

/** The course of training, epoch by epoch; nothing before the end of the first epoch. */
export function TrainingSection({ content, translate, format }: SectionProps) {
  const { epochs, bestEpoch, folds, language } = content;
  if (epochs.length === 0) return null;
  const charts = epochCharts(epochs, bestEpoch, {
    ...pageStyle(language),
    width: 310,
    height: 240,
  });
  const best = epochs.find(({ epoch }) => epoch === bestEpoch);
  const table = translate(messages.table());
  const columns = [
    messages.epoch(),
    messages.loss(),
    messages.auc(),
    messages.eer(),
    messages.activeFraction(),
    messages.learningRate(),
    messages.imagesPerSecond(),
    messages.miner(),
  ];
  return (
    <Section id="training" heading={translate(messages.heading())}>
      {best && (
        <p>
          {translate(
            folds.length > 0
              ? foldMessages.bestEpoch({
                epochs: bestEpoch + 1,
                auc: format.metric(best.validation.auc),
              })
              : messages.bestEpoch({
                epoch: bestEpoch + 1,
                epochs: epochs.length,
                auc: format.metric(best.validation.auc),
              }),
          )}
        </p>
      )}
      <div class="charts">
        <ChartPanel title={translate(chartMessages.lossTitle())} svg={charts.loss} />
        <ChartPanel title={translate(chartMessages.aucTitle())} svg={charts["validation-auc"]} />
        <ChartPanel title={translate(chartMessages.eerTitle())} svg={charts["validation-eer"]} />
        <ChartPanel title={translate(chartMessages.distancesTitle())} svg={charts.distances} />
      </div>
      <details>
        <summary>{table}</summary>
        <Table
          caption={table}
          columns={columns.map((name, index) => ({ name: translate(name), numeric: index < 7 }))}
          rows={epochs.map((epoch) => ({
            marked: epoch.epoch === bestEpoch,
            cells: [
              format.count(epoch.epoch + 1),
              format.metric(epoch.loss),
              format.metric(epoch.validation.auc),
              format.rate(epoch.validation.eer),
              format.rate(epoch.activeFraction),
              epoch.learningRate.toPrecision(3),
              format.count(Math.round(epoch.imagesPerSecond)),
              epoch.miner,
            ],
          }))}
        />
      </details>
    </Section>
  );
}
