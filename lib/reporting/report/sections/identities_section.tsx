/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { MeasuredContent, NamedIdentityMetrics } from "../content/report_content.ts";
import { pageMessages } from "../page/messages.ts";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table, TwoColumns } from "../page/table.tsx";
import { foldMessages } from "./fold_messages.ts";
import { identityMessages as messages } from "./identity_messages.ts";

/** Identities that are shown at once; the others are folded. */
const shown = 20;
/** Identities that are listed at all. */
const most = 500;

/** Metrics of each identity; nothing if there are none. */
export function IdentitiesSection(
  { content: { identities }, translate, format }: SectionProps<MeasuredContent>,
) {
  if (identities.length === 0) return null;
  const heading = translate(messages.heading());
  const inFolds = identities.some(({ fold }) => fold !== undefined);
  const columns = [
    messages.identity(),
    ...inFolds ? [foldMessages.fold()] : [],
    messages.images(),
    messages.auc(),
    messages.frr(),
    messages.far(),
    messages.similarity(),
  ];
  const folded = identities.slice(shown, most);
  const table = (rows: readonly NamedIdentityMetrics[]) => (
    <Table
      caption={heading}
      columns={columns.map((name, index) => ({ name: translate(name), numeric: index > 0 }))}
      rows={rows.map(({ name, fold, images, auc, frr, far, meanPositiveSimilarity }) => ({
        cells: [
          <bdi key="name">{name}</bdi>,
          ...fold === undefined ? [] : [format.count(fold + 1)],
          format.count(images),
          auc === null ? "–" : format.metric(auc),
          frr === null ? "–" : format.rate(frr),
          far === null ? "–" : format.rate(far),
          meanPositiveSimilarity === null ? "–" : meanPositiveSimilarity.toFixed(3),
        ],
      }))}
    />
  );
  return (
    <Section id="identities" heading={heading}>
      <TwoColumns items={identities.slice(0, shown)}>{table}</TwoColumns>
      {folded.length > 0 && (
        <details>
          <summary>{translate(messages.others({ count: identities.length - shown }))}</summary>
          <TwoColumns items={folded}>{table}</TwoColumns>
          {identities.length > most && (
            <p>{translate(pageMessages.more({ count: identities.length - most }))}</p>
          )}
        </details>
      )}
    </Section>
  );
}
