/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { Fragment } from "preact";
import type { UserMessage } from "../../../language/user_message.ts";
import { FileLists } from "../page/file_lists.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { dataMessages as messages } from "./data_messages.ts";
import { foldMessages } from "./fold_messages.ts";

/** The parts of the data that a run was trained and measured on. */
export function DataSection({ content: { data, folds, model }, ...locale }: SectionProps) {
  const { translate, format } = locale;
  const { folder, validationFolder, testFolder, parts } = data;
  const heading = translate(messages.heading());
  const from = (folder: string | null, purpose: UserMessage) =>
    translate(folder === null ? purpose : messages.fromFolder({ purpose, folder }));
  const measured = model.heldOut.part ?? "test";
  const purposes = {
    train: translate(folds.length > 0 ? foldMessages.trainPurpose() : messages.trainPurpose()),
    validation: from(
      validationFolder,
      measured === "test" ? messages.validationPurpose() : messages.bothPurposes(),
    ),
    test: from(testFolder, messages.testPurpose()),
  };
  const shown = (["train", "validation", "test"] as const)
    .filter((part) => part === "train" || folds.length === 0)
    .filter((part) => part !== "test" || measured === "test");
  const rows = shown.map((part) => {
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
