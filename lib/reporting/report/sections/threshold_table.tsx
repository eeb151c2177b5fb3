import { operatingPointAt } from "../../../evaluation/threshold/operating_point_at.ts";
import type { SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** Rates that a threshold is offered for, as far as validation supports them. */
const offered = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0001];

/** Which threshold does what. */
export function ThresholdTable(
  { content: { model: { calibration } }, words: { test: own }, format: text }: SectionProps,
) {
  const rows = offered
    .filter((far) => far >= calibration.smallestFar && far !== calibration.targetFar)
    .map((far) => ({ far, marked: false, ...ratesAt(operatingPointAt(calibration, { far })) }));
  const all = [
    ...rows,
    { far: calibration.targetFar, marked: true, ...ratesAt(calibration) },
  ].sort((a, b) => b.far - a.far);
  return (
    <div>
      <Table
        caption={own.thresholdTable}
        columns={[own.wanted, own.threshold, own.farMeasured, own.frrMeasured]
          .map((name) => ({ name, numeric: true }))}
        rows={all.map(({ far, threshold, measured, frr, marked }) => ({
          marked,
          cells: [text.target(far), threshold.toFixed(4), text.rate(measured), text.rate(frr)],
        }))}
      />
      <p class="note">{own.thresholdSays}</p>
    </div>
  );
}

function ratesAt({ threshold, far, frr }: { threshold: number; far: number; frr: number }) {
  return { threshold, measured: far, frr };
}
