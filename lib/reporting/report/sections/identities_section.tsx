import type { MeasuredContent, NamedIdentityMetrics } from "../content/report_content.ts";
import { TwoColumns } from "../page/two_columns.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** Identities that are shown at once; the others are folded away. */
const shown = 20;
/** Identities that are listed at all. */
const most = 500;

/** Figures of each identity; nothing where there are none. */
export function IdentitiesSection(
  { content: { identities }, words, format: text }: SectionProps<MeasuredContent>,
) {
  if (identities.length === 0) return null;
  const own = words.identities;
  const rest = identities.slice(shown, most);
  const table = (figures: readonly NamedIdentityMetrics[]) => (
    <Table
      caption={own.heading}
      columns={[own.identity, own.images, own.auc, own.frr, own.far, own.similarity]
        .map((name, index) => ({ name, numeric: index > 0 }))}
      rows={figures.map(({ name, images, auc, frr, far, meanPositiveSimilarity }) => ({
        cells: [
          <bdi key="name">{name}</bdi>,
          text.count(images),
          auc === null ? "–" : text.metric(auc),
          frr === null ? "–" : text.rate(frr),
          far === null ? "–" : text.rate(far),
          meanPositiveSimilarity === null ? "–" : meanPositiveSimilarity.toFixed(3),
        ],
      }))}
    />
  );
  return (
    <Section id="identities" heading={own.heading}>
      <TwoColumns items={identities.slice(0, shown)}>{table}</TwoColumns>
      {rest.length > 0 && (
        <details>
          <summary>{own.rest(text.count(identities.length - shown))}</summary>
          <TwoColumns items={rest}>{table}</TwoColumns>
          {identities.length > most && <p>{words.more(text.count(identities.length - most))}</p>}
        </details>
      )}
    </Section>
  );
}
