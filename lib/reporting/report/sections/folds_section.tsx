/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { meanAndDeviation } from "../../../evaluation/metrics/mean_and_deviation.ts";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { dataMessages } from "./data_messages.ts";
import { foldMessages as messages } from "./fold_messages.ts";
import { trainingMessages } from "./training_messages.ts";

/** Identities of a fold that are named. */
const mostNamed = 20;

/** What cross-validation did, fold by fold; nothing if identities were held out. */
export function FoldsSection({ content: { folds, bestEpoch }, translate, format }: SectionProps) {
  if (folds.length === 0) return null;
  const heading = translate(messages.heading());
  const { mean, deviation } = meanAndDeviation(folds.map(({ auc }) => auc));
  const spread = { mean: format.metric(mean), deviation: format.metric(deviation) };
  const columns = [
    messages.fold(),
    messages.identities(),
    dataMessages.images(),
    trainingMessages.auc(),
    trainingMessages.eer(),
    messages.epoch(),
  ];
  return (
    <Section id="folds" heading={heading}>
      <p>{translate(messages.explanation({ epochs: bestEpoch + 1 }))}</p>
      <p>{translate(messages.spread(spread))} {translate(messages.approximate())}</p>
      <Table
        caption={heading}
        columns={columns.map((name, index) => ({ name: translate(name), numeric: index !== 1 }))}
        rows={folds.map(({ identities, images, auc, eer, epoch }, fold) => ({
          cells: [
            format.count(fold + 1),
            <Names key="names" names={identities} />,
            format.count(images),
            format.metric(auc),
            format.rate(eer),
            format.count(epoch + 1),
          ],
        }))}
      />
    </Section>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <>
      {names.slice(0, mostNamed).map((name, index) => (
        <span key={name}>
          {index > 0 && ", "}
          <bdi>{name}</bdi>
        </span>
      ))}
      {names.length > mostNamed && ", …"}
    </>
  );
}
