import type { TrainResult } from "../../mod.ts";
import { translate } from "../language/language.ts";
import { formatInterval } from "./format_interval.ts";
import { percent } from "./percent.ts";
import { renderTable } from "./table.ts";
import { trainingMessages as messages } from "./training_messages.ts";

/** The outcome of a run, for people to read. */
export function trainReport(result: TrainResult): string {
  const { run, interrupted, best, heldOut, calibration } = result;
  const { intervals } = heldOut;
  const tar = heldOut.tarAtFar["0.01"];
  const decimals = (value: number) => value.toFixed(4);
  const seconds = result.seconds.toFixed(0);
  const rows = [
    [messages.run(), run],
    [
      messages.trained(),
      interrupted ? messages.stopped({ seconds }) : messages.seconds({ seconds }),
    ],
    [messages.best(), messages.bestAuc({ epoch: best.epoch + 1, auc: decimals(best.auc) })],
    [
      messages.test(),
      messages.testSize({ identities: heldOut.identities, images: heldOut.images }),
    ],
    ["AUC", formatInterval(heldOut.auc, intervals?.auc, decimals)],
    ["EER", formatInterval(heldOut.eer, intervals?.eer, percent)],
    ...(heldOut.accuracy === null ? [] : [
      [
        messages.accuracy(),
        formatInterval(heldOut.accuracy, intervals?.accuracy, percent),
      ] as const,
    ]),
    [
      messages.tarAtFar({ far: "1 %" }),
      tar === null || tar === undefined
        ? messages.fewNegatives()
        : formatInterval(tar, intervals?.tarAtFar["0.01"], percent),
    ],
    [
      messages.threshold(),
      formatInterval(calibration.threshold, calibration.thresholdInterval, decimals),
    ],
    [
      messages.farAtThreshold(),
      formatInterval(calibration.far, calibration.farInterval, percent),
    ],
    [
      messages.frrAtThreshold(),
      formatInterval(calibration.frr, calibration.frrInterval, percent),
    ],
  ] as const;
  const shown = (cell: typeof rows[number][0 | 1]) =>
    typeof cell === "string" ? cell : translate(cell);
  return [
    renderTable(rows.map(([name, value]) => [shown(name), shown(value)])),
    translate(messages.next({ run })),
  ].join("\n\n");
}

/** The outcome of a run, for programs. The model file holds the other operating points. */
export function trainSummary({ calibration, ...rest }: TrainResult) {
  const { operatingPoints: _, ...chosen } = calibration;
  return { ...rest, threshold: chosen.threshold, calibration: chosen };
}
