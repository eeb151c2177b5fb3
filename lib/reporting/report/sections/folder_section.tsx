/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { FolderReportContent } from "../content/report_content.ts";
import { FileLists } from "../page/file_lists.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { dataMessages, folderMessages as messages } from "./data_messages.ts";

/** The folder that was verified, and the results that only its protocol has. */
export function FolderSection(
  { content: { folder, heldOut }, ...locale }: SectionProps<FolderReportContent>,
) {
  const { translate, format } = locale;
  const { crossValidation, identification, missingPairs } = folder;
  const heading = translate(messages.heading());
  const rows: ComponentChildren[][] = [
    [translate(messages.folder()), <Path key="folder" path={folder.path} />],
    [translate(messages.run()), <Path key="run" path={folder.run} />],
    [translate(dataMessages.identities()), format.count(heldOut.identities)],
    [translate(dataMessages.images()), format.count(heldOut.images)],
    [translate(dataMessages.positivePairs()), format.count(heldOut.metrics.positivePairs)],
    [translate(dataMessages.negativePairs()), format.count(heldOut.metrics.negativePairs)],
  ];
  if (missingPairs > 0) rows.push([translate(messages.missingPairs()), format.count(missingPairs)]);
  if (crossValidation) {
    rows.push([
      translate(messages.crossValidation()),
      translate(messages.crossValidationValue({
        accuracy: format.rate(crossValidation.accuracy),
        error: format.rate(crossValidation.standardError),
        folds: crossValidation.folds.length,
      })),
    ]);
  }
  if (identification) {
    rows.push(
      [
        translate(messages.openSet()),
        translate(messages.openSetValue({
          gallery: identification.galleryIdentities,
          known: identification.knownProbes,
          unknown: identification.unknownProbes,
        })),
      ],
      [translate(messages.rankOne()), format.rate(identification.rankOneRate)],
    );
    for (const [far, dir] of Object.entries(identification.dirAtFar)) {
      if (dir === null) continue;
      const name = messages.dir({ far: format.target(Number(far)) });
      rows.push([translate(name), format.rate(dir)]);
    }
  }
  return (
    <Section id="data" heading={heading}>
      <Table caption={heading} rows={rows.map((cells) => ({ cells }))} />
      <FileLists files={folder} {...locale} />
    </Section>
  );
}

function Path({ path }: { path: string }) {
  return (
    <code>
      <bdi>{path}</bdi>
    </code>
  );
}
