/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { basename, resolve } from "node:path";
import { numberFormat } from "../../language/format_numbers.ts";
import { translator } from "../../language/translator.ts";
import type { FolderReportContent } from "./content/report_content.ts";
import { reportMessages as messages } from "./messages.ts";
import { renderPage } from "./page/page.tsx";
import { Cautions } from "./sections/cautions.tsx";
import { folderMessages } from "./sections/data_messages.ts";
import { FolderSection } from "./sections/folder_section.tsx";
import { FolderThresholdTable } from "./sections/folder_threshold_table.tsx";
import { HardestSection } from "./sections/hardest_section.tsx";
import { heldOutMessages } from "./sections/held_out_messages.ts";
import { HeldOutSection } from "./sections/held_out_section.tsx";
import { IdentitiesSection } from "./sections/identities_section.tsx";
import { identityMessages } from "./sections/identity_messages.ts";
import { hardestMessages, mapMessages } from "./sections/image_messages.ts";
import { MapSection } from "./sections/map_section.tsx";
import { SummarySection } from "./sections/summary_section.tsx";

/**
 * Renders a report on a verified folder as one page that needs no other file.
 *
 * @returns an HTML document
 */
export function renderFolderReport(content: FolderReportContent): string {
  const { language, folder, heldOut, model, map, identities } = content;
  const translate = translator(language);
  const props = { content, translate, format: numberFormat(language) };
  const name = basename(resolve(folder.path));
  return renderPage({
    language,
    translate,
    version: model.version,
    title: translate(messages.folderTitle({ folder: name })),
    kind: translate(messages.folderKind()),
    name,
    lead: translate(messages.folderLead({
      identities: heldOut.identities,
      images: heldOut.images,
      run: folder.run,
    })),
    date: folder.measured,
    links: [
      ["data", folderMessages.heading()],
      ["test", heldOutMessages.heading()],
      ...map.length > 0 ? [["map", mapMessages.heading()] as const] : [],
      ["hardest", hardestMessages.heading()],
      ...identities.length > 0 ? [["identities", identityMessages.heading()] as const] : [],
    ],
    children: (
      <>
        <SummarySection folder={folder} {...props} />
        <Cautions {...props} />
        <FolderSection {...props} />
        <HeldOutSection {...props}>
          <FolderThresholdTable {...props} />
        </HeldOutSection>
        <MapSection ofFolder {...props} />
        <HardestSection ofFolder {...props} />
        <IdentitiesSection {...props} />
      </>
    ),
  });
}
