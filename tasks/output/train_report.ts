import type { TrainResult } from "../../mod.ts";
import { phrase } from "../language/language.ts";
import { percent } from "./percent.ts";
import { renderTable } from "./table.ts";
import { formatInterval } from "./format_interval.ts";

/** What a run came to, for people to read. */
export function trainReport(result: TrainResult): string {
  const { run, interrupted, best, seconds, heldOut, calibration } = result;
  const { intervals } = heldOut;
  const tar = heldOut.tarAtFar["0.01"];
  const decimals = (value: number) => value.toFixed(4);
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
      ["AUC", formatInterval(heldOut.auc, intervals?.auc, decimals)],
      ["EER", formatInterval(heldOut.eer, intervals?.eer, percent)],
      ...(heldOut.accuracy === null ? [] : [
        [phrase`accuracy`, formatInterval(heldOut.accuracy, intervals?.accuracy, percent)] as const,
      ]),
      [
        phrase`TAR at FAR ${"1 %"}`,
        tar === null || tar === undefined
          ? phrase`too few negatives`
          : formatInterval(tar, intervals?.tarAtFar["0.01"], percent),
      ],
      [
        phrase`threshold`,
        formatInterval(calibration.threshold, calibration.thresholdInterval, decimals),
      ],
      [
        phrase`accepted falsely there`,
        formatInterval(calibration.far, calibration.farInterval, percent),
      ],
      [
        phrase`rejected falsely there`,
        formatInterval(calibration.frr, calibration.frrInterval, percent),
      ],
    ]),
    phrase`Now compare two pictures: deno task verify A.jpg B.jpg --model ${run}`,
  ].join("\n\n");
}

/** What a run came to, for programs; the model keeps the other operating points. */
export function trainSummary({ calibration, ...rest }: TrainResult) {
  const { operatingPoints: _, ...chosen } = calibration;
  return { ...rest, threshold: chosen.threshold, calibration: chosen };
}
