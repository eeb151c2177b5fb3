import { escapeControls } from "./escape_controls.ts";

/** Letters that are shown of a name. */
const most = 80;

/** A name that comes from a file, as messages show it: visible, and cut where it is long. */
export function truncateName(name: string): string {
  const start = escapeControls(name.slice(0, most));
  return name.length > most ? `${start}…` : start;
}
