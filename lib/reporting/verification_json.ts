import type { Intervals } from "../evaluation/intervals/bootstrap_intervals.ts";
import type { OpenSetIdentification } from "../evaluation/identification/open_set_identification.ts";
import type { RetrievalMetrics } from "../evaluation/metrics/retrieval_metrics.ts";
import { messageJson } from "../language/message_json.ts";
import type { FolderThreshold } from "../verification/folder_threshold.ts";
import type { FolderVerification } from "../verification/folder_verification.ts";

/** A verified folder for programs: its metrics in one flat object, without the curves. */
export function verificationJson(verification: FolderVerification): Record<string, unknown> {
  const { mode, identities, images, metrics, operatingPoint, enrolled } = verification;
  return {
    mode,
    identities,
    images,
    ...metrics,
    ...operatingPoint,
    thresholdInterval: verification.thresholdInterval,
    thresholdName: verification.named?.name ?? null,
    targetFar: verification.targetFar,
    provisional: verification.provisional,
    folderThreshold: withoutTable(verification.folderThreshold),
    shift: verification.shift,
    intervals: withoutBand(verification.intervals),
    retrieval: atCommonRanks(verification.retrieval),
    identification: withoutCurve(verification.identification),
    crossValidation: verification.crossValidation,
    ...(mode === "one-to-one" ? { enrolled } : {}),
    skipped: verification.skipped.map((file) => messageJson("", file)),
    missingPairs: verification.missingPairs,
    missing: verification.missing,
    seen: verification.seen,
    seenPairs: verification.seenPairs,
    copies: verification.copies,
    listFaults: verification.listFaults,
  };
}

function withoutTable(
  folderThreshold: FolderThreshold | null,
): Omit<FolderThreshold, "operatingPoints"> | null {
  if (!folderThreshold) return null;
  const { operatingPoints: _, ...rest } = folderThreshold;
  return rest;
}

function withoutBand(intervals: Intervals | null): Omit<Intervals, "band"> | null {
  if (!intervals) return null;
  const { band: _, ...rest } = intervals;
  return rest;
}

/** The fraction found at rank 1, 5 and 10; null beyond the number of other images. */
function atCommonRanks(retrieval: RetrievalMetrics | null) {
  return retrieval && {
    ...retrieval,
    cmc: Object.fromEntries([1, 5, 10].map((rank) => [rank, retrieval.cmc[rank - 1] ?? null])),
  };
}

function withoutCurve(
  identification: OpenSetIdentification | null,
): Omit<OpenSetIdentification, "curve"> | null {
  if (!identification) return null;
  const { curve: _, ...rest } = identification;
  return rest;
}
