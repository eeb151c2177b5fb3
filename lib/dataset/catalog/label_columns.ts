/** Where the columns of a csv file with labels are, counted from 0. */
export interface LabelColumns {
  /** Of the image's path. */
  readonly path: number;
  /** Of its identity. */
  readonly identity: number;
  /** Of its part of the split; undefined if the file gives none. */
  readonly split: number | undefined;
  /** Fields of a line. */
  readonly count: number;
  /** True if the first line is a header. */
  readonly hasHeader: boolean;
}

/** The names that people give to a column, the likelier first. */
const names = {
  path: [
    "path",
    "filename",
    "filepath",
    "file",
    "image",
    "imagepath",
    "imagename",
    "imagefile",
    "imageid",
    "img",
  ],
  identity: [
    "identity",
    "label",
    "identityid",
    "person",
    "personid",
    "subject",
    "subjectid",
    "individual",
    "individualid",
    "class",
    "classname",
    "name",
    "target",
    "id",
  ],
  split: ["split", "partition", "subset", "set", "part"],
} as const;

/**
 * Reads where the columns are from the first line of a file: by their names if it is a header, in the
 * order of path, identity and split if it already names an image.
 *
 * @param first the fields of the first line
 * @returns null if it is neither
 */
export function labelColumns(first: readonly string[]): LabelColumns | null {
  const known = first.map((name) => name.toLowerCase().replaceAll(/[\s_-]/g, ""));
  const find = (key: keyof typeof names) => {
    const name = names[key].find((name) => known.includes(name));
    return name === undefined ? undefined : known.indexOf(name);
  };
  const path = find("path"), identity = find("identity"), count = first.length;
  if (path !== undefined && identity !== undefined) {
    return { path, identity, split: find("split"), count, hasHeader: true };
  }
  const namesImage = path === undefined && /\.\w{2,5}$/.test(first[0]!.trim());
  if (!namesImage || count < 2 || count > 3) return null;
  return { path: 0, identity: 1, split: count === 3 ? 2 : undefined, count, hasHeader: false };
}
