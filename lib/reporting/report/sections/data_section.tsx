import { Fragment } from "preact";
import { FileLists } from "../page/file_lists.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** What was trained on what. */
export function DataSection({ content: { data }, words, format: text }: SectionProps) {
  const { folder, validationFolder, parts } = data;
  const own = words.data;
  const rows = (["train", "validation", "test"] as const).map((name) => {
    const { identities, images, positivePairs, negativePairs } = parts[name];
    return {
      cells: [
        <Fragment key="part">
          {own.parts[name]}
          <span class="use">
            {own.purpose[name]}
            {name === "validation" && validationFolder !== null && (
              <bdi>, {own.ownFolder(validationFolder)}</bdi>
            )}
          </span>
        </Fragment>,
        text.count(identities),
        text.count(images),
        text.count(positivePairs),
        text.count(negativePairs),
      ],
    };
  });
  return (
    <Section id="data" heading={own.heading}>
      <p>
        {own.folder}{" "}
        <code>
          <bdi>{folder}</bdi>
        </code>
        <br />
        {own.apart}
      </p>
      <Table
        caption={own.heading}
        columns={[
          { name: own.part },
          { name: own.identities, numeric: true },
          { name: own.images, numeric: true },
          { name: own.positivePairs, numeric: true },
          { name: own.negativePairs, numeric: true },
        ]}
        rows={rows}
      />
      <FileLists files={data} words={words} text={text} />
    </Section>
  );
}
