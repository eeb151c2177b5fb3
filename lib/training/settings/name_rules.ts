import * as v from "valibot";
import { message } from "../../language/message.ts";
import { didYouMean } from "./did_you_mean.ts";
import { issueMessage } from "./issue_message.ts";
import { describeInput } from "./number_rules.ts";

/** One of several names. */
export const oneOf = <const Names extends readonly string[]>(...names: Names) =>
  v.picklist(
    names,
    issueMessage(({ input }) =>
      message`wanted one of ${names.join(", ")}, found ${describeInput(input)}${
        didYouMean(input, names)
      }`
    ),
  );

/** True or false. */
export const flag = v.boolean(
  issueMessage(({ input }) => message`wanted true or false, found ${describeInput(input)}`),
);

const wantedText = issueMessage(({ input }) =>
  message`wanted a text, found ${describeInput(input)}`
);
/** A text, not empty and without NUL. */
export const text = v.pipe(
  v.string(wantedText),
  v.nonEmpty(wantedText),
  // No system has a path with it.
  v.check((value) => !value.includes("\0"), wantedText),
);
