import { Warnings } from "./page/warnings.tsx";
import { DataSection } from "./sections/data_section.tsx";
import { EstimateSection } from "./sections/estimate_section.tsx";
import { HardestSection } from "./sections/hardest_section.tsx";
import { IdentitiesSection } from "./sections/identities_section.tsx";
import { wordsOf } from "../language/language.ts";
import { MapSection } from "./sections/map_section.tsx";
import { numberFormat } from "../language/format_numbers.ts";
import { renderPage } from "./page/page.tsx";
import type { ReportContent } from "./content/report_content.ts";
import { ReproduceSection } from "./sections/reproduce_section.tsx";
import { runWarnings } from "./sections/run_warnings.ts";
import { SettingsSection } from "./sections/settings_section.tsx";
import { HeldOutSection } from "./sections/held_out_section.tsx";
import { ThresholdTable } from "./sections/threshold_table.tsx";
import { TrainingSection } from "./sections/training_section.tsx";
import { SummarySection } from "./sections/summary_section.tsx";

/**
 * Writes a report on a run as one page that needs nothing beside it.
 *
 * @returns an HTML document
 */
export function renderReport(content: ReportContent): string {
  const { language, run, model, data, epochs } = content;
  const words = wordsOf[language];
  const format = numberFormat(words);
  const props = { content, words, format };
  const parts = Object.values(data.parts);
  const sum = (key: "identities" | "images") =>
    format.count(parts.reduce((total, part) => total + part[key], 0));
  return renderPage({
    language,
    words,
    version: model.version,
    name: run.name,
    lead: words.lead({
      backbone: model.backbone,
      identities: sum("identities"),
      images: sum("images"),
      epochs: format.count(epochs.length),
      seconds: format.count(Math.round(run.seconds)),
      backend: run.backend,
    }),
    date: run.finished,
    links: [
      ["data", words.data.heading],
      ...epochs.length > 0 ? [["training", words.training.heading] as const] : [],
      ["test", words.test.heading],
      ...content.map.length > 0 ? [["map", words.map.heading] as const] : [],
      ["hardest", words.hardest.heading],
      ["identities", words.identities.heading],
      ["estimate", words.estimate.heading],
      ["settings", words.settings.heading],
      ["repeat", words.repeat.heading],
    ],
    children: (
      <>
        <SummarySection {...props} />
        <Warnings heading={words.cautions.heading} lines={runWarnings(props)} />
        <DataSection {...props} />
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
