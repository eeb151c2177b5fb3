import type { Chance } from "./chance.ts";

/** Numbers as a text has them: `JSON.stringify` would not write all of them. */
const raw = (text: string) => (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(text);
const numbers = [
  ...["-1", "-0", "0", "1", "2", "0.5", "1e-320", "2147483648", "4294967296", "9007199254740991"],
  ...["9007199254740993", "1e19", "1e308", "1e999", "-1e999"],
].map(raw);

/** Names, and texts in the place of names. */
export const hostileNames: readonly string[] = [
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "__metadata__",
    "length",
  ],
  ...["../../x", "..\\..\\x", "/etc/passwd", "C:\\x", ".", "..", "", " ", "a/../../b", "file:///x"],
  ...["a\nb", "a\r", "\u001b[2J", "\u0000", "\u202eabc", "\ud800", "\u2028", "NaN", "1", "双子"],
  "n".repeat(5000),
];

const pollution: readonly string[] = [
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"__proto__":null,"polluted":1}',
];

/** Mutates a JSON value once or several times, and gives its text, which at times is no JSON any more. */
export function mutateJson(value: unknown, chance: Chance): string {
  const root = { value: structuredClone(value) };
  for (let times = 1 + chance.below(3); times > 0; times--) mutateOnce(root, chance);
  const text = JSON.stringify(root.value) ?? "";
  const at = chance.below(text.length + 1);
  switch (chance.below(12)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + chance.of([",", "{", "]", '"', "\\", "\u0000", "1e9"]) +
        text.slice(at);
    case 2:
      // The first name of all once more.
      return text.replace(
        /^\{("(?:[^"\\]|\\.)*":)/,
        (whole, name) => `{${name}1,${whole.slice(1)}`,
      );
    default:
      return text;
  }
}

function mutateOnce(root: { value: unknown }, chance: Chance): void {
  const places: [holder: object, key: string][] = [];
  const visit = (holder: object, depth: number) => {
    for (const [key, inner] of Object.entries(holder)) {
      places.push([holder, key]);
      // Raw numbers are frozen.
      if (depth < 6 && !Object.isFrozen(inner)) visit(inner, depth + 1);
    }
  };
  visit(root, 0);
  const [holder, key] = chance.of(places);
  const object = holder as Record<string, unknown>;
  switch (chance.below(6)) {
    case 0:
      if (holder !== root) delete object[key];
      return;
    case 1:
      return put(object, holder === root ? "value" : chance.of(hostileNames), object[key]);
    case 2:
      return put(object, holder === root ? "value" : chance.of(hostileNames), hostile(chance));
    default:
      return put(object, key, hostile(chance));
  }
}

function hostile(chance: Chance): unknown {
  switch (chance.below(8)) {
    case 0:
      return chance.of<unknown>([null, true, [], {}, [[]], ["a"]]);
    case 1:
      return chance.of(hostileNames);
    case 2:
      return JSON.parse(chance.of(pollution));
    case 3:
      return nested(chance.of([3, 100, 2000]), chance);
    default:
      return chance.of(numbers);
  }
}

function nested(depth: number, chance: Chance): unknown {
  const list = chance.below(2) === 0;
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = list ? [value] : { a: value };
  return value;
}

/** Also the name `__proto__`, as a name like any other. */
function put(object: Record<string, unknown>, key: string, value: unknown): void {
  const own = { value, enumerable: true, configurable: true, writable: true };
  if (Array.isArray(object)) object.push(value);
  else Object.defineProperty(object, key, own);
}
