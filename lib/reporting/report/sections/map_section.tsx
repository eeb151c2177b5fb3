/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { pageStyle } from "../../charts/chart_style.ts";
import { embeddingMap, identityColor } from "../../charts/embedding_map.ts";
import type { MeasuredContent } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";
import { mapMessages as messages } from "./image_messages.ts";

/** The embeddings in two dimensions; nothing if there are too few. */
export function MapSection(
  { content: { map, language }, ofFolder = false, translate }: SectionProps<MeasuredContent> & {
    /** True in a report on a verified folder. */
    ofFolder?: boolean;
  },
) {
  if (map.length === 0) return null;
  const heading = translate(messages.heading());
  const names = [...new Set(map.map(({ identity }) => identity))];
  const counts = { images: map.length, identities: names.length };
  return (
    <Section id="map" heading={heading}>
      <p>
        {translate(ofFolder ? messages.ofFolder(counts) : messages.ofTest(counts))}{" "}
        {translate(messages.howToRead())}
      </p>
      <div class="scroll" role="region" aria-label={heading} tabIndex={0}>
        <div
          class="map"
          role="img"
          aria-label={translate(messages.label())}
          dangerouslySetInnerHTML={{ __html: embeddingMap(map, pageStyle(language)) }}
        />
      </div>
      <ul class="legend">
        {names.map((name, index) => (
          <li key={name}>
            <span class="swatch" style={`background:${identityColor(index)}`} aria-hidden="true" />
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}
