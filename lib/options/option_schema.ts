import { type Message, message } from "../language/message.ts";

/** What an option may be, and what it is where it is not given. */
export interface OptionRule<T> {
  readonly default: T;
  /** In words, such as "a number of at least 0". */
  readonly expected: Message;
  accepts(value: unknown): value is T;
}

/** Options by name. */
export type OptionRules = Readonly<Record<string, OptionRule<unknown>>>;

/** The values that rules ask for. */
export type Options<Rules extends OptionRules> = {
  readonly [Name in keyof Rules]: Rules[Name]["default"];
};

/** A number from `min` to `max`, `min` itself only where `open` is not set. */
export function number(
  byDefault: number,
  { min, max = Infinity, open = false }: { min: number; max?: number; open?: boolean },
): OptionRule<number> {
  const from = open ? message`a number above ${min}` : message`a number of at least ${min}`;
  return {
    default: byDefault,
    expected: max === Infinity ? from : message`${from} and at most ${max}`,
    accepts: (value): value is number =>
      Number.isFinite(value) && (open ? value as number > min : value as number >= min) &&
      value as number <= max,
  };
}

/** A whole number from 0 to 2^24 - 1, which single precision holds. */
export function whole(byDefault: number): OptionRule<number> {
  return {
    default: byDefault,
    expected: message`a whole number from 0 to ${2 ** 24 - 1}`,
    accepts: (value): value is number =>
      Number.isInteger(value) && value as number >= 0 && value as number < 2 ** 24,
  };
}

/** True or false. */
export function flag(byDefault: boolean): OptionRule<boolean> {
  return {
    default: byDefault,
    expected: message`true or false`,
    accepts: (value): value is boolean => typeof value === "boolean",
  };
}

/** One of several names. */
export function oneOf<const Names extends readonly string[]>(
  byDefault: Names[number],
  names: Names,
): OptionRule<Names[number]> {
  return {
    default: byDefault,
    expected: message`one of ${names.join(", ")}`,
    accepts: (value): value is Names[number] => names.includes(value as string),
  };
}
