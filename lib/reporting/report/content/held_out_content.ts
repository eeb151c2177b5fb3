import type { ConfidenceInterval } from "../../../evaluation/intervals/confidence_interval.ts";
import { formatMessage } from "../../../language/user_message.ts";
import type { FolderVerification } from "../../../verification/folder_verification.ts";
import type { MeasuredPairs } from "../../../verification/measured_pairs.ts";
import { chartMessages } from "../../charts/messages.ts";
import type { HeldOutContent } from "./report_content.ts";

/** Gathers what a report and its charts show of measured pairs. */
export function heldOutContent(
  { metrics, intervals, retrieval, operatingPoint, curves }: MeasuredPairs,
  { identities, images, thresholdInterval, mode }: {
    readonly identities: number;
    readonly images: number;
    /** Of the threshold of the model; null if there is none. */
    readonly thresholdInterval: ConfidenceInterval | null;
    /** How a folder was verified; absent for the held-out identities of a run. */
    readonly mode?: FolderVerification["mode"];
  },
): HeldOutContent {
  const { positivePairs: positives, negativePairs: negatives } = metrics;
  const counts = { identities, images, positives, negatives };
  return {
    identities,
    images,
    thresholdInterval,
    subtitle: formatMessage(
      mode === undefined
        ? chartMessages.heldOutSubtitle(counts)
        : chartMessages.folderSubtitle({ mode, ...counts }),
    ),
    metrics,
    intervals,
    retrieval,
    operatingPoint,
    ...curves,
  };
}
