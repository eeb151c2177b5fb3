/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { Fragment } from "preact";
import { FileLists } from "../page/file_lists.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { dataMessages as messages } from "./data_messages.ts";
import { foldMessages } from "./fold_messages.ts";

/** The parts of the data that a run was trained and measured on. */
export function DataSection({ content: { data, folds }, ...locale }: SectionProps) {
  const { translate, format } = locale;
  const { folder, validationFolder, parts } = data;
  const heading = translate(messages.heading());
  const validationPurpose = translate(messages.validationPurpose());
  const purposes = {
    train: translate(folds.length > 0 ? foldMessages.trainPurpose() : messages.trainPurpose()),
    validation: validationFolder === null ? validationPurpose : translate(
      messages.fromFolder({ purpose: validationPurpose, folder: validationFolder }),
    ),
    test: translate(messages.testPurpose()),
  };
  const names = folds.length > 0 ? ["train"] as const : ["train", "validation", "test"] as const;
  const rows = names.map((part) => {
    const { identities, images, positivePairs, negativePairs } = parts[part];
    return {
      cells: [
        <Fragment key="part">
          {translate(messages[part]())}
          <span class="use">
            <bdi>{purposes[part]}</bdi>
          </span>
        </Fragment>,
        format.count(identities),
        format.count(images),
        format.count(positivePairs),
        format.count(negativePairs),
      ],
    };
  });
  const numeric = [
    messages.identities(),
    messages.images(),
    messages.positivePairs(),
    messages.negativePairs(),
  ];
  return (
    <Section id="data" heading={heading}>
      <p>
        {translate(messages.folder())}{" "}
        <code>
          <bdi>{folder}</bdi>
        </code>
        {folds.length === 0 && data.apart && (
          <>
            <br />
            {translate(messages.disjoint())}
          </>
        )}
      </p>
      <Table
        caption={heading}
        columns={[
          { name: translate(messages.part()) },
          ...numeric.map((name) => ({ name: translate(name), numeric: true })),
        ]}
        rows={rows}
      />
      <FileLists files={data} {...locale} />
    </Section>
  );
}
