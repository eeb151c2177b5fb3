import { FileLists } from "../page/file_lists.tsx";
import type { FolderReportContent } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** What was verified, and what its protocol alone tells. */
export function FolderSection(
  { content: { folder, heldOut: test }, words, format: text }: SectionProps<FolderReportContent>,
) {
  const { verified: own, data } = words;
  const { crossValidation, identification, missingPairs } = folder;
  const rows = [
    [
      data.folder,
      <code key="folder">
        <bdi>{folder.path}</bdi>
      </code>,
    ],
    [
      own.run,
      <code key="run">
        <bdi>{folder.run}</bdi>
      </code>,
    ],
    [data.identities, text.count(test.identities)],
    [data.images, text.count(test.images)],
    [data.positivePairs, text.count(test.metrics.positivePairs)],
    [data.negativePairs, text.count(test.metrics.negativePairs)],
    ...missingPairs > 0 ? [[own.missingPairs, text.count(missingPairs)]] : [],
    ...crossValidation
      ? [[
        own.folds,
        own.foldsValue(
          text.rate(crossValidation.accuracy),
          text.rate(crossValidation.standardError),
          text.count(crossValidation.folds.length),
        ),
      ]]
      : [],
    ...identification
      ? [
        [
          own.openSet,
          own.openSetValue(
            text.count(identification.galleryIdentities),
            text.count(identification.knownProbes),
            text.count(identification.unknownProbes),
          ),
        ],
        [own.rankOne, text.rate(identification.rankOneRate)],
        ...Object.entries(identification.dirAtFar).flatMap(([far, dir]) =>
          dir === null ? [] : [[own.dir(text.target(Number(far))), text.rate(dir)]]
        ),
      ]
      : [],
  ];
  return (
    <Section id="data" heading={own.heading}>
      <Table caption={own.heading} rows={rows.map((cells) => ({ cells }))} />
      <FileLists files={folder} words={words} text={text} />
    </Section>
  );
}
