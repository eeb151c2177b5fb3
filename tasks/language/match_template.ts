import { Message } from "../../mod.ts";

/**
 * Finds the template that an English text was made from, and what stands in its places, where the text
 * alone is at hand. What stands there is looked up in the same way.
 *
 * @param templates of several that fit, the one with the most text of its own is taken
 * @returns null where none fits
 */
export function recognise(text: string, templates: readonly string[]): Message | null {
  if (templates.includes(text)) return new Message(text, []);
  const fitting = templates
    .map((template) => ({ template, found: patternOf(template).exec(text) }))
    .filter(({ template, found }) => found && /\p{L}/u.test(template.replaceAll(place, "")))
    .sort((one, other) => ownText(other.template) - ownText(one.template));
  const [best] = fitting;
  if (!best) return null;
  const places = [...best.template.matchAll(place)].map(([, number]) => Number(number));
  const values: (string | Message)[] = [];
  places.forEach((number, order) => {
    const value = best.found![order + 1]!;
    values[number] = recognise(value, templates) ?? value;
  });
  return new Message(best.template, values);
}

const place = /\{(\d+)\}/g;

function patternOf(template: string): RegExp {
  const parts = template.split(/\{\d+\}/).map((part) => RegExp.escape(part));
  return new RegExp(`^${parts.join("(.+?)")}$`, "s");
}

function ownText(template: string): number {
  return template.replaceAll(place, "").length;
}
