/** The number that a file's name gives it, as in `NAME/NAME_0012.jpg`; undefined where none. */
export function imageNumber(path: string, identity: string): number | undefined {
  const composed = path.normalize();
  const name = composed.slice(composed.lastIndexOf("/") + 1), prefix = identity.normalize();
  const number = name.startsWith(prefix) && /^_(\d{4,})\./.exec(name.slice(prefix.length));
  return number ? Number(number[1]) : undefined;
}
