/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { numberFormat } from "../../language/format_numbers.ts";
import { translator } from "../../language/translator.ts";
import type { ReportContent } from "./content/report_content.ts";
import { reportMessages as messages } from "./messages.ts";
import { renderPage } from "./page/page.tsx";
import { dataMessages } from "./sections/data_messages.ts";
import { Cautions } from "./sections/cautions.tsx";
import { DataSection } from "./sections/data_section.tsx";
import { estimateMessages } from "./sections/estimate_messages.ts";
import { EstimateSection } from "./sections/estimate_section.tsx";
import { foldMessages } from "./sections/fold_messages.ts";
import { FoldsSection } from "./sections/folds_section.tsx";
import { HardestSection } from "./sections/hardest_section.tsx";
import { heldOutMessages } from "./sections/held_out_messages.ts";
import { HeldOutSection } from "./sections/held_out_section.tsx";
import { IdentitiesSection } from "./sections/identities_section.tsx";
import { identityMessages } from "./sections/identity_messages.ts";
import { hardestMessages, mapMessages } from "./sections/image_messages.ts";
import { MapSection } from "./sections/map_section.tsx";
import { reproduceMessages } from "./sections/reproduce_messages.ts";
import { ReproduceSection } from "./sections/reproduce_section.tsx";
import { settingsMessages } from "./sections/settings_messages.ts";
import { SettingsSection } from "./sections/settings_section.tsx";
import { SummarySection } from "./sections/summary_section.tsx";
import { ThresholdTable } from "./sections/threshold_table.tsx";
import { trainingMessages } from "./sections/training_messages.ts";
import { TrainingSection } from "./sections/training_section.tsx";

/**
 * Renders a report on a run as one page that needs no other file.
 *
 * @returns an HTML document
 */
export function renderReport(content: ReportContent): string {
  const { language, run, model, data, folds, epochs, map } = content;
  const translate = translator(language);
  const props = { content, translate, format: numberFormat(language) };
  const parts = Object.values(data.parts);
  const sum = (key: "identities" | "images") => parts.reduce((sum, part) => sum + part[key], 0);
  return renderPage({
    language,
    translate,
    version: model.version,
    title: translate(messages.runTitle({ run: run.name })),
    kind: translate(messages.runKind()),
    name: run.name,
    lead: translate(messages.runLead({
      backbone: model.backbone,
      identities: sum("identities"),
      images: sum("images"),
      epochs: epochs.length,
      seconds: Math.round(run.seconds),
      backend: run.backend,
    })),
    date: run.finished,
    links: [
      ["data", dataMessages.heading()],
      ...folds.length > 0 ? [["folds", foldMessages.heading()] as const] : [],
      ...epochs.length > 0 ? [["training", trainingMessages.heading()] as const] : [],
      ["test", heldOutMessages.heading()],
      ...map.length > 0 ? [["map", mapMessages.heading()] as const] : [],
      ["hardest", hardestMessages.heading()],
      ["identities", identityMessages.heading()],
      ["estimate", estimateMessages.heading()],
      ["settings", settingsMessages.heading()],
      ["reproduce", reproduceMessages.heading()],
    ],
    children: (
      <>
        <SummarySection apart={data.apart} {...props} folds={folds.length} />
        <Cautions {...props} />
        <DataSection {...props} />
        <FoldsSection {...props} />
        <TrainingSection {...props} />
        <HeldOutSection {...props}>
          <ThresholdTable {...props} />
        </HeldOutSection>
        <MapSection {...props} />
        <HardestSection {...props} />
        <IdentitiesSection {...props} />
        <EstimateSection {...props} />
        <SettingsSection {...props} />
        <ReproduceSection {...props} />
      </>
    ),
  });
}
