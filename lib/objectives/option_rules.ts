import { UserError } from "../user_error.ts";

/** What an option may be, and what it is where it is not given. */
export interface OptionRule<T> {
  readonly default: T;
  /** In words, such as "a number of at least 0". */
  readonly wanted: string;
  holds(value: unknown): value is T;
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
  const from = open ? `above ${min}` : `of at least ${min}`;
  return {
    default: byDefault,
    wanted: `a number ${from}` + (max === Infinity ? "" : ` and at most ${max}`),
    holds: (value): value is number =>
      Number.isFinite(value) && (open ? value as number > min : value as number >= min) &&
      value as number <= max,
  };
}

/** A whole number from 0 to 2^24 - 1, which single precision holds. */
export function whole(byDefault: number): OptionRule<number> {
  return {
    default: byDefault,
    wanted: `a whole number from 0 to ${2 ** 24 - 1}`,
    holds: (value): value is number =>
      Number.isInteger(value) && value as number >= 0 && value as number < 2 ** 24,
  };
}

/** True or false. */
export function flag(byDefault: boolean): OptionRule<boolean> {
  return {
    default: byDefault,
    wanted: "true or false",
    holds: (value): value is boolean => typeof value === "boolean",
  };
}

/** One of several names. */
export function oneOf<const Names extends readonly string[]>(
  byDefault: Names[number],
  names: Names,
): OptionRule<Names[number]> {
  return {
    default: byDefault,
    wanted: `one of ${names.join(", ")}`,
    holds: (value): value is Names[number] => names.includes(value as string),
  };
}

/**
 * Fills in what is not given. An option that is given as undefined is not.
 *
 * @param subject what messages say the options are of, such as `the loss "circle"`
 * @throws {UserError} on an option that there is not, or that is out of range
 */
export function resolveOptions<Rules extends OptionRules>(
  subject: string,
  rules: Rules,
  given: Readonly<Record<string, unknown>>,
): Options<Rules> {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const rule = rules[name];
    if (!rule) {
      const names = Object.keys(rules).join(", ") || "no options";
      throw new UserError(`cannot use ${subject}: it takes ${names}; found ${name}`);
    }
    if (!rule.holds(value)) {
      const found = typeof value === "string" ? JSON.stringify(value) : String(value);
      throw new UserError(`cannot use ${subject}: ${name}: wanted ${rule.wanted}, found ${found}`);
    }
  }
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, given[name] ?? rule.default]),
  ) as Options<Rules>;
}

/** @throws {UserError} where a name is not among those known */
export function requireName<Name extends string>(
  kind: string,
  name: string,
  known: readonly Name[],
): asserts name is Name {
  if (known.includes(name as Name)) return;
  throw new UserError(
    `cannot use the ${kind} ${JSON.stringify(name)}: wanted one of ${known.join(", ")}`,
  );
}
