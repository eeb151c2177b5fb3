import { type ComponentChildren, Fragment } from "preact";
import type { LeftOut } from "../../dataset/catalog.ts";
import { Section, type SectionProps } from "./section.tsx";
import { type Row, Table } from "./table.tsx";

/** Files named of each kind; `estimate-pairs --json` names all. */
const mostNamed = 100;

/** What was trained on what. */
export function DataSection({ content: { data }, words, text }: SectionProps) {
  const { folder, validationFolder, parts, leftOut, skipped, duplicates, conflicts } = data;
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
      <Files title={own.leftOut} files={leftOut} words={words} count={text.count} />
      <Files title={own.skipped} files={skipped} words={words} count={text.count} />
      <Groups title={own.conflicts} groups={conflicts} words={words} count={text.count} />
      <Groups title={own.duplicates} groups={duplicates} words={words} count={text.count} />
    </Section>
  );
}

interface ListProps extends Pick<SectionProps, "words"> {
  readonly title: string;
  readonly count: (value: number) => string;
}

function Files({ title, files, words, count }: ListProps & { files: readonly LeftOut[] }) {
  const { path, reason } = words.data;
  return (
    <Named
      title={title}
      words={words}
      count={count}
      columns={[path, reason]}
      rows={files.map((file) => [
        <code key="path">
          <bdi>{file.path}</bdi>
        </code>,
        file.reason,
      ])}
    />
  );
}

function Groups(
  { title, groups, words, count }: ListProps & { groups: readonly (readonly string[])[] },
) {
  return (
    <Named
      title={title}
      words={words}
      count={count}
      columns={[words.data.path, "="]}
      rows={groups.map(([first, ...others]) => [
        <code key="first">
          <bdi>{first}</bdi>
        </code>,
        others.map((path) => (
          <div key={path}>
            <code>
              <bdi>{path}</bdi>
            </code>
          </div>
        )),
      ])}
    />
  );
}

function Named(
  { title, words, count, columns, rows }: ListProps & {
    columns: readonly string[];
    rows: readonly (readonly ComponentChildren[])[];
  },
) {
  if (rows.length === 0) return null;
  const named: Row[] = rows.slice(0, mostNamed).map((cells) => ({ cells }));
  return (
    <details>
      <summary>{title}: {count(rows.length)}</summary>
      <Table caption={title} columns={columns.map((name) => ({ name }))} rows={named} />
      {rows.length > mostNamed && <p>{words.more(count(rows.length - mostNamed))}</p>}
    </details>
  );
}
