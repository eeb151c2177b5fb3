import { type ChartLook, pictureLook } from "../charts/chart_look.ts";
import { detPicture } from "../charts/det_picture.ts";
import { histogramPicture } from "../charts/histogram_picture.ts";
import { precisionRecallPicture } from "../charts/precision_recall_picture.ts";
import { rocPicture } from "../charts/roc_picture.ts";
import type { TestContent } from "./report_content.ts";

/** The four pictures of what was measured, each an SVG document. */
export type TestPictures = Readonly<
  Record<"roc" | "precision-recall" | "det" | "similarities", string>
>;

/** Draws what was measured on a test. */
export function testPictures(test: TestContent, look: ChartLook = pictureLook): TestPictures {
  const { figures, intervals, roc, precisionRecall, det, histogram, subtitle, decision } = test;
  const { auc, eer, averagePrecision, positivePairs, negativePairs } = figures;
  const { threshold } = decision;
  return {
    "roc": rocPicture(
      { curve: roc, auc, subtitle, decision, ...intervals && { band: intervals.band } },
      look,
    ),
    "precision-recall": precisionRecallPicture({
      curve: precisionRecall,
      averagePrecision,
      subtitle,
      positiveShare: positivePairs / (positivePairs + negativePairs),
      threshold,
    }, look),
    "det": detPicture({ curve: det, eer, subtitle, decision }, look),
    "similarities": histogramPicture({ histogram, subtitle, threshold }, look),
  };
}
