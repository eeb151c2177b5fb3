import { countPairs, sizeHistogram } from "../../dataset/catalog/count_pairs.ts";
import type { PartEstimate } from "../../dataset/estimate/estimate.ts";
import type { DataContent } from "../../reporting/report/content/report_content.ts";
import type { HeldOutPart } from "../data/prepare_data.ts";
import type { FinishedRun } from "./finished_run.ts";

/** What a run trained on: its parts, and the files that are in no part or in two places. */
export function describeData(
  { settings, data, skipped }: Pick<FinishedRun, "settings" | "data" | "skipped">,
): DataContent {
  const { catalog, train, validation, test } = data;
  const { leftOut, duplicates, conflicts, notes } = catalog;
  return {
    folder: settings.data,
    validationFolder: settings.validationData,
    testFolder: settings.testData,
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

/** The number of images of each identity. */
function sizesOf({ catalog, images }: HeldOutPart): number[] {
  const groups = Map.groupBy(images, (index) => catalog.images[index]!.label);
  return Array.from(groups.values(), ({ length }) => length);
}

function countPart(sizes: readonly number[]): PartEstimate {
  const images = sizes.reduce((sum, size) => sum + size, 0);
  return { identities: sizes.length, images, ...countPairs(sizeHistogram(sizes)) };
}
