import { renderToString } from "preact-render-to-string";
import { Cautions } from "./cautions.tsx";
import { DataSection } from "./data_section.tsx";
import { EstimateSection } from "./estimate_section.tsx";
import { HardestSection } from "./hardest_section.tsx";
import { IdentitiesSection } from "./identities_section.tsx";
import { wordsOf } from "./language.ts";
import { MapSection } from "./map_section.tsx";
import { numberText } from "./number_text.ts";
import style from "./report.css" with { type: "text" };
import type { ReportContent } from "./report_content.ts";
import { RepeatSection } from "./repeat_section.tsx";
import { SettingsSection } from "./settings_section.tsx";
import { TestSection } from "./test_section.tsx";
import { TrainingSection } from "./training_section.tsx";
import { VerdictSection } from "./verdict_section.tsx";

/**
 * Nothing is loaded and nothing runs, whatever a folder's names hold: a browser refuses both.
 */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * Writes a report on a run as one page that needs nothing beside it: no script, no network, no font.
 *
 * @returns an HTML document
 */
export function renderReport(content: ReportContent): string {
  const words = wordsOf[content.language];
  const props = { content, words, text: numberText(words) };
  return "<!doctype html>\n" + renderToString(
    <html lang={content.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="color-scheme" content="light dark" />
        <title>{words.title(content.run.name)}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Header {...props} />
        <main>
          <VerdictSection {...props} />
          <Cautions {...props} />
          <DataSection {...props} />
          <TrainingSection {...props} />
          <TestSection {...props} />
          <MapSection {...props} />
          <HardestSection {...props} />
          <IdentitiesSection {...props} />
          <EstimateSection {...props} />
          <SettingsSection {...props} />
          <RepeatSection {...props} />
        </main>
      </body>
    </html>,
  );
}

function Header({ content, words, text }: Parameters<typeof VerdictSection>[0]) {
  const { run, model, data, epochs } = content;
  const parts = Object.values(data.parts);
  const sum = (key: "identities" | "images") =>
    text.count(parts.reduce((total, part) => total + part[key], 0));
  const links = [
    ["data", words.data.heading],
    ...epochs.length > 0 ? [["training", words.training.heading]] : [],
    ["test", words.test.heading],
    ...content.map.length > 0 ? [["map", words.map.heading]] : [],
    ["hardest", words.hardest.heading],
    ["identities", words.identities.heading],
    ["estimate", words.estimate.heading],
    ["settings", words.settings.heading],
    ["repeat", words.repeat.heading],
  ];
  return (
    <header>
      <p class="kind">Futago {model.version} · {words.kind}</p>
      <h1>
        <bdi>{run.name}</bdi>
      </h1>
      <p class="lead">
        {words.lead({
          backbone: model.backbone,
          identities: sum("identities"),
          images: sum("images"),
          epochs: text.count(epochs.length),
          seconds: text.count(Math.round(run.seconds)),
          backend: run.backend,
        })} · <time dateTime={run.finished}>{run.finished.slice(0, 16).replace("T", " ")} UTC</time>
      </p>
      <nav aria-label={words.contents}>
        <ul>
          {links.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
