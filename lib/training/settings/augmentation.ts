import * as v from "valibot";
import {
  articleAugmentation,
  type Augmentation,
  defaultAugmentation,
} from "../../images/augment/augmentation.ts";
import { settingsMessages as messages } from "./messages.ts";
import { didYouMean } from "../../options/did_you_mean.ts";
import { nameList, optionMessages } from "../../options/messages.ts";
import { describeInput, issueMessage } from "../../options/issue_message.ts";
import { atLeast, fraction, fromTo } from "../../options/schemas.ts";

/** The names of augmentations to start from. */
export const augmentationNames = ["none", "default", "article"] as const;

/** The name of an augmentation to start from. */
export type AugmentationName = typeof augmentationNames[number];

/** What each strength can be. */
const strengthRules = {
  flip: fromTo(0, 1),
  rotation: fromTo(0, 180),
  scale: fraction,
  shift: fromTo(0, 1),
  crop: fraction,
  aspect: atLeast(0),
  brightness: fromTo(0, 1),
  contrast: fromTo(0, 1),
  saturation: fromTo(0, 1),
  hue: fromTo(0, 0.5),
  gray: fromTo(0, 1),
  blur: fromTo(0, 1),
  erase: fromTo(0, 1),
} satisfies Record<keyof Augmentation, v.GenericSchema<number>>;

/** Images as they are, an augmentation for roughly aligned faces, and the article's. */
export const augmentationPresets: Readonly<Record<AugmentationName, Augmentation>> = {
  none: Object.fromEntries(
    Object.keys(strengthRules).map((name) => [name, 0]),
  ) as unknown as Augmentation,
  default: defaultAugmentation,
  article: articleAugmentation,
};

const strengths = v.strictObject(
  strengthRules,
  issueMessage(({ expected, input }) => {
    if (expected === "never") {
      const names = Object.keys(strengthRules);
      return messages.unknownStrength({
        names: nameList(names),
        suggestion: didYouMean(input, names),
      });
    }
    return optionMessages.mismatch({
      expected: expected === "Object" ? messages.strengthsByName() : messages.aValue(),
      found: describeInput(input),
      suggestion: "",
    });
  }),
);

/** Checks that an augmentation is complete and that each strength is in its range. */
export const augmentationSchema: v.GenericSchema<Augmentation> = strengths;

/** Checks that each strength that is given is known and in its range. */
export const someStrengthsSchema: v.GenericSchema<Partial<Augmentation>> = v.partial(strengths);
