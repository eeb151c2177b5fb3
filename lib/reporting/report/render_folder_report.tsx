import { basename, resolve } from "node:path";
import { Cautions } from "./cautions.tsx";
import { folderCautions } from "./folder_cautions.ts";
import { FolderSection } from "./folder_section.tsx";
import { HardestSection } from "./hardest_section.tsx";
import { IdentitiesSection } from "./identities_section.tsx";
import { wordsOf } from "./language.ts";
import { MapSection } from "./map_section.tsx";
import { numberText } from "./number_text.ts";
import { renderPage } from "./page.tsx";
import type { FolderReportContent } from "./report_content.ts";
import { TestSection } from "./test_section.tsx";
import { VerdictSection } from "./verdict_section.tsx";
import type { Words } from "./words_en.ts";

/**
 * Writes a report on a verified folder as one page that needs nothing beside it.
 *
 * @returns an HTML document
 */
export function renderFolderReport(content: FolderReportContent): string {
  const { language, folder, test, model } = content;
  const words = folderWords(wordsOf[language], folder.ownThreshold);
  const text = numberText(words);
  const props = { content, words, text };
  return renderPage({
    language,
    words,
    version: model.version,
    name: basename(resolve(folder.path)),
    lead: words.verified.lead(text.count(test.identities), text.count(test.images), folder.run),
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
        <VerdictSection {...props} />
        <Cautions heading={words.cautions.heading} lines={folderCautions(props)} />
        <FolderSection {...props} />
        <TestSection {...props} />
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
