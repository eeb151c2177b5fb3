/** @jsxRuntime automatic */
/** @jsxImportSource preact */
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
  const rows = [
    {
      name: messages.thresholdInUse(),
      ...heldOut.operatingPoint,
      interval: heldOut.thresholdInterval,
    },
    {
      name: messages.folderThreshold(),
      ...folderThreshold,
      interval: folderThreshold.thresholdInterval,
    },
  ];
  const columns = [messages.threshold(), messages.interval(), messages.far(), messages.frr()];
  return (
    <div>
      <Table
        caption={translate(messages.thresholdTable())}
        columns={[
          { name: "" },
          ...columns.map((name) => ({ name: translate(name), numeric: true })),
        ]}
        rows={rows.map(({ name, threshold, interval, far, frr }) => ({
          cells: [
            translate(name),
            threshold.toFixed(4),
            interval ? interval.map((end) => format.metric(end)).join("–") : "–",
            format.rate(far),
            format.rate(frr),
          ],
        }))}
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
