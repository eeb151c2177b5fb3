import * as v from "valibot";
import type { UserMessage } from "../language/user_message.ts";
import { didYouMean } from "./did_you_mean.ts";
import { describeInput, issueMessage } from "./issue_message.ts";
import { nameList, optionMessages } from "./messages.ts";

/** What a schema of this file carries beside its checks. */
export interface SchemaMetadata {
  /** The values that it accepts, in words, such as "a number from 0 to 1". */
  readonly expected: UserMessage;
}

/**
 * A message that says what was expected and what was given.
 *
 * @param names suggests the nearest of these names, if any are given
 */
export function mismatch(expected: UserMessage, names: readonly string[] = []) {
  return issueMessage(({ input }) =>
    optionMessages.mismatch({
      expected,
      found: describeInput(input),
      suggestion: didYouMean(input, names),
    })
  );
}

/**
 * A finite number that holds to a rule.
 *
 * @param expected the rule in words
 */
export function numberThat(
  expected: UserMessage,
  holds: (value: number) => boolean,
): v.GenericSchema<number> {
  const message = mismatch(expected);
  return v.pipe(
    v.number(message),
    v.finite(message),
    v.check(holds, message),
    v.metadata({ expected }),
  );
}

/** A finite number. */
export const anyNumber: v.GenericSchema<number> = numberThat(optionMessages.number(), () => true);

/** A number above `min`. */
export const above = (min: number): v.GenericSchema<number> =>
  numberThat(optionMessages.numberAbove({ min }), (x) => x > min);

/** A number of at least `min`. */
export const atLeast = (min: number): v.GenericSchema<number> =>
  numberThat(optionMessages.numberAtLeast({ min }), (x) => x >= min);

/** A number above `min` and below `max`. */
export const between = (min: number, max: number): v.GenericSchema<number> =>
  numberThat(optionMessages.numberBetween({ min, max }), (x) => x > min && x < max);

/** A number from `min` to `max`, both included. */
export const fromTo = (min: number, max: number): v.GenericSchema<number> =>
  numberThat(optionMessages.numberFromTo({ min, max }), (x) => x >= min && x <= max);

/** A number of at least 0 and below 1. */
export const fraction: v.GenericSchema<number> = numberThat(
  optionMessages.fraction(),
  (x) => x >= 0 && x < 1,
);

/** A whole number from `min` to `max`, both included. */
export const whole = (min: number, max: number): v.GenericSchema<number> =>
  numberThat(
    optionMessages.wholeFromTo({ min, max }),
    (x) => Number.isInteger(x) && x >= min && x <= max,
  );

/** One of several names. */
export function oneOf<const Names extends readonly string[]>(
  ...names: Names
): v.GenericSchema<Names[number]> {
  const expected = nameList(names);
  return v.pipe(v.picklist(names, mismatch(expected, names)), v.metadata({ expected }));
}

/** True or false. */
export const flag: v.GenericSchema<boolean> = v.pipe(
  v.boolean(mismatch(optionMessages.flag())),
  v.metadata({ expected: optionMessages.flag() }),
);

const isText = mismatch(optionMessages.text());

/** A text that is not empty and has no NUL, which no path can have. */
export const text: v.GenericSchema<string> = v.pipe(
  v.string(isText),
  v.nonEmpty(isText),
  v.check((value) => !value.includes("\0"), isText),
  v.metadata({ expected: optionMessages.text() }),
);

const areTexts = mismatch(optionMessages.texts());

/** A list of texts. */
export const texts: v.GenericSchema<readonly string[]> = v.pipe(
  v.array(text, areTexts),
  v.metadata({ expected: optionMessages.texts() }),
);
