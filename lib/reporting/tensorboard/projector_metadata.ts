/** What a projector says of a point. */
export interface ProjectorRow {
  readonly identity: string;
  readonly path: string;
}

/**
 * Lists what a projector says of its points: columns apart by tabs, a line a point, names of the columns
 * first. The format knows no quotes, so that a name's tabs, line breaks and other control characters
 * are written as JSON escapes them.
 */
export function projectorMetadata(rows: readonly ProjectorRow[]): string {
  const lines = rows.map(({ identity, path }) => `${escape(identity)}\t${escape(path)}\n`);
  return `identity\tpath\n${lines.join("")}`;
}

const escapes: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escape(name: string): string {
  return name.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (found) => escapes[found] ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
