import * as v from "valibot";
import { didYouMean } from "./did_you_mean.ts";
import { shown } from "./number_rules.ts";

/** One of several names. */
export const oneOf = <const Names extends readonly string[]>(...names: Names) =>
  v.picklist(
    names,
    ({ input }) =>
      `wanted one of ${names.join(", ")}, found ${shown(input)}${didYouMean(input, names)}`,
  );

/** True or false. */
export const flag = v.boolean(({ input }) => `wanted true or false, found ${shown(input)}`);

const wantedText = ({ input }: { input: unknown }) => `wanted a text, found ${shown(input)}`;
/** A text, not empty. */
export const text = v.pipe(v.string(wantedText), v.nonEmpty(wantedText));
