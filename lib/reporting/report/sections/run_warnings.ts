import { negativesNeededFor } from "../../../dataset/estimate/rule_of_three.ts";
import { FEW_IDENTITIES } from "../content/few_identities.ts";
import type { SectionProps } from "../page/section.tsx";

/** What to keep in mind of a run. */
export function runWarnings(
  { content: { model, data, warnings }, words: { cautions }, format: text }: SectionProps,
): string[] {
  const { calibration: { targetFar }, heldOut: { identities } } = model;
  const { interrupted, requestedFar: askedFar, copies } = warnings;
  return [
    interrupted && cautions.interrupted,
    targetFar > askedFar && cautions.targetFar(
      text.target(askedFar),
      text.target(targetFar),
      text.count(negativesNeededFor(askedFar)),
    ),
    identities < FEW_IDENTITIES && cautions.fewIdentities(text.count(identities)),
    data.conflicts.length > 0 && cautions.conflicts(text.count(data.conflicts.length)),
    copies > 0 && cautions.copies(text.count(copies)),
    data.skipped.length > 0 && cautions.skipped(text.count(data.skipped.length)),
  ].filter((line) => line !== false);
}
