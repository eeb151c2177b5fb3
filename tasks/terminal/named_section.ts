import { phrase } from "./language.ts";

/** Lines that are shown to people; `--json` has all. */
const maxNamed = 20;

/** A title with the number of its lines, and the first of them; empty where there are none. */
export function namedSection(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const count = (number: number) => number.toLocaleString("en-US");
  const more = lines.length - maxNamed;
  return [
    `${title} (${count(lines.length)}):`,
    ...lines.slice(0, maxNamed).map((line) => `  ${line}`),
    ...(more > 0 ? [phrase`  and ${count(more)} more; --json names all`] : []),
  ].join("\n");
}
