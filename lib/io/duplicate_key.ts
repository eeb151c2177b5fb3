import { createScanner } from "jsonc-parser";

/**
 * Finds a name that an object in a JSON text has twice. `JSON.parse` silently takes the last value, and
 * another reader the first.
 *
 * @param json valid JSON, of any depth
 * @returns the first such name, or undefined where there is none
 */
export function duplicateKey(json: string): string | undefined {
  const scanner = createScanner(json, true);
  /** The names of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = [];
  let isValue = false;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const first = json[scanner.getTokenOffset()];
    if (first === "{") open.push(new Set());
    else if (first === "[") open.push(null);
    else if (first === "}" || first === "]") open.pop();
    const names = open.at(-1);
    if (first === '"' && names && !isValue) {
      const name = scanner.getTokenValue();
      if (names.has(name)) return name;
      names.add(name);
    }
    isValue = first === ":";
  }
}
