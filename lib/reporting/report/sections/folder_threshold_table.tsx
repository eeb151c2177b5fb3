/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ConfidenceInterval } from "../../../evaluation/intervals/confidence_interval.ts";
import type { FolderReportContent } from "../content/report_content.ts";
import type { SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { heldOutMessages as messages } from "./held_out_messages.ts";

/** The threshold that a folder chooses, beside the one in use, and how to keep it. */
export function FolderThresholdTable(
  { content: { folder, heldOut }, translate, format }: SectionProps<FolderReportContent>,
) {
  const { folderThreshold, keep } = folder;
  if (!folderThreshold) return null;
  const { operatingPoint: used, thresholdInterval } = heldOut;
  const range = (interval: ConfidenceInterval | null | undefined) =>
    interval ? interval.map((end) => format.metric(end)).join("–") : "–";
  const rows = [
    [messages.threshold(), used.threshold.toFixed(4), folderThreshold.threshold.toFixed(4)],
    [messages.interval(), range(thresholdInterval), range(folderThreshold.thresholdInterval)],
    [messages.far(), format.rate(used.far), format.rate(folderThreshold.far)],
    [messages.frr(), format.rate(used.frr), format.rate(folderThreshold.frr)],
  ] as const;
  const columns = [messages.thresholdInUse(), messages.folderThreshold()];
  return (
    <div>
      <Table
        caption={translate(messages.thresholdTable())}
        columns={[
          { name: "" },
          ...columns.map((name) => ({ name: translate(name), numeric: true })),
        ]}
        rows={rows.map(([name, ...values]) => ({ cells: [translate(name), ...values] }))}
      />
      <p class="note">
        {translate(messages.folderThresholdNote({
          target: format.target(folderThreshold.targetFar),
          raised: folderThreshold.targetFar > folderThreshold.askedFar ? "yes" : "no",
        }))}
      </p>
      {keep && (
        <p class="note">
          {"name" in keep ? translate(messages.keptAs({ name: keep.name })) : (
            <>
              {translate(messages.keepWith())} <code>{keep.command}</code>
            </>
          )}
        </p>
      )}
    </div>
  );
}
