import type { TrainResult } from "../../mod.ts";
import { percent } from "./percent.ts";
import { renderTable } from "./table.ts";
import { withInterval } from "./with_interval.ts";

/** What a run came to, for people to read. */
export function trainReport(result: TrainResult): string {
  const { run, interrupted, best, seconds, heldOut, calibration } = result;
  const { intervals } = heldOut;
  const tar = heldOut.tarAtFar["0.01"];
  const decimals = (value: number) => value.toFixed(4);
  return [
    renderTable([
      ["run", run],
      ["trained", `${seconds.toFixed(0)} s${interrupted ? ", stopped; go on with --resume" : ""}`],
      ["best epoch", `${best.epoch + 1}, validation AUC ${best.auc.toFixed(4)}`],
      ["held out", `${heldOut.identities} identities, ${heldOut.images} images`],
      ["AUC", withInterval(heldOut.auc, intervals?.auc, decimals)],
      ["EER", withInterval(heldOut.eer, intervals?.eer, percent)],
      ...(heldOut.accuracy === null ? [] : [
        ["accuracy", withInterval(heldOut.accuracy, intervals?.accuracy, percent)] as const,
      ]),
      [
        "TAR at FAR 1 %",
        tar === null || tar === undefined
          ? "too few negatives"
          : withInterval(tar, intervals?.tarAtFar["0.01"], percent),
      ],
      ["threshold", withInterval(calibration.threshold, calibration.thresholdInterval, decimals)],
      ["accepted falsely there", percent(calibration.far)],
      ["rejected falsely there", percent(calibration.frr)],
    ]),
    `Now compare two pictures: deno task verify A.jpg B.jpg --model ${run}`,
  ].join("\n\n");
}

/** What a run came to, for programs; the model keeps the other operating points. */
export function trainSummary({ calibration, ...rest }: TrainResult) {
  const { operatingPoints: _, ...chosen } = calibration;
  return { ...rest, threshold: chosen.threshold, calibration: chosen };
}
