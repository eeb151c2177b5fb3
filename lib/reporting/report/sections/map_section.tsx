import { pageStyle } from "../../charts/chart_style.ts";
import { identityColor } from "../../charts/identity_color.ts";
import { embeddingMap } from "../../charts/embedding_map.ts";
import type { MeasuredContent } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";

/** The embeddings in two dimensions; nothing where there are too few. */
export function MapSection(
  { content: { map }, words, format: text }: SectionProps<MeasuredContent>,
) {
  if (map.length === 0) return null;
  const own = words.map;
  const identities = [...new Set(map.map(({ identity }) => identity))];
  return (
    <Section id="map" heading={own.heading}>
      <p>{own.says(text.count(map.length), text.count(identities.length))}</p>
      <div class="scroll" role="region" aria-label={own.heading} tabIndex={0}>
        <div
          class="map"
          role="img"
          aria-label={own.label}
          dangerouslySetInnerHTML={{ __html: embeddingMap(map, pageStyle(words.charts)) }}
        />
      </div>
      <ul class="legend">
        {identities.map((name, index) => (
          <li key={name}>
            <span class="swatch" style={`background:${identityColor(index)}`} aria-hidden="true" />
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}
