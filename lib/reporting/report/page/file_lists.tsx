/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { type ComponentChildren, Fragment } from "preact";
import type { FileNotes } from "../content/report_content.ts";
import { pageMessages as messages } from "./messages.ts";
import type { Locale } from "./section.tsx";
import { type Row, Table } from "./table.tsx";

/** Files that a list shows; `estimate-pairs --json` has all. */
const shownFiles = 100;
/** Paths of one image that a list shows beside the first. */
const shownPaths = 10;

/** Lists of files that are left out or in two places, folded; nothing if there are none. */
export function FileLists({ files, ...locale }: Locale & { files: FileNotes }) {
  const { leftOut, skipped, conflicts, duplicates } = files;
  const { translate } = locale;
  const path = translate(messages.path());
  const fileLists = [
    [translate(messages.filesLeftOut()), leftOut],
    [translate(messages.notDecoded()), skipped],
  ] as const;
  const groupLists = [
    [translate(messages.conflicts()), conflicts],
    [translate(messages.duplicates()), duplicates],
  ] as const;
  return (
    <>
      {fileLists.map(([title, files]) => (
        <FoldedList
          key={title}
          title={title}
          columns={[path, translate(messages.reason())]}
          items={files}
          cells={({ path, reason }) => [
            <Path key="path" path={path} />,
            translate(reason),
          ]}
          {...locale}
        />
      ))}
      {groupLists.map(([title, groups]) => (
        <FoldedList
          key={title}
          title={title}
          columns={[path, translate(messages.copies())]}
          items={groups}
          cells={([first, ...others]) => [
            <Path key="first" path={first!} />,
            <Fragment key="others">
              {others.slice(0, shownPaths).map((path) => (
                <div key={path}>
                  <Path path={path} />
                </div>
              ))}
              {others.length > shownPaths && (
                <div>{translate(messages.more({ count: others.length - shownPaths }))}</div>
              )}
            </Fragment>,
          ]}
          {...locale}
        />
      ))}
    </>
  );
}

function Path({ path }: { path: string }) {
  return (
    <code>
      <bdi>{path}</bdi>
    </code>
  );
}

function FoldedList<Item>(
  { title, columns, items, cells, translate }: Locale & {
    title: string;
    columns: readonly string[];
    items: readonly Item[];
    cells: (item: Item) => ComponentChildren[];
  },
) {
  if (items.length === 0) return null;
  const rows: Row[] = items.slice(0, shownFiles).map((item) => ({ cells: cells(item) }));
  return (
    <details>
      <summary>{translate(messages.listTitle({ title, count: items.length }))}</summary>
      <Table caption={title} columns={columns.map((name) => ({ name }))} rows={rows} />
      {items.length > shownFiles && (
        <p>{translate(messages.more({ count: items.length - shownFiles }))}</p>
      )}
    </details>
  );
}
