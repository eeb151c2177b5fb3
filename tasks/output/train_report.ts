import {
  meanAndDeviation,
  operatingPointMetrics,
  pairMetrics,
  shownPairMetrics,
  tarAtFarMetric,
} from "../../lib/evaluation/mod.ts";
import type { TrainResult } from "../../lib/training/mod.ts";
import { translate } from "../language/language.ts";
import { cautionList } from "./caution_list.ts";
import { formatMetric, metricRow } from "./format_metric.ts";
import { renderTable } from "./table.ts";
import { trainingMessages as messages } from "./training_messages.ts";

/** The outcome of a run, for people to read. */
export function trainReport(result: TrainResult): string {
  const { run, interrupted, best, folds, heldOut, calibration } = result;
  const { intervals } = heldOut;
  const tar = heldOut.tarAtFar["0.01"];
  const seconds = result.seconds.toFixed(0);
  const rows: readonly (readonly [label: string, value: string])[] = [
    [translate(messages.run()), run],
    [
      translate(messages.trained()),
      translate(interrupted ? messages.stopped({ seconds }) : messages.seconds({ seconds })),
    ],
    [
      translate(messages.best()),
      translate((folds.length > 0 ? messages.bestOfFolds : messages.bestAuc)({
        epoch: best.epoch + 1,
        auc: formatMetric(pairMetrics.auc, best.auc),
      })),
    ],
    ...folds.length > 0 ? foldRows(folds, heldOut) : [
      [
        translate(
          heldOut.part === "validation" ? messages.measuredOnValidation() : messages.test(),
        ),
        translate(messages.testSize({ identities: heldOut.identities, images: heldOut.images })),
      ] as const,
    ],
    ...shownPairMetrics(calibration).flatMap((key) => {
      const value = heldOut[key];
      return typeof value === "number"
        ? [metricRow(pairMetrics[key], value, intervals?.[key])]
        : [];
    }),
    [
      translate(tarAtFarMetric.label("1 %")),
      tar === null || tar === undefined
        ? translate(messages.fewNegatives())
        : formatMetric(tarAtFarMetric, tar, intervals?.tarAtFar["0.01"]),
    ],
    metricRow(
      operatingPointMetrics.threshold,
      calibration.threshold,
      calibration.thresholdInterval,
    ),
    metricRow(operatingPointMetrics.targetFar, calibration.targetFar),
    metricRow(operatingPointMetrics.far, calibration.far, calibration.farInterval),
    metricRow(operatingPointMetrics.frr, calibration.frr, calibration.frrInterval),
  ];
  return [
    renderTable(rows),
    folds.length > 0 ? translate(messages.thresholdOfFolds()) : "",
    cautionList(result.cautions),
    translate(messages.next({ run })),
  ].filter((text) => text !== "").join("\n\n");
}

/** What was measured in folds, and how much the folds differ. */
function foldRows(
  folds: TrainResult["folds"],
  { identities, images }: TrainResult["heldOut"],
): (readonly [label: string, value: string])[] {
  const aucs = folds.map(({ auc }) => auc);
  const { mean, deviation } = meanAndDeviation(aucs);
  const show = (auc: number) => formatMetric(pairMetrics.auc, auc);
  return [
    [
      translate(messages.measured()),
      translate(messages.sizeInFolds({ identities, images, folds: folds.length })),
    ],
    [
      translate(messages.aucOfFolds()),
      translate(messages.meanOfFolds({
        aucs: aucs.map(show).join(", "),
        mean: show(mean),
        deviation: show(deviation),
      })),
    ],
  ];
}

/** The outcome of a run, for programs. The model file holds the other operating points. */
export function trainSummary({ calibration, ...rest }: TrainResult) {
  const { operatingPoints: _, ...chosen } = calibration;
  return { ...rest, threshold: chosen.threshold, calibration: chosen };
}
