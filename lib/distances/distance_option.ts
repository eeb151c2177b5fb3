import type * as v from "valibot";
import { option } from "../options/options.ts";
import { oneOf } from "../options/schemas.ts";
import { type DistanceName, distanceNames } from "./distance_name.ts";

/**
 * The option "distance" of a loss or a miner, "cosine" by default.
 *
 * @param names the distances that it can work with; all of them by default
 */
export function distanceOption<const Names extends readonly DistanceName[] = typeof distanceNames>(
  names: Names = distanceNames as unknown as Names,
): v.OptionalSchema<v.GenericSchema<Names[number]>, Names[number]> {
  return option(oneOf(...names), "cosine" as Names[number], {
    en: "distance between embeddings",
    ja: "埋め込みの間の距離",
  });
}
