/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { operatingPointAt } from "../../../evaluation/threshold/operating_point_at.ts";
import type { SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { foldMessages } from "./fold_messages.ts";
import { heldOutMessages as messages } from "./held_out_messages.ts";

/** Target rates of the table, as far as validation supports them. */
const targets = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0001];

/** The rates at other thresholds than that of the model, which is marked. */
export function ThresholdTable(
  { content: { model: { calibration }, folds }, translate, format }: SectionProps,
) {
  const { smallestFar, targetFar } = calibration;
  const rows = [
    { ...calibration, target: targetFar },
    ...targets
      .filter((target) => target >= smallestFar && target !== targetFar)
      .map((target) => ({ ...operatingPointAt(calibration, { far: target }), target })),
  ].sort((a, b) => b.target - a.target);
  const columns = [messages.targetFar(), messages.threshold(), messages.far(), messages.frr()];
  return (
    <div>
      <Table
        caption={translate(messages.thresholdTable())}
        columns={columns.map((name) => ({ name: translate(name), numeric: true }))}
        rows={rows.map(({ target, threshold, far, frr }) => ({
          marked: target === targetFar,
          cells: [
            format.target(target),
            threshold.toFixed(4),
            format.rate(far),
            format.rate(frr),
          ],
        }))}
      />
      <p class="note">
        {translate(folds.length > 0 ? foldMessages.thresholdNote() : messages.thresholdNote())}
      </p>
    </div>
  );
}
