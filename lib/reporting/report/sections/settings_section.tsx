import type { SettingContent } from "../content/report_content.ts";
import { TwoColumns } from "../page/two_columns.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** Every setting, those other than by default marked. */
export function SettingsSection({ content: { settings }, words, format: text }: SectionProps) {
  const own = words.settings;
  const table = (part: readonly SettingContent[]) => (
    <Table
      caption={own.heading}
      columns={[{ name: own.name }, { name: own.value }, { name: own.usual }]}
      rows={part.map(({ name, value, defaultValue: usual, changed }) => ({
        marked: changed,
        cells: [
          <code key="name">{name}</code>,
          changed
            ? (
              <strong key="value" title={own.changed}>
                <bdi>{value}</bdi>
              </strong>
            )
            : <bdi key="value">{value}</bdi>,
          usual === null ? "–" : <bdi key="usual">{usual}</bdi>,
        ],
      }))}
    />
  );
  return (
    <Section id="settings" heading={own.heading}>
      <p>{own.says(text.count(settings.filter(({ changed }) => changed).length))}</p>
      <TwoColumns items={settings}>{table}</TwoColumns>
    </Section>
  );
}
