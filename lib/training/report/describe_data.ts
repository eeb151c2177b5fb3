import { countPairs, sizeHistogram } from "../../dataset/catalog/count_pairs.ts";
import type { PartEstimate } from "../../dataset/estimate/estimate.ts";
import type { DataContent } from "../../reporting/report/content/report_content.ts";
import type { DuplicateCounts } from "../data/check_split.ts";
import type { Overlap } from "../data/keep_apart.ts";
import type { HeldOutPart } from "../data/prepare_data.ts";
import type { FinishedRun } from "./finished_run.ts";

/** What a run trained on: its parts, and the files that are in no part or in two places. */
export function describeData(
  { settings, data, skipped, duplicates: copies }: Pick<
    FinishedRun,
    "settings" | "data" | "skipped" | "duplicates"
  >,
): DataContent {
  const { catalog, train, validation, test } = data;
  const { leftOut, duplicates, conflicts, notes } = catalog;
  return {
    folder: settings.data,
    validationFolder: settings.validationData,
    testFolder: settings.testData,
    apart: isApart(data.overlap, copies),
    parts: {
      train: countPart(train.map(({ length }) => length)),
      validation: countPart(sizesOf(validation)),
      test: countPart(sizesOf(test)),
    },
    leftOut,
    skipped,
    duplicates,
    conflicts,
    notes,
  };
}

/** True if nothing says that a held-out identity was trained on. */
function isApart(
  { validation, test, included, unknown }: Overlap,
  { exact, near, conflicts, before }: DuplicateCounts,
): boolean {
  const shared = included ? [...validation.names, ...test.names] : [];
  const doubtful = [...validation.sameNumbers, ...test.sameNumbers];
  const copied = exact + (near ?? 0) - conflicts + (before ?? 0);
  return !unknown && shared.length + doubtful.length + copied === 0;
}

/** The number of images of each identity. */
function sizesOf({ catalog, images }: HeldOutPart): number[] {
  const groups = Map.groupBy(images, (index) => catalog.images[index]!.label);
  return Array.from(groups.values(), ({ length }) => length);
}

function countPart(sizes: readonly number[]): PartEstimate {
  const images = sizes.reduce((sum, size) => sum + size, 0);
  return { identities: sizes.length, images, ...countPairs(sizeHistogram(sizes)) };
}
