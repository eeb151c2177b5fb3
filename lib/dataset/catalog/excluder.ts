// @ts-types="@types/picomatch"
import picomatch from "picomatch";

/**
 * Makes a function that tells which of some glob patterns excludes a file or folder: one without a slash
 * if it matches the name, another if it matches the path from the root. Case and Unicode's composed form
 * do not matter, since file systems differ in them.
 *
 * @returns a function from a path, relative to the root and with `/` between its parts, to the first
 *   pattern that matches it; undefined if none does
 */
export function excluder(patterns: readonly string[]): (path: string) => string | undefined {
  const matchers = patterns.map((pattern) => {
    const glob = pattern.normalize().replace(/^\.?\//, "").replace(/\/+$/, "");
    const ofName = !pattern.replace(/\/+$/, "").includes("/");
    const matches = glob === "" ? () => false : picomatch(glob, { dot: true, nocase: true });
    return { pattern, ofName, matches };
  });
  return (path) => {
    if (matchers.length === 0) return undefined;
    const whole = path.normalize(), name = whole.slice(whole.lastIndexOf("/") + 1);
    return matchers.find(({ ofName, matches }) => matches(ofName ? name : whole))?.pattern;
  };
}
