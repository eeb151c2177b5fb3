import * as v from "valibot";
import type { Augmentation } from "../images/augmentation.ts";
import { atLeast, share, shown, upTo } from "./number_rules.ts";

/** Checks that an augmentation is complete and each strength in its range. */
export const augmentationSchema: v.GenericSchema<Augmentation> = v.strictObject(
  {
    flip: upTo(1),
    rotation: upTo(180),
    scale: share,
    shift: upTo(1),
    crop: share,
    aspect: atLeast(0),
    brightness: upTo(1),
    contrast: upTo(1),
    saturation: upTo(1),
    hue: upTo(0.5),
    grey: upTo(1),
    blur: upTo(1),
    erase: upTo(1),
  },
  ({ expected, input }) =>
    expected === "never"
      ? "there is no such strength; leave it out"
      : `wanted ${expected === "Object" ? "strengths by name" : "it set"}, found ${shown(input)}`,
);
