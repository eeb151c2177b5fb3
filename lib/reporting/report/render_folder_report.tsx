import { basename, resolve } from "node:path";
import { Warnings } from "./page/warnings.tsx";
import { folderWarnings } from "./sections/folder_warnings.ts";
import { FolderSection } from "./sections/folder_section.tsx";
import { HardestSection } from "./sections/hardest_section.tsx";
import { IdentitiesSection } from "./sections/identities_section.tsx";
import { wordsOf } from "../language/language.ts";
import { MapSection } from "./sections/map_section.tsx";
import { numberFormat } from "../language/format_numbers.ts";
import { renderPage } from "./page/page.tsx";
import type { FolderReportContent } from "./content/report_content.ts";
import { HeldOutSection } from "./sections/held_out_section.tsx";
import { SummarySection } from "./sections/summary_section.tsx";
import type { Words } from "../language/words_en.ts";

/**
 * Writes a report on a verified folder as one page that needs nothing beside it.
 *
 * @returns an HTML document
 */
export function renderFolderReport(content: FolderReportContent): string {
  const { language, folder, heldOut: test, model } = content;
  const words = folderWords(wordsOf[language], folder.ownThreshold);
  const format = numberFormat(words);
  const props = { content, words, format };
  return renderPage({
    language,
    words,
    version: model.version,
    name: basename(resolve(folder.path)),
    lead: words.verified.lead(format.count(test.identities), format.count(test.images), folder.run),
    date: folder.measured,
    links: [
      ["data", words.verified.heading],
      ["test", words.test.heading],
      ...content.map.length > 0 ? [["map", words.map.heading] as const] : [],
      ["hardest", words.hardest.heading],
      ...content.identities.length > 0 ? [["identities", words.identities.heading] as const] : [],
    ],
    children: (
      <>
        <SummarySection {...props} />
        <Warnings heading={words.cautions.heading} lines={folderWarnings(props)} />
        <FolderSection {...props} />
        <HeldOutSection {...props} />
        <MapSection {...props} />
        <HardestSection {...props} />
        <IdentitiesSection {...props} />
      </>
    ),
  });
}

/** The words of a report on a run, those in their place that are of a folder. */
function folderWords(words: Words, ownThreshold: boolean): Words {
  const { verified, verdict, map, hardest } = words;
  return {
    ...words,
    title: verified.title,
    kind: verified.kind,
    verdict: {
      ...verdict,
      measuredOn: verified.measuredOn,
      ...ownThreshold ? {} : { farSays: () => verified.farAsked },
    },
    map: { ...map, says: verified.mapSays },
    hardest: { ...hardest, says: verified.hardestSays },
  };
}
