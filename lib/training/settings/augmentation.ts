import * as v from "valibot";
import {
  articleAugmentation,
  type Augmentation,
  defaultAugmentation,
} from "../../images/augment/augmentation.ts";
import { settingsMessages as messages } from "./messages.ts";
import { nearestName } from "./nearest_name.ts";
import { atLeast, belowOne, describeInput, issueMessage, upTo } from "./rules.ts";

/** The names of augmentations to start from. */
export const augmentationNames = ["none", "default", "article"] as const;

/** The name of an augmentation to start from. */
export type AugmentationName = typeof augmentationNames[number];

/** What each strength can be. */
const strengthRules = {
  flip: upTo(1),
  rotation: upTo(180),
  scale: belowOne,
  shift: upTo(1),
  crop: belowOne,
  aspect: atLeast(0),
  brightness: upTo(1),
  contrast: upTo(1),
  saturation: upTo(1),
  hue: upTo(0.5),
  gray: upTo(1),
  blur: upTo(1),
  erase: upTo(1),
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
      const all = Object.keys(strengthRules), names = all.join(", ");
      const near = nearestName(input, all);
      return near === null
        ? messages.unknownStrength({ names })
        : messages.unknownStrengthNear({ names, near });
    }
    return messages.expected({
      expected: expected === "Object" ? messages.strengthsByName() : messages.aValue(),
      found: describeInput(input),
    });
  }),
);

/** Checks that an augmentation is complete and that each strength is in its range. */
export const augmentationSchema: v.GenericSchema<Augmentation> = strengths;

/** Checks that each strength that is given is known and in its range. */
export const someStrengthsSchema: v.GenericSchema<Partial<Augmentation>> = v.partial(strengths);
