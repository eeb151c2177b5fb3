import * as v from "valibot";

/** A finite number that holds to a rule, told as `what`. */
export function wanted(what: string, holds: (value: number) => boolean) {
  const message = ({ input }: { input: unknown }) => `wanted ${what}, found ${shown(input)}`;
  return v.pipe(v.number(message), v.finite(message), v.check(holds, message));
}

/** A value as messages show it. */
export function shown(input: unknown): string {
  if (input === undefined) return "nothing";
  // JSON has neither NaN nor infinities.
  return typeof input === "number" ? String(input) : JSON.stringify(input);
}

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number) =>
  wanted(
    `a whole number from ${min} to ${max}`,
    (x) => Number.isInteger(x) && x >= min && x <= max,
  );
/** A number above `min`. */
export const above = (min: number) => wanted(`a number above ${min}`, (x) => x > min);
/** A number of at least `min`. */
export const atLeast = (min: number) => wanted(`a number of at least ${min}`, (x) => x >= min);
/** A number above `min` and below `max`. */
export const between = (min: number, max: number) =>
  wanted(`a number above ${min} and below ${max}`, (x) => x > min && x < max);

/** A number of at least 0 and below 1. */
export const share = wanted("a number of at least 0 and below 1", (x) => x >= 0 && x < 1);

/** A number from 0 to `max`. */
export const upTo = (max: number) => wanted(`a number from 0 to ${max}`, (x) => x >= 0 && x <= max);
