import {
  operatingPointMetrics,
  pairMetricKeys,
  pairMetrics,
  tarAtFarMetric,
  type TrainResult,
} from "../../mod.ts";
import { phrase, translate } from "../language/language.ts";
import { formatMetric, metricRow } from "./format_metric.ts";
import { renderTable } from "./table.ts";

/** What a run came to, for people to read. */
export function trainReport(result: TrainResult): string {
  const { run, interrupted, best, seconds, heldOut, calibration } = result;
  const { intervals } = heldOut;
  const tar = heldOut.tarAtFar["0.01"];
  return [
    renderTable([
      [phrase`run`, run],
      [
        phrase`trained`,
        interrupted
          ? phrase`${seconds.toFixed(0)} s, stopped; go on with --resume`
          : phrase`${seconds.toFixed(0)} s`,
      ],
      [phrase`best epoch`, phrase`${best.epoch + 1}, validation AUC ${best.auc.toFixed(4)}`],
      [phrase`held out`, phrase`${heldOut.identities} identities, ${heldOut.images} images`],
      ...pairMetricKeys.flatMap((key) => {
        const value = heldOut[key];
        return typeof value === "number"
          ? [metricRow(pairMetrics[key], value, intervals?.[key])]
          : [];
      }),
      [
        translate(tarAtFarMetric.label("1 %")),
        tar === null || tar === undefined
          ? phrase`too few negatives`
          : formatMetric(tarAtFarMetric, tar, intervals?.tarAtFar["0.01"]),
      ],
      metricRow(
        operatingPointMetrics.threshold,
        calibration.threshold,
        calibration.thresholdInterval,
      ),
      metricRow(operatingPointMetrics.far, calibration.far, calibration.farInterval),
      metricRow(operatingPointMetrics.frr, calibration.frr, calibration.frrInterval),
    ]),
    phrase`Now compare two pictures: deno task verify A.jpg B.jpg --model ${run}`,
  ].join("\n\n");
}

/** What a run came to, for programs; the model keeps the other operating points. */
export function trainSummary({ calibration, ...rest }: TrainResult) {
  const { operatingPoints: _, ...chosen } = calibration;
  return { ...rest, threshold: chosen.threshold, calibration: chosen };
}
