import { FEW_IDENTITIES } from "../content/few_identities.ts";
import type { FolderReportContent } from "../content/report_content.ts";
import type { SectionProps } from "../page/section.tsx";

/** What to keep in mind of a verified folder. */
export function folderWarnings(
  { content: { folder, heldOut: test }, words, format: text }: SectionProps<FolderReportContent>,
): string[] {
  const { cautions, verified } = words;
  const { seen, conflicts, skipped } = folder;
  return [
    seen === null && verified.seenUnknown,
    seen !== null && seen.identities > 0 &&
    (seen.included
      ? verified.seenIncluded(text.count(seen.images), text.count(seen.identities))
      : verified.seenLeftOut(
        text.count(seen.images),
        text.count(seen.identities),
        text.count(seen.imagesOfThem),
      )),
    test.identities < FEW_IDENTITIES && verified.fewIdentities(text.count(test.identities)),
    conflicts.length > 0 && cautions.conflicts(text.count(conflicts.length)),
    skipped.length > 0 && cautions.skipped(text.count(skipped.length)),
  ].filter((line) => line !== false);
}
