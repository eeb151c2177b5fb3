import { type ComponentChildren, Fragment } from "preact";
import type { SkippedFile } from "../../../dataset/catalog/catalog.ts";
import type { NumberFormat } from "../../language/format_numbers.ts";
import type { FileNotes } from "../content/report_content.ts";
import { type Row, Table } from "./table.tsx";
import type { Words } from "../../language/words_en.ts";
import { formatMessage } from "../../../language/user_message.ts";

/** Files named of each kind; `estimate-pairs --json` names all. */
const mostNamed = 100;
/** Paths of one picture that are named beside the first. */
const mostPaths = 10;

/** Files that are left out or in two places, folded away; nothing where there are none. */
export function FileLists(
  { files, words, text: { count } }: { files: FileNotes; words: Words; text: NumberFormat },
) {
  const { leftOut, skipped, conflicts, duplicates } = files;
  const own = words.data;
  return (
    <>
      <Files title={own.leftOut} files={leftOut} words={words} count={count} />
      <Files title={own.skipped} files={skipped} words={words} count={count} />
      <Groups title={own.conflicts} groups={conflicts} words={words} count={count} />
      <Groups title={own.duplicates} groups={duplicates} words={words} count={count} />
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly words: Words;
  readonly count: (value: number) => string;
}

function Files({ title, files, words, count }: ListProps & { files: readonly SkippedFile[] }) {
  const { path, reason } = words.data;
  return (
    <Named
      title={title}
      words={words}
      count={count}
      columns={[path, reason]}
      rows={files}
      cells={(file) => [
        <code key="path">
          <bdi>{file.path}</bdi>
        </code>,
        formatMessage(file.reason),
      ]}
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
      rows={groups}
      cells={([first, ...others]) => [
        <code key="first">
          <bdi>{first}</bdi>
        </code>,
        <Fragment key="others">
          {others.slice(0, mostPaths).map((path) => (
            <div key={path}>
              <code>
                <bdi>{path}</bdi>
              </code>
            </div>
          ))}
          {others.length > mostPaths && <div>{words.more(count(others.length - mostPaths))}</div>}
        </Fragment>,
      ]}
    />
  );
}

function Named<Item>(
  { title, words, count, columns, rows, cells }: ListProps & {
    columns: readonly string[];
    rows: readonly Item[];
    cells: (row: Item) => ComponentChildren[];
  },
) {
  if (rows.length === 0) return null;
  const named: Row[] = rows.slice(0, mostNamed).map((row) => ({ cells: cells(row) }));
  return (
    <details>
      <summary>{title}: {count(rows.length)}</summary>
      <Table caption={title} columns={columns.map((name) => ({ name }))} rows={named} />
      {rows.length > mostNamed && <p>{words.more(count(rows.length - mostNamed))}</p>}
    </details>
  );
}
