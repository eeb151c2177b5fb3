/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { SettingContent } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table, TwoColumns } from "../page/table.tsx";
import { settingsMessages as messages } from "./settings_messages.ts";

/** All settings, with those marked that differ from their defaults. */
export function SettingsSection({ content: { settings }, translate }: SectionProps) {
  const heading = translate(messages.heading());
  const columns = [messages.name(), messages.value(), messages.default()];
  const table = (part: readonly SettingContent[]) => (
    <Table
      caption={heading}
      columns={columns.map((name) => ({ name: translate(name) }))}
      rows={part.map(({ name, value, defaultValue, changed }) => ({
        marked: changed,
        cells: [
          <code key="name">{name}</code>,
          changed
            ? (
              <strong key="value" title={translate(messages.changed())}>
                <bdi>{value}</bdi>
              </strong>
            )
            : <bdi key="value">{value}</bdi>,
          defaultValue === null ? "–" : <bdi key="default">{defaultValue}</bdi>,
        ],
      }))}
    />
  );
  const count = settings.filter(({ changed }) => changed).length;
  return (
    <Section id="settings" heading={heading}>
      <p>{translate(messages.changes({ count }))}</p>
      <TwoColumns items={settings}>{table}</TwoColumns>
    </Section>
  );
}
