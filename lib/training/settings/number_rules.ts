import * as v from "valibot";
import { type Message, message, type MessageValue } from "../../language/message.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { issueMessage } from "./issue_message.ts";

/** A finite number that holds to a rule, told as `what`. */
export function numberThat(what: Message, holds: (value: number) => boolean) {
  const said = issueMessage(({ input }) => message`wanted ${what}, found ${describeInput(input)}`);
  return v.pipe(v.number(said), v.finite(said), v.check(holds, said));
}

/** A value as messages show it. */
export function describeInput(input: unknown): MessageValue {
  if (input === undefined) return message`nothing`;
  if (typeof input === "string") return `"${truncateName(input)}"`;
  if (Array.isArray(input)) return message`a list`;
  return typeof input === "object" && input !== null ? message`values by name` : String(input);
}

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number) =>
  numberThat(
    message`a whole number from ${min} to ${max}`,
    (x) => Number.isInteger(x) && x >= min && x <= max,
  );
/** A number above `min`. */
export const above = (min: number) => numberThat(message`a number above ${min}`, (x) => x > min);
/** A number of at least `min`. */
export const atLeast = (min: number) =>
  numberThat(message`a number of at least ${min}`, (x) => x >= min);
/** A number above `min` and below `max`. */
export const between = (min: number, max: number) =>
  numberThat(message`a number above ${min} and below ${max}`, (x) => x > min && x < max);

/** A number of at least 0 and below 1. */
export const fraction = numberThat(
  message`a number of at least 0 and below 1`,
  (x) => x >= 0 && x < 1,
);

/** A number from 0 to `max`. */
export const upTo = (max: number) =>
  numberThat(message`a number from 0 to ${max}`, (x) => x >= 0 && x <= max);
