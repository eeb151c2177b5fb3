/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { UserMessage } from "../../../language/user_message.ts";
import type { FolderReportContent } from "../content/report_content.ts";
import type { SectionProps } from "../page/section.tsx";
import { foldMessages } from "./fold_messages.ts";
import { warningMessages as messages } from "./warning_messages.ts";

/** With fewer identities, the results depend a lot on which identities they are. */
const fewIdentities = 20;

/** What to keep in mind about the results of a run; nothing if there is nothing. */
export function RunWarnings({ content, translate, format }: SectionProps) {
  const { model: { calibration, heldOut }, data, estimate, folds, warnings } = content;
  const { targetFar } = calibration, { requestedFar, copies } = warnings;
  return (
    <Warnings
      translate={translate}
      warnings={[
        warnings.interrupted && messages.interrupted(),
        targetFar > requestedFar && messages.higherTarget({
          requested: format.target(requestedFar),
          target: format.target(targetFar),
        }),
        heldOut.identities < fewIdentities && (folds.length > 0
          ? messages.fewIdentities({ identities: heldOut.identities })
          : messages.fewTestIdentities({
            identities: heldOut.identities,
            option: { option: "test" },
          })),
        folds.length === 0 && estimate.folds !== null && foldMessages.proposal({
          identities: estimate.identities,
          folds: estimate.folds,
          option: { option: "folds" },
        }),
        data.conflicts.length > 0 && messages.conflicts({ images: data.conflicts.length }),
        copies > 0 && messages.copies({ images: copies }),
        data.skipped.length > 0 && messages.skipped({ images: data.skipped.length }),
      ]}
    />
  );
}

/** What to keep in mind about the results on a folder; nothing if there is nothing. */
export function FolderWarnings({ content, translate }: SectionProps<FolderReportContent>) {
  const { folder: { seen, conflicts, skipped }, heldOut: { identities } } = content;
  return (
    <Warnings
      translate={translate}
      warnings={[
        seen === null && messages.seenUnknown(),
        seen !== null && seen.identities > 0 && (seen.included
          ? messages.seenIncluded({ seen: seen.images, identities: seen.identities })
          : messages.seenLeftOut({
            seen: seen.images,
            identities: seen.identities,
            images: seen.imagesOfThem,
          })),
        identities < fewIdentities && messages.fewIdentities({ identities }),
        conflicts.length > 0 && messages.conflicts({ images: conflicts.length }),
        skipped.length > 0 && messages.skipped({ images: skipped.length }),
      ]}
    />
  );
}

/** A box with the warnings that apply. */
function Warnings(
  { warnings, translate }: Pick<SectionProps, "translate"> & {
    warnings: readonly (UserMessage | false)[];
  },
) {
  const lines = warnings.filter((warning) => warning !== false).map(translate);
  if (lines.length === 0) return null;
  const heading = translate(messages.heading());
  return (
    <aside aria-label={heading}>
      <strong>{heading}</strong>
      <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </aside>
  );
}
