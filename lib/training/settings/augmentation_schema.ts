import * as v from "valibot";
import type { Augmentation } from "../../images/augment/augmentation.ts";
import { message } from "../../language/message.ts";
import { didYouMean } from "./did_you_mean.ts";
import { issueMessage } from "./issue_message.ts";
import { atLeast, describeInput, fraction, upTo } from "./number_rules.ts";

/** What each strength may be. */
export const strengthRules = {
  flip: upTo(1),
  rotation: upTo(180),
  scale: fraction,
  shift: upTo(1),
  crop: fraction,
  aspect: atLeast(0),
  brightness: upTo(1),
  contrast: upTo(1),
  saturation: upTo(1),
  hue: upTo(0.5),
  grey: upTo(1),
  blur: upTo(1),
  erase: upTo(1),
};
const names = Object.keys(strengthRules);

const strengths = v.strictObject(
  strengthRules,
  issueMessage(({ expected, input }) => {
    if (expected === "never") {
      return message`there is no such strength, wanted one of ${names.join(", ")}${
        didYouMean(input, names)
      }`;
    }
    return expected === "Object"
      ? message`wanted strengths by name, found ${describeInput(input)}`
      : message`wanted it set, found ${describeInput(input)}`;
  }),
);

/** Checks that an augmentation is complete and each strength in its range. */
export const augmentationSchema: v.GenericSchema<Augmentation> = strengths;

/** Checks that each strength that is given is one, and in its range. */
export const someStrengthsSchema: v.GenericSchema<Partial<Augmentation>> = v.partial(strengths);
