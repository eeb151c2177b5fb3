import { negativesFor } from "../../evaluation/negatives_for.ts";
import type { SectionProps } from "./section.tsx";

/** With fewer identities, who they are sways the figures. */
const fewIdentities = 20;

/** What to keep in mind; nothing where there is nothing. */
export function Cautions({ content, words, text }: SectionProps) {
  const { cautions } = words;
  const { model: { calibration, heldOut }, data, warnings } = content;
  const { interrupted, askedFar, copies } = warnings;
  const lines = [
    interrupted && cautions.interrupted,
    calibration.targetFar > askedFar &&
    cautions.targetFar(
      text.target(askedFar),
      text.target(calibration.targetFar),
      text.count(negativesFor(askedFar)),
    ),
    heldOut.identities < fewIdentities && cautions.fewIdentities(text.count(heldOut.identities)),
    data.conflicts.length > 0 && cautions.conflicts(text.count(data.conflicts.length)),
    copies > 0 && cautions.copies(text.count(copies)),
    data.skipped.length > 0 && cautions.skipped(text.count(data.skipped.length)),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <aside aria-label={cautions.heading}>
      <strong>{cautions.heading}</strong>
      <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </aside>
  );
}
