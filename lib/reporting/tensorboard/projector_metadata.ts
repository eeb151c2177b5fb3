/** What a projector shows of a point. */
export interface ProjectorRow {
  /** Whom it shows. */
  readonly identity: string;
  /** Relative to the folder. */
  readonly path: string;
}

/**
 * Lists what a projector shows of its points: columns separated by tabs, a line for each point, and the
 * names of the columns first. The format has no quotes, so tabs, line breaks, and other control
 * characters in names are escaped as in JSON.
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
